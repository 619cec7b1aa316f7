import type { AccountAnswer } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { sends } from '../../testing/sends.ts'
import { cookieOf, leaveTraces, noortje, rik, tom } from '../../testing/traces.ts'

const done = { status: 200, body: null }
const fresh = 'noortje.nieuw@voorbeeld.example'

let mail: MailServer
beforeAll(async () => {
  mail = await aMailServer()
})
afterAll(() => mail.end())

let server: TestServer
const opens = async (
  environment: Record<string, string> = { SMTP_URL: mail.url, MAIL_FROM: 'dialoog@voorbeeld.example' },
) => {
  server = await aServer(environment, { before: leaveTraces })
}
afterEach(() => server.close())

const changes = (path: string, body: object, cookie = cookieOf(noortje)) =>
  sends(server.address, path, body, { cookie })
const own = async (cookie = cookieOf(noortje)) =>
  ((await (await fetch(`${server.address}/api/account`, { headers: { cookie } })).json()) as AccountAnswer).contact
const mailsTo = (address: string) => mail.mails.filter(({ envelope }) => envelope.to.includes(address))

async function asksFor(email: string, cookie = cookieOf(noortje)): Promise<string> {
  const before = mailsTo(email).length
  expect(await changes('/api/account/address', { email }, cookie)).toMatchObject(done)
  await until('the mail is there', () => mailsTo(email).length > before)
  const [link = ''] = linksIn({ text: mailsTo(email).at(-1)?.text ?? '' })
  const [, token] = new RegExp(`^${server.address}/mijn/adres/([\\w-]{43})$`).exec(link) ?? []
  return token ?? expect.fail(`no link in the mail: ${link}`)
}

async function confirms(token: string, cookie = cookieOf(noortje)): Promise<string | null> {
  const answer = await fetch(`${server.address}/login/address-change`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.address, cookie },
    body: new URLSearchParams({ token }),
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')
}

describe('[PRIVACY-6] what is known of oneself', () => {
  it('can be corrected: the real name, and the language of letters', async () => {
    await opens()
    const wish = { realName: '  Noortje  van der Linden-Bos ', language: 'en' }
    expect(await changes('/api/account/contact', wish)).toMatchObject(done)
    expect(await own()).toEqual({
      realName: 'Noortje van der Linden-Bos',
      email: noortje.contact.email,
      language: 'en',
    })
    const events = await server.leaves((store) => store.events.of(noortje.id))
    expect(events.at(-1)).toMatchObject({ type: 'contact:change', subject: noortje.id, details: {} })
    expect(JSON.stringify(events)).not.toContain('Linden')
  })

  it.each([
    ['without a name', { realName: ' ', language: 'nl' }, 422],
    ['in a language we do not write', { realName: 'Noor', language: 'de' }, 400],
    ['with another address by the same door', { realName: 'Noor', language: 'nl', email: 'x@voorbeeld.example' }, 400],
  ] as const)('is not corrected %s', async (_, wish, status) => {
    await opens()
    expect((await changes('/api/account/contact', wish)).status).toBe(status)
    expect((await own())?.realName).toBe(noortje.contact.realName)
  })

  it('is only one’s own, and only where something is known', async () => {
    await opens()
    const wish = { realName: 'Iemand', language: 'nl' }
    expect((await changes('/api/account/contact', wish, '')).status).toBe(401)
    expect((await changes('/api/account/contact', wish, cookieOf(rik))).status).toBe(404)
    expect((await changes('/api/account/address', { email: fresh }, cookieOf(rik))).status).toBe(404)
  })
})

describe('[PRIVACY-6] a new e-mail address', () => {
  it('counts when its own mail was read, on a device where they are signed in; the old one is told', async () => {
    await opens()
    const token = await asksFor('Noortje.Nieuw@Voorbeeld.example'.toLowerCase())
    expect((await own())?.email, 'not before').toBe(noortje.contact.email)
    expect(await confirms(token)).toBe('/mijn?adres=veranderd')
    expect((await own())?.email).toBe(fresh)
    await until('the old address is told', () =>
      mailsTo(noortje.contact.email).some(({ subject }) => subject === 'Uw e-mailadres is veranderd'),
    )
    expect(mailsTo(noortje.contact.email).at(-1)?.text).not.toContain(fresh)
    expect(await confirms(token), 'once').toBe('/mijn?adres=link-not-valid')
    const events = await server.leaves((store) => store.events.of(noortje.id))
    expect(events.at(-1)).toMatchObject({ type: 'address:change', details: {} })
    expect(JSON.stringify([events, server.log])).not.toContain('@voorbeeld')
  })

  it('does not count for whoever merely got the mail: it may have been typed wrong', async () => {
    await opens()
    const token = await asksFor('verkeerd.getypt@voorbeeld.example')
    expect(await confirms(token, '')).toBe('/mijn?adres=not-signed-in')
    expect(await confirms(token, cookieOf(tom))).toBe('/mijn?adres=link-not-valid')
    expect(await confirms(token)).toBe('/mijn?adres=link-not-valid')
    expect((await own())?.email).toBe(noortje.contact.email)
    expect((await own(cookieOf(tom)))?.email).toBe(tom.contact.email)
  })

  it('is the last one asked for', async () => {
    await opens()
    const first = await asksFor('eerste@voorbeeld.example')
    const second = await asksFor('tweede@voorbeeld.example')
    expect(await confirms(first)).toBe('/mijn?adres=link-not-valid')
    expect(await confirms(second)).toBe('/mijn?adres=veranderd')
    expect((await own())?.email).toBe('tweede@voorbeeld.example')
  })

  it('is never that of somebody else, and asking does not say whose it is', async () => {
    await opens()
    const before = mailsTo(tom.contact.email).length
    expect(await changes('/api/account/address', { email: tom.contact.email })).toMatchObject(done)
    const token = await asksFor(fresh)
    expect(mailsTo(tom.contact.email), 'the later mail is there, and this one never was').toHaveLength(before)
    const [toms] = [await asksFor('van.tom@voorbeeld.example', cookieOf(tom))]
    expect(await confirms(toms, cookieOf(tom))).toBe('/mijn?adres=veranderd')
    expect(await confirms(token)).toBe('/mijn?adres=veranderd')
  })

  it('is asked for a few times an hour, and not at all without mail', async () => {
    await opens()
    const statuses: number[] = []
    for (let i = 0; i < 6; i += 1)
      statuses.push((await changes('/api/account/address', { email: `a${i}@voorbeeld.example` })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    await server.close()
    await opens({ EXAMPLE: 'off' })
    expect(await changes('/api/account/address', { email: fresh })).toMatchObject({
      status: 503,
      body: { type: '/problems/mail-away' },
    })
  })
})
