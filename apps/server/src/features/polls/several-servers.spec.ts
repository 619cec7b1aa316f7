import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import type { HallView, MeetingNow, RecordAnswer } from '@witboek/contract'
import { checkAudit, type PersonId } from '@witboek/domain'
import { eventHash, openPostgresStore } from '@witboek/store'
import { chanceFrom, seedOfToday, until } from '@witboek/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aHall, type Hall } from '../../testing/a-hall.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aPoll, codeOf, must, thePoll, type PollAtEvening } from '../../testing/a-poll.ts'
import { aGuest, anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { asks, meetingLine, type MeetingLine } from '../../testing/clients.ts'
import { inSeat } from '../../testing/the-example.ts'

const size = 60
const yes = { option: 'yes' }
const no = { option: 'no' }

let house: House
let hall: Hall
let evening: Evening
let voters: readonly Browser[]
/** The phones of all of them at the other server. */
let there: readonly Browser[]
const lines: MeetingLine[] = []
const told = new Map<'one' | 'other', HallView>()
beforeAll(async () => {
  hall = aHall(size)
  house = await aHouse(inject('postgres'), {}, { before: hall.before })
  evening = await anEvening(house.one.server)
  const { one, other } = house
  // Every second phone comes in at the other server.
  there = hall.at(other.server.address)
  voters = hall.at(one.server.address).map((voter, i) => (i % 2 ? (there[i] ?? voter) : voter))
  for (const [name, { server }] of [
    ['one', one],
    ['other', other],
  ] as const) {
    const line = meetingLine(server.address, await server.seat(inSeat('clerk')))
    lines.push(line)
    line.on('meeting:hall', (view) => told.set(name, view))
    expect(await asks(line, 'meeting:watch', { meeting: evening.id })).toMatchObject({ ok: true })
  }
})
/** So many polls are open at a time, and the next test wants its own. */
afterEach(async () => {
  for (const { id, state } of ((await evening.chef.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow).hall
    .polls)
    if (state === 'open') must(await thePoll(evening, id).does('poll:void', { reason: 'proef' }))
})
afterAll(async () => {
  for (const line of lines) line.close()
  await house.close()
})

const voter = (nth: number): Browser => voters[nth] ?? expect.fail('a voter')
/** What the pages at both servers were told last about a poll. */
const shownAtBoth = ({ id }: PollAtEvening) =>
  [...told.values()].map(({ polls }) => polls.find((poll) => poll.id === id)?.result?.options.map(({ count }) => count))
const bothShow = (poll: PollAtEvening, ...counts: readonly number[]) =>
  until(`both show ${counts.join()}`, () => shownAtBoth(poll).every((shown) => shown?.join() === counts.join()))

/** Redis forgets everything it knew. */
async function flush(): Promise<void> {
  const socket = connect(Number(new URL(house.redis.url).port), '127.0.0.1')
  const answer = await new Promise<string>((resolve, reject) => {
    socket.once('error', reject).once('data', (data) => resolve(data.toString()))
    socket.write('FLUSHALL\r\n')
  })
  socket.destroy()
  expect(answer).toContain('+OK')
}

describe('[POLL-9] on two servers', () => {
  it('pages show the same numbers, wherever people vote and change their vote', async () => {
    const poll = await aPoll(evening, { reveal: 'live' })
    const chance = chanceFrom(seedOfToday())
    const last = new Map<number, 'yes' | 'no'>()
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        for (let nth = 0; nth < 30; nth++) {
          const option = chance.pick(['yes', 'no'] as const)
          const { version } = must(await poll.casts(voter(nth), { option })).body as { version: number }
          // Three at once: the highest version is the last.
          if (version === 3) last.set(nth, option)
        }
      }),
    )
    const yeses = [...last.values()].filter((option) => option === 'yes').length
    expect(last.size).toBe(30)
    await bothShow(poll, yeses, 30 - yeses, 0)
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    const proof = await poll.audit(voter(1))
    expect([checkAudit(proof, eventHash), proof.result.cast]).toEqual([[], 30])
    expect(
      house.one.server.log.filter(({ msg }) => msg.includes('tally')),
      `SEED=${chance.seed}`,
    ).toEqual([])
  })

  it('one person 50 times at once, over both, is one ballot', async () => {
    const open = await aPoll(evening, { reveal: 'live' })
    const secret = await aPoll(evening, { visibility: 'secret' })
    const [here, elsewhere] = [voter(0), there[0] ?? expect.fail('a voter')]
    const key = randomUUID()
    const both = Array.from({ length: 25 }, () => [here, elsewhere]).flat()
    for (const answer of await Promise.all(both.map((by) => open.casts(by, yes, key))))
      expect(must(answer).body).toEqual({ version: 1 })
    const inSecret = await Promise.all(both.map((by) => secret.castsInSecret(by, yes)))
    expect(inSecret.filter(({ body }) => (body as { cast: string }).cast === 'now')).toHaveLength(1)
    await bothShow(open, 1, 0, 0)
    for (const poll of [open, secret]) expect((await poll.shownTo(elsewhere)).cast).toBe(1)
  })

  it('no ballot comes in on one after the Chef has closed the poll on the other', async () => {
    const poll = await aPoll(evening)
    const casts = (from: number, to: number) =>
      Array.from({ length: to - from }, async (_, i) => {
        const seen = await poll.casts(voter(from + i), no)
        return seen.status === 200 ? 'in' : codeOf(seen)
      })
    const first = casts(0, 5)
    const closing = poll.does('poll:close')
    const answers = await Promise.all([...first, ...casts(5, 50)])
    must(await closing)
    const [taken, late] = ['in', 'poll-closed'].map((what) => answers.filter((answer) => answer === what).length) as [
      number,
      number,
    ]
    expect(taken + late, 'each is in, or was told that it is not').toBe(50)
    must(await poll.does('poll:publish'))
    expect((await poll.audit(voter(0))).ballots).toHaveLength(taken)
    console.info(`closed among 50 ballots: ${taken} came in, ${late} were too late`)
  })

  it('hands that are entered on one strike their people from the roll of the other', async () => {
    const poll = await aPoll(evening)
    const block = randomUUID()
    const people = hall.people.slice(0, 10)
    await evening.findsInRoom(people)
    const [entered, ...cast] = await Promise.all([
      poll.does('hands:enter', { block, counts: { yes: 10 }, voters: people }),
      ...people.map((_, nth) => poll.casts(voter(nth), no)),
    ])
    const ballots = cast.filter(({ status }) => status === 200).length
    expect(entered.status === 200 ? ballots : 'somebody voted', JSON.stringify(entered.body)).toBe(
      entered.status === 200 ? 0 : 'somebody voted',
    )
    expect((await poll.shownTo(voter(1))).cast).toBe(ballots)
  })

  it('a guest and a second Chef at the other server see what was published', async () => {
    const poll = await aPoll(evening)
    must(await poll.casts(voter(0), yes))
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    const guest = await aGuest(house.other.server, evening)
    await evening.says('admit', guest.person)
    expect((await poll.audit(guest.browser)).counts).toEqual({ 'chose:yes': 1 })
    expect(codeOf(await poll.casts(guest.browser, yes))).toBe('not-for-your-role')
  })
})

describe('[POLL-15] the proof of a poll', () => {
  it('shows that a ballot was changed after it was published', async () => {
    const poll = await aPoll(evening)
    for (let nth = 0; nth < 3; nth++) must(await poll.casts(voter(nth), yes))
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    expect(checkAudit(await poll.audit(voter(0)), eventHash)).toEqual([])
    const order = `update ballot set choices = '{"option":"no"}' where poll = '${poll.id}' and person = '${String(hall.people[0])}'`
    execFileSync('psql', [house.databaseUrl, '--quiet', '--command', order])
    expect(checkAudit(await poll.audit(voter(0)), eventHash)).toEqual(['root', 'result'])
  })
})

describe('[POLL-9] Redis loses everything, and no vote is lost with it', () => {
  it('flushed while people vote: the same numbers on both servers, and no alarm', async () => {
    const poll = await aPoll(evening, { reveal: 'live' })
    for (let nth = 0; nth < 10; nth++) must(await poll.casts(voter(nth), yes))
    await bothShow(poll, 10, 0, 0)
    await flush()
    must(await poll.casts(voter(0), no))
    await bothShow(poll, 9, 1, 0)
    const flushing = flush()
    await Promise.all([10, 11, 12, 13, 14, 15, 16, 17].map(async (nth) => must(await poll.casts(voter(nth), no))))
    await flushing
    await bothShow(poll, 9, 9, 0)
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    expect((await poll.audit(voter(0))).counts).toEqual({ 'chose:yes': 9, 'chose:no': 9 })
    expect(await house.one.server.count('witboek_tallies_differed_total')).toBe(0)
  })

  it('away while people vote: ballots are taken, and what both show is counted from them', async () => {
    const poll = await aPoll(evening, { reveal: 'live' })
    must(await poll.casts(voter(0), yes))
    await bothShow(poll, 1, 0, 0)
    await house.redis.end()
    for (let nth = 1; nth < 8; nth++) must(await poll.casts(voter(nth), no))
    expect((await poll.shownTo(voter(0))).result).toMatchObject({ cast: 8, winners: ['no'] })
    expect((await poll.shownTo(voter(1))).result).toMatchObject({ cast: 8, winners: ['no'] })
    await house.redis.restart()
    await bothShow(poll, 1, 7, 0)
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    expect((await poll.audit(voter(1))).counts).toEqual({ 'chose:yes': 1, 'chose:no': 7 })
  })

  it('[POLL-13] that says something else is an alarm on the record and in the log, and the ballots are published', async () => {
    const { server } = house.one
    const differed = () => server.count('witboek_tallies_differed_total')
    const timesAway = () =>
      [house.one, house.other].flatMap(({ server }) => server.log.filter(({ msg }) => msg.startsWith('Redis is away')))
        .length
    const withForgery = async () => {
      const poll = await aPoll(evening, { reveal: 'live' })
      for (let nth = 0; nth < 4; nth++) must(await poll.casts(voter(nth), yes))
      await bothShow(poll, 4, 0, 0)
      // Somebody changes what is in the database, as no program of ours does.
      const store = await openPostgresStore(house.databaseUrl)
      const forged = {
        poll: poll.id,
        person: hall.people[9] as PersonId,
        key: randomUUID(),
        choices: no,
        mode: null,
        at: 1 as never,
      }
      await store.ballotBoxes.cast(forged).finally(() => store.close())
      must(await poll.does('poll:close'))
      must(await poll.does('poll:publish'))
      return poll
    }
    // A tally that went away meanwhile with Redis, on a machine that is held up, says nothing else: then there is no alarm.
    let before: number, away: number, poll: PollAtEvening
    do {
      ;[before, away] = [await differed(), timesAway()]
      poll = await withForgery()
    } while (timesAway() !== away)
    const proof = await poll.audit(voter(0))
    expect(proof).toMatchObject({ counts: { 'chose:yes': 4, 'chose:no': 1 }, result: { cast: 5 } })
    expect(checkAudit(proof, eventHash), 'the result is that of the ballots').toEqual([])
    expect((await poll.shownTo(voter(0))).result, 'and it is what pages show').toEqual(proof.result)
    expect((await differed()) - before).toBe(1)
    const alarms = server.log.filter(({ msg }) => msg.startsWith('a running tally'))
    expect(alarms.at(-1)).toMatchObject({ level: 50, poll: poll.id })
    const auditor = await browserOf(server, inSeat('auditor'))
    const { lines } = (await auditor.goes('/api/record?type=tally:differed')).body as RecordAnswer
    const ofThis = lines.filter(({ details }) => details['poll'] === poll.id)
    expect(ofThis).toMatchObject([{ subject: evening.id }])
  })
})
