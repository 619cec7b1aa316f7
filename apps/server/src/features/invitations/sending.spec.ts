import { takeSeat, until } from '@witboek/testkit'
import { aDatabase, aMailServer, aWitboek, type MailServer } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { inSeat } from '../../testing/the-example.ts'
import {
  fromTown,
  Inviter,
  mailsTo,
  row,
  tokenIn,
  tokenTo,
  looksAt,
  type Row,
  type Town,
} from './testing/an-inviting-town.ts'

let mail: MailServer
beforeEach(async () => {
  mail = await aMailServer()
})
afterEach(() => mail.end())

const people = (count: number): readonly Row[] => Array.from({ length: count }, (_, i) => row(`Expert ${i}`))

const allSent = (chef: Inviter, count: number) =>
  chef.sees('all are sent', ({ invitations }) => {
    const sent = invitations.filter(({ standing }) => standing === 'sent')
    return sent.length === count && invitations.length === count
  })

describe('[INVITE-6] letters that wait', () => {
  it('are sent after a crash: each arrives, and the latest link of each is good', async () => {
    const server = await aWitboek({ environment: { SMTP_URL: mail.url, ...fromTown } })
    const town: Town = { address: server.url, seat: (person) => takeSeat(server.url, person) }
    const rows = people(60)
    const chef = await Inviter.comes(town)
    await chef.sends(rows)
    await until('some are sent', () => mail.mails.length >= 15)
    // Those under way have been taken, and nobody says so any more.
    mail.pause()
    await server.kill()
    mail.resume()
    const before = mail.mails.length
    expect(before).toBeLessThan(rows.length)
    await server.restart()
    const again = await Inviter.comes(town)
    await allSent(again, rows.length)
    const counts = rows.map(({ email }) => mailsTo(mail, email).length)
    expect(Math.min(...counts), 'nobody is left out').toBeGreaterThanOrEqual(1)
    expect(counts.filter((count) => count > 1).length, 'twice: those under way only').toBeLessThanOrEqual(3)
    for (const { email } of rows)
      expect((await looksAt(town, tokenIn(mailsTo(mail, email).at(-1)))).state, email).toBe('open')
    await server.stop()
  })

  it('go on after a stop in order, and none goes twice', async () => {
    const environment = { SMTP_URL: mail.url, ...fromTown }
    const server = await aWitboek({ environment })
    const town: Town = { address: server.url, seat: (person) => takeSeat(server.url, person) }
    const rows = people(60)
    await (await Inviter.comes(town)).sends(rows)
    await until('some are sent', () => mail.mails.length >= 5)
    await server.restart()
    await allSent(await Inviter.comes(town), rows.length)
    for (const { email } of rows) expect(mailsTo(mail, email), email).toHaveLength(1)
    await server.stop()
  })
})

describe('[INVITE-6] two servers on one database', () => {
  let servers: readonly TestServer[]
  afterEach(async () => {
    for (const server of servers) await server.close()
  })

  it('send each letter once, whoever was asked, and one of them what the other leaves behind', async () => {
    const environment = { DATABASE_URL: await aDatabase(inject('postgres')), SMTP_URL: mail.url, ...fromTown }
    const [one, other] = [await aServer(environment), await aServer(environment)]
    servers = [one, other]
    const chef = await Inviter.comes(one)
    const colleague = await Inviter.comes(other, inSeat('lead'))
    const rows = people(80)
    const answers = await Promise.all([
      chef.sends(rows.slice(0, 50)),
      colleague.sends(rows.slice(30)),
      chef.sends(rows.slice(20, 60)),
    ])
    expect(answers.map(({ body }) => body.queued).reduce((sum, count) => sum + count)).toBe(80)
    await allSent(chef, 80)
    for (const { email } of rows) expect(mailsTo(mail, email), email).toHaveLength(1)

    await one.close()
    await colleague.changes('expert-1@voorbeeld.example', 'resend')
    await tokenTo(mail, 'expert-1@voorbeeld.example', 2)
  })
})
