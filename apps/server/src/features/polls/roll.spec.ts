import { randomUUID } from 'node:crypto'
import type { PollRollAnswer, RecordAnswer } from '@witboek/contract'
import type { PersonId } from '@witboek/domain'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { aDatabase } from '@witboek/testkit/servers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verifyRecord } from '../../record/verify.ts'
import type { Browser } from '../../testing/a-browser.ts'
import { aHall } from '../../testing/a-hall.ts'
import { aPoll, codeOf, must, type PollAtEvening } from '../../testing/a-poll.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

const hall = aHall(12)
/** As the auditor reads them: in order of the alphabet, `Expert 10` before `Expert 2`. */
const names = (numbers: readonly number[]) =>
  numbers.map((number) => `Expert ${number}`).toSorted((a, b) => a.localeCompare(b, 'nl'))
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

describe.each([
  ['SQLite', () => Promise.resolve({})],
  ['PostgreSQL', async () => ({ DATABASE_URL: await aDatabase(inject('postgres')) })],
])('[POLL-19] who voted in a secret poll, on %s', (_, environment) => {
  let server: TestServer
  let evening: Evening
  let auditor: Browser
  let poll: PollAtEvening
  const looks: { readonly at: number; readonly poll: string }[] = []

  beforeAll(async () => {
    server = await aServer({ LOG_LEVEL: 'debug', ...(await environment()) }, hall)
    evening = await anEvening(server)
    auditor = await browserOf(server, inSeat('auditor'))
    poll = await aPoll(evening, { visibility: 'secret' })
    const chance = chanceFrom(seedOfToday())
    console.info(`SEED=${chance.seed}`)
    const phones = hall
      .at(server.address)
      .slice(0, 11)
      .map((phone) => [chance.next(), phone] as const)
      .toSorted(([one], [other]) => one - other)
    for (const [, phone] of phones)
      must(await poll.castsInSecret(phone, { option: chance.pick(['yes', 'no', 'abstain'] as const) }))
  })
  afterAll(() => server.close())

  /** Looks, and remembers that it did. */
  async function look(at: PollAtEvening = poll): Promise<PollRollAnswer> {
    const answer = must(await at.does('roll:read', {}, auditor)).body as PollRollAnswer
    looks.push({ at: answer.readAt, poll: at.id })
    return answer
  }
  const recorded = async () =>
    ((await auditor.goes('/api/record?type=roll:read')).body as RecordAnswer).lines.toReversed()

  it('is told to nobody while people vote: two looks would tell who voted in between', async () => {
    expect(codeOf(await poll.does('roll:read', {}, auditor))).toBe('poll-not-closed')
    expect(await recorded()).toEqual([])
  })

  it('is told to the auditor once it is closed, in order of name, without how, when or where', async () => {
    must(await poll.does('poll:close'))
    const answer = await look()
    expect(answer).toEqual({
      poll: poll.id,
      readAt: expect.any(Number) as number,
      voters: names(upTo(11)).map((name) => ({
        person: `hall-${name.slice('Expert '.length).padStart(3, '0')}`,
        name,
      })),
      ballots: 11,
      hands: 0,
    })
  })

  it('is not told to the Chef, to whoever voted, or to anybody else', async () => {
    const voter = hall.at(server.address)[0] as Browser
    const others = await Promise.all(
      (['lead', 'clerk', 'civilServant', 'administrator'] as const).map((role) => browserOf(server, inSeat(role))),
    )
    for (const who of [evening.chef, voter, ...others])
      expect(codeOf(await poll.does('roll:read', {}, who))).toBe('not-for-your-role')
    expect(await recorded()).toHaveLength(looks.length)
  })

  it('is told anew each time, and each time it stands on the record who looked at which poll, and no name', async () => {
    must(await poll.does('poll:publish'))
    expect((await look()).voters).toHaveLength(11)
    const lines = await recorded()
    expect(lines).toMatchObject(
      looks.map(({ at, poll: of }) => ({
        at,
        actor: { id: inSeat('auditor') },
        role: 'auditor',
        theme: sport.name,
        subject: evening.id,
        details: { poll: of },
      })),
    )
    expect(lines.map(({ details }) => Object.keys(details))).toEqual(looks.map(() => ['poll']))
    const said = JSON.stringify([...lines, ...server.log.filter(({ msg }) => msg.includes('roll'))])
    expect(hall.people.filter((person) => said.includes(person))).toEqual([])
    expect(server.log.filter(({ msg }) => msg === 'roll of a secret poll read')).toHaveLength(looks.length)
  })

  it('waits while hands wait for a second person, and does not say who raised one', async () => {
    const other = await aPoll(evening, { visibility: 'secret' })
    const [block, raised] = [randomUUID(), hall.people.slice(0, 5)]
    await evening.findsInRoom(raised)
    must(await other.does('hands:enter', { block, counts: { yes: 5 }, voters: raised }))
    for (const phone of hall.at(server.address).slice(5, 10)) must(await other.castsInSecret(phone, { option: 'no' }))
    must(await other.does('poll:close'))
    expect(codeOf(await other.does('roll:read', {}, auditor))).toBe('hands-unconfirmed')
    const official = await browserOf(server, inSeat('civilServant'))
    must(
      await official.commands('/api/meetings/attendance/check-in', {
        meeting: evening.id,
        mode: 'remote',
        roomCode: '',
      }),
    )
    must(await other.does('hands:confirm', { block }, official))
    const { voters, ballots, hands } = await look(other)
    expect([ballots, hands]).toEqual([5, 5])
    expect(voters.map(({ name }) => name)).toEqual(names(upTo(10)))
    expect(new Set(voters.flatMap(Object.keys))).toEqual(new Set(['person', 'name']))
  })

  it('is told of a void one too, of few, and of nobody', async () => {
    const few = await aPoll(evening, { visibility: 'secret' })
    must(await few.castsInSecret(hall.at(server.address)[2] as Browser, { option: 'yes' }))
    must(await few.does('poll:void', { reason: 'Verkeerde vraag' }))
    expect(await look(few)).toMatchObject({ voters: [{ name: 'Expert 3' }], ballots: 1 })
    const none = await aPoll(evening, { visibility: 'secret' })
    must(await none.does('poll:close'))
    expect(await look(none)).toMatchObject({ voters: [], ballots: 0, hands: 0 })
  })

  it('is not told of other polls, nor of one that is not there', async () => {
    const open = await aPoll(evening, { visibility: 'open' })
    must(await open.does('poll:close'))
    expect(codeOf(await open.does('roll:read', {}, auditor))).toBe('poll-not-secret')
    const draft = await aPoll(evening, { visibility: 'secret' }, { opens: false })
    expect(codeOf(await draft.does('roll:read', {}, auditor))).toBe('poll-not-found')
  })

  it('is not asked by a page of another site in the name of the auditor', async () => {
    const response = await fetch(`${server.address}/api/meetings/roll/read`, {
      method: 'POST',
      headers: {
        cookie: await server.seat(inSeat('auditor')),
        Origin: 'https://elders.example',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ meeting: evening.id, poll: poll.id }),
    })
    expect(response.status).toBe(403)
    expect(await recorded()).toHaveLength(looks.length)
  })

  it('is shown without a name of who was erased since, and the record stays right', async () => {
    const gone = hall.people[6] as PersonId
    const administrator = await browserOf(server, inSeat('administrator'))
    must(await administrator.commands('/api/people/erase', { person: gone, keepName: false }))
    const { voters } = await look()
    expect(voters).toHaveLength(11)
    expect(voters.at(-1)).toEqual({ person: gone, name: null })
    const { chains } = await server.leaves((store) => verifyRecord(store))
    expect(chains.map(({ fault, waiting }) => [fault, waiting])).toEqual(chains.map(() => [null, 0]))
  })
})
