import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { MeetingNow, RecordAnswer, RecordLine, ScreenAnswer } from '@witboek/contract'
import { meetingCommandPath } from '@witboek/contract'
import { checkAudit, electorateHash, type PersonId, type PollAudit, type PollId } from '@witboek/domain'
import { eventHash } from '@witboek/store'
import { aPlan, options, stopwatch, until } from '@witboek/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { exampleDialogue } from '../../example/index.ts'
import { Browser } from '../../testing/a-browser.ts'
import { aPoll, codeOf, must, thePoll } from '../../testing/a-poll.ts'
import { aFolder, aServer, type TestServer } from '../../testing/a-server.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { aGuest, anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { asks, meetingLine } from '../../testing/clients.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

const yes = { option: 'yes' }
const no = { option: 'no' }

let server: TestServer
let evening: Evening
let experts: readonly Browser[]
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
  experts = await Promise.all([0, 1, 2, 3, 4, 5].map((nth) => as('expert', { nth })))
})
afterEach(voidsAll)
afterAll(() => server.close())

const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const expert = (nth: number): Browser => experts[nth] ?? expect.fail('an expert')
const now = async (browser: Browser): Promise<MeetingNow> =>
  must(await browser.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
async function checksIn(browser: Browser, mode: 'room' | 'remote' = 'remote') {
  const { room } = (await evening.chef.goes(`/api/screens/${evening.id}`)).body as ScreenAnswer
  const fields = { meeting: evening.id, mode, roomCode: mode === 'room' ? (room?.code ?? '') : '' }
  must(await browser.commands(meetingCommandPath('attendance:check-in'), fields))
}

describe('[POLL-2] [POLL-5] [POLL-13] a poll', () => {
  it('is drafted and seen by the Chef alone, opened, voted in, closed, and published with a proof', async () => {
    const poll = await aPoll(evening, { question: ' Dicht op maandag? ' }, { opens: false })
    expect((await now(evening.chef)).desk?.drafts).toMatchObject([{ id: poll.id, question: 'Dicht op maandag?' }])
    expect((await now(expert(0))).hall.polls).toEqual([])
    expect(codeOf(await poll.casts(expert(0), yes))).toBe('poll-not-found')
    must(await poll.does('poll:change', { plan: aPlan({ quorum: 50 }) }))

    must(await poll.does('poll:open'))
    expect((await now(expert(0))).own.votes).toEqual([poll.id])
    expect(codeOf(await poll.does('poll:change', { plan: aPlan({ quorum: 10 }) }))).toBe('poll-changed')
    for (const [nth, choice] of [yes, yes, no].entries())
      expect(must(await poll.casts(expert(nth), choice)).body).toEqual({ version: 1 })
    expect(await poll.shownTo(expert(0))).toMatchObject({ state: 'open', entitled: 6, cast: 3, result: null })
    expect(codeOf(await poll.does('poll:publish'))).toBe('poll-not-closed')
    expect(codeOf(await poll.asks(evening.chef, 'audit'))).toBe('poll-not-published')

    must(await poll.does('poll:close'))
    const counted = { cast: 3, quorumReached: true, verdict: 'chosen', winners: ['yes'] }
    expect(await poll.shownTo(expert(0))).toMatchObject({ state: 'closed', result: counted, votes: null })
    expect(codeOf(await poll.casts(expert(4), yes))).toBe('poll-closed')
    must(await poll.does('poll:publish'))
    must(await poll.does('poll:publish'))
    expect(await poll.shownTo(expert(4))).toMatchObject({ state: 'published', result: counted })
    const proof = await poll.audit(await as('clerk'))
    expect(checkAudit(proof, eventHash)).toEqual([])
    expect(proof).toMatchObject({ result: counted, counts: { 'chose:yes': 2, 'chose:no': 1 }, electorateSize: 6 })
    const electorate = [0, 1, 2, 3, 4, 5].map((nth) => inSeat('expert', { nth }) as PersonId)
    expect(proof.electorateHash, 'of those who were in it').toBe(electorateHash(electorate, eventHash))
  })

  it('sent twice is one, at every step', async () => {
    const poll = thePoll(evening, randomUUID() as PollId)
    const twice = async (name: Parameters<typeof poll.does>[0], fields = {}) =>
      (await Promise.all([poll.does(name, fields), poll.does(name, fields)])).map(({ status }) => status)
    const steps = { 'poll:draft': { plan: aPlan(), item: null }, 'poll:open': {}, 'poll:close': {}, 'poll:publish': {} }
    for (const [name, fields] of Object.entries(steps))
      expect(await twice(name as keyof typeof steps, fields), name).toEqual([200, 200])
    const types = (await recordOf())
      .filter(({ details }) => details['poll'] === poll.id)
      .map(({ type }) => type)
      .toReversed()
    expect(types).toEqual(['poll:drafted', 'poll:opened', 'poll:closed', 'poll:published'])
  })

  it('that was a mistake is void, with a reason, and only the auditor still sees what was in it', async () => {
    const poll = await aPoll(evening, { reveal: 'live' })
    must(await poll.casts(expert(0), yes))
    expect(codeOf(await poll.does('poll:void', { reason: ' ' }))).toBe('reason-needed')
    must(await poll.does('poll:void', { reason: 'De vraag klopte niet' }))
    expect(await poll.shownTo(expert(0))).toMatchObject({
      ...{ state: 'void', voidReason: 'De vraag klopte niet', cast: 1, result: null, votes: null },
    })
    expect(codeOf(await poll.casts(expert(1), yes))).toBe('poll-not-open')
    expect(codeOf(await poll.asks(evening.chef, 'audit'))).toBe('poll-not-published')
    expect((await poll.audit(await as('auditor'))).counts).toEqual({ 'chose:yes': 1 })
  })

  it('is about an item of this evening, or of none', async () => {
    const [item, poll] = [randomUUID(), thePoll(evening, randomUUID() as PollId)]
    const draft = () => poll.does('poll:draft', { plan: aPlan(), item })
    expect(codeOf(await draft())).toBe('item-not-found')
    const plan = { title: 'Het zwembad', goal: 'decide', minutes: 20, sections: [], polls: [] }
    must(await evening.chef.commands('/api/meetings/agenda/add', { meeting: evening.id, item, plan, after: null }))
    must(await draft())
    must(await poll.does('poll:drop'))
    expect((await now(evening.chef)).desk?.drafts.map(({ id }) => id)).not.toContain(poll.id)
  })
})

describe('[POLL-7] a ballot', () => {
  it('can be changed until closing, and the last one counts; its voter sees all of them', async () => {
    const poll = await aPoll(evening, { reveal: 'live' })
    const [first, second] = [randomUUID(), randomUUID()]
    must(await poll.casts(expert(0), yes, first))
    expect(must(await poll.casts(expert(0), no, second)).body).toEqual({ version: 2 })
    expect(must(await poll.casts(expert(0), yes, first)).body, 'a retry that came late').toEqual({ version: 1 })
    await until('the tally has moved', async () => {
      const { result } = await poll.shownTo(expert(1))
      return result?.winners.join() === 'no' && result.cast === 1
    })
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    expect((await poll.audit(expert(0))).counts).toEqual({ 'chose:no': 1 })
    const own = await poll.own(expert(0))
    expect(own).toMatchObject({
      voted: 'ballot',
      versions: [
        { version: 1, choices: yes },
        { version: 2, choices: no },
      ],
    })
    expect(await poll.own(expert(1))).toMatchObject({ voted: null, versions: [] })
    const told = await Promise.all([0, 1].map(async (nth) => (await now(expert(nth))).own.voted[poll.id]))
    expect(told, 'each of them on all their devices, and nobody else').toEqual([2, undefined])
  })

  it('is told to its voter once more when its answer was lost, also after closing', async () => {
    const poll = await aPoll(evening)
    const key = randomUUID()
    must(await poll.casts(expert(0), yes, key))
    must(await poll.does('poll:close'))
    expect(must(await poll.casts(expert(0), yes, key)).body).toEqual({ version: 1 })
    expect(codeOf(await poll.casts(expert(0), no))).toBe('poll-closed')
    const late = (await poll.casts(expert(1), yes)).body as { at: number; now: number }
    expect([typeof late.at, late.now >= late.at]).toEqual(['number', true])
  })

  it('[RECORD-2] stands on the record in ids: who, in which poll, which version, and no choice', async () => {
    const poll = await aPoll(evening, { kind: 'consent', visibility: 'named' })
    must(await poll.casts(expert(2), { answer: 'block', reason: 'GEHEIM bezwaar' }))
    must(await poll.casts(expert(2), { answer: 'agree', reason: null }))
    const events = await recordOf()
    const cast = events.filter(({ type, details }) => type === 'ballot:cast' && details['poll'] === poll.id)
    expect(cast.toReversed()).toMatchObject([
      { actor: { id: inSeat('expert', { nth: 2 }) }, role: 'expert', subject: evening.id, details: { version: 1 } },
      { details: { version: 2 } },
    ])
    expect(Object.keys(cast[0]?.details ?? {}).sort()).toEqual(['poll', 'version'])
    expect(JSON.stringify(events)).not.toMatch(/GEHEIM|block"|agree/)
    must(await poll.does('poll:close'))
  })

  it('[POLL-10] of a named poll is seen with its name, once its numbers are', async () => {
    const poll = await aPoll(evening, { visibility: 'named', reveal: 'on_publish' })
    must(await poll.casts(expert(0), yes))
    must(await poll.does('poll:close'))
    expect(await poll.shownTo(expert(1))).toMatchObject({ votes: null, result: null })
    must(await poll.does('poll:publish'))
    expect((await poll.shownTo(expert(1))).votes).toEqual([{ name: 'Fatima El Amrani', choices: yes }])
    expect((await poll.audit(expert(1))).ballots).toEqual([{ voter: inSeat('expert'), choices: yes }])
  })

  it('[POLL-16] of an open poll is found in the proof by its voter and by the auditor, and by nobody else', async () => {
    const poll = await aPoll(evening)
    for (const [nth, choice] of [yes, no, no].entries()) must(await poll.casts(expert(nth), choice))
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    const proof = await poll.audit(expert(3))
    expect(JSON.stringify(proof.ballots)).not.toContain(inSeat('expert').slice(0, 10))
    const { voter } = await poll.own(expert(0))
    expect(proof.ballots.filter((ballot) => ballot.voter === voter)).toEqual([{ voter, choices: yes }])
    expect(await recounts(proof, await rootOnRecord(poll.id))).toMatch(/^Right: 3 votes/m)
    const asked = `/api/meetings/${evening.id}/polls/${poll.id}/history?person=${inSeat('expert')}`
    expect((await (await as('auditor')).goes(asked)).body).toMatchObject({ voter, versions: [{ choices: yes }] })
    for (const other of [evening.chef, expert(0), await as('lead'), await as('clerk')])
      expect(codeOf(await other.goes(asked))).toBe('not-for-your-role')
  })
})

describe('[POLL-3] [POLL-6] who votes', () => {
  it('is who holds the seat of an expert of this theme, or got it meanwhile', async () => {
    const late = aTownsperson('Laat Gekomen', { seats: [] })
    const other = await aServer({}, { before: townspeople(late) })
    const there = await anEvening(other)
    const poll = await aPoll(there)
    const lead = await browserOf(other, inSeat('lead'))
    must(await lead.commands('/api/people/give-seat', { person: late.id, role: 'expert', theme: sport.id }))
    const browser = await browserOf(other, late.id)
    const meeting = (await browser.goes(`/api/meetings/${there.id}/now`)).body as MeetingNow
    expect(meeting.own.votes).toEqual([poll.id])
    const key = randomUUID()
    const answers = await Promise.all([poll.casts(browser, yes, key), poll.casts(browser, yes, key)])
    expect(answers.map(({ body }) => body)).toEqual([{ version: 1 }, { version: 1 }])
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    expect(await poll.audit(there.chef)).toMatchObject({ electorateSize: 7, joined: [late.id], ballots: [{}] })
    await other.close()
  })

  it('is who is here, when the poll asks for that; who checks in later joins', async () => {
    await checksIn(expert(0), 'room')
    const poll = await aPoll(evening, { requiresPresence: true })
    expect((await poll.shownTo(expert(1))).entitled).toBe(1)
    expect(codeOf(await poll.casts(expert(1), yes))).toBe('not-in-electorate')
    const why = async (browser: Browser) => (await now(browser)).own.votesNot[poll.id]
    expect(await Promise.all([expert(0), expert(1), await as('clerk'), evening.chef].map(why))).toEqual([
      undefined,
      'not-here',
      undefined,
      undefined,
    ])
    await checksIn(expert(1))
    expect(await why(expert(1))).toBeUndefined()
    expect((await poll.shownTo(expert(1))).entitled).toBe(2)
    must(await poll.casts(expert(1), yes))
    must(await poll.does('poll:close'))
  })

  it('is nobody who leads, advises, visits or comes from another theme', async () => {
    const poll = await aPoll(evening)
    const guest = await aGuest(server, evening)
    await evening.says('admit', guest.person)
    const answers = {
      chef: await poll.casts(evening.chef, yes),
      civilServant: await poll.casts(await as('civilServant'), yes),
      financialAdviser: await poll.casts(await as('financialAdviser'), yes),
      lead: await poll.casts(await as('lead'), yes),
      auditor: await poll.casts(await as('auditor'), yes),
      guest: await poll.casts(guest.browser, yes),
      'another theme': await poll.casts(await as('expert', { elsewhere: true }), yes),
      nobody: await poll.casts(new Browser(server.address), yes),
    }
    expect(Object.fromEntries(Object.entries(answers).map(([who, seen]) => [who, codeOf(seen)]))).toEqual({
      chef: 'not-for-your-role',
      civilServant: 'not-for-your-role',
      financialAdviser: 'not-for-your-role',
      lead: 'not-for-your-role',
      auditor: 'not-for-your-role',
      guest: 'not-for-your-role',
      'another theme': 'not-your-theme-group',
      nobody: 'not-signed-in',
    })
    expect((await poll.shownTo(expert(0))).cast).toBe(0)
    must(await poll.does('poll:close'))
  })

  it('is every expert, in an evening of all themes together', async () => {
    const lead = await as('lead')
    const plan = {
      kind: 'kickoff',
      title: 'Aftrap',
      place: '',
      remoteLink: '',
      startsAt: Date.UTC(2046, 0, 1),
      endsAt: Date.UTC(2046, 0, 1, 2),
    }
    const { id } = must(await lead.commands('/api/meetings/plan', { theme: null, ...plan })).body as Pick<Evening, 'id'>
    must(await lead.commands('/api/meetings/open', { meeting: id }))
    const poll = await aPoll({ id, chef: lead })
    must(await poll.casts(expert(0), yes))
    must(await poll.casts(await as('expert', { elsewhere: true }), no))
    expect((await poll.shownTo(lead)).entitled).toBe(48)
    expect(codeOf(await poll.casts(evening.chef, yes))).toBe('not-for-your-role')
    expect(codeOf(await poll.does('poll:close', {}, evening.chef))).toBe('not-your-theme-group')
    must(await lead.commands('/api/meetings/close', { meeting: id }))
    expect((await poll.shownTo(lead)).state).toBe('closed')
  })

  it('is nobody any more who lost their seat: their line ends and their ballot is refused', async () => {
    const away = aTownsperson('Straks Weg')
    const other = await aServer({}, { before: townspeople(away) })
    const there = await anEvening(other)
    const poll = await aPoll(there)
    const browser = await browserOf(other, away.id)
    const line = meetingLine(other.address, browser.cookie)
    expect(await asks(line, 'meeting:watch', { meeting: there.id })).toMatchObject({ ok: true })
    const lead = await browserOf(other, inSeat('lead'))
    const took = stopwatch()
    must(await lead.commands('/api/people/end-seat', { person: away.id, role: 'expert', theme: sport.id }))
    await until('the line has ended', () => !line.connected)
    expect(took()).toBeLessThan(1_000)
    expect(codeOf(await poll.casts(browser, yes))).toBe('not-signed-in')
    line.close()
    await other.close()
  })
})

describe('[POLL-12] hands in the room', () => {
  beforeAll(() => evening.findsInRoom([0, 1, 2, 3, 4, 5].map((nth) => inSeat('expert', { nth }))))

  it('are of people in the room: whoever is at home votes on their own', async () => {
    const poll = await aPoll(evening)
    await checksIn(expert(0), 'remote')
    const enter = () =>
      poll.does('hands:enter', { block: randomUUID(), counts: { yes: 1 }, voters: [inSeat('expert')] })
    expect(codeOf(await enter())).toBe('hands-not-in-room')
    await evening.findsInRoom([inSeat('expert')])
    must(await enter())
  })

  it('count once a second person who is here has confirmed them, and nobody votes twice', async () => {
    const poll = await aPoll(evening, { reveal: 'live' })
    const block = randomUUID()
    const people = [0, 1, 2, 3].map((nth) => inSeat('expert', { nth }) as PersonId)
    must(await poll.casts(expert(0), no))
    const enter = (voters: readonly PersonId[], counts: object, id = block) =>
      poll.does('hands:enter', { block: id, counts, voters })
    expect(codeOf(await enter(people, { yes: 4 }))).toBe('voted-already')
    expect(codeOf(await enter(people.slice(1), { yes: 4 }))).toBe('hands-not-sound')
    must(await enter(people.slice(1), { yes: 2, no: 1 }))
    expect(codeOf(await poll.casts(expert(1), no))).toBe('votes-by-hand')
    expect(await poll.shownTo(expert(1))).toMatchObject({ cast: 1, handsToCheck: 1 })

    expect(codeOf(await poll.does('hands:confirm', { block }))).toBe('not-checked-in')
    await checksIn(evening.chef, 'room')
    expect(codeOf(await poll.does('hands:confirm', { block }))).toBe('second-person-needed')
    const guest = await aGuest(server, evening)
    await evening.says('admit', guest.person)
    await checksIn(guest.browser)
    expect(codeOf(await poll.asks(guest.browser, 'hands'))).toBe('guest-checks-no-hands')
    for (const command of ['hands:confirm', 'hands:reject'] as const)
      expect(codeOf(await poll.does(command, { block }, guest.browser)), command).toBe('guest-checks-no-hands')
    const official = await as('civilServant')
    expect(codeOf(await poll.asks(official, 'hands'))).toBe('not-checked-in')
    await checksIn(official)
    expect((await poll.asks(official, 'hands')).body).toMatchObject({
      blocks: [{ id: block, counts: { yes: 2, no: 1 }, enteredByName: 'Marit Hoekzema', own: false }],
    })
    must(await poll.does('hands:confirm', { block }, official))
    await until('all are counted', async () => (await poll.shownTo(official)).result?.cast === 4)
    must(await poll.does('poll:close'))
    must(await poll.does('poll:publish'))
    const proof = await poll.audit(official)
    expect(proof).toMatchObject({ counts: { 'chose:yes': 2, 'chose:no': 2 }, result: { cast: 4 } })
    expect([checkAudit(proof, eventHash), proof.hands[0]?.voters?.length]).toEqual([[], 3])
    expect((await poll.own(expert(1))).voted).toBe('hand')
    expect((await now(expert(1))).own.voted).toMatchObject({ [poll.id]: 'hand' })
  })

  it('that were rejected count for nothing, and their people vote themselves', async () => {
    const poll = await aPoll(evening)
    const [block, voters] = [randomUUID(), [inSeat('expert')]]
    must(await poll.does('hands:enter', { block, counts: { yes: 1 }, voters }))
    must(await poll.does('poll:close'))
    expect(codeOf(await poll.does('poll:publish'))).toBe('hands-unconfirmed')
    must(await poll.does('hands:reject', { block }))
    must(await poll.does('poll:publish'))
    expect((await poll.shownTo(expert(0))).result).toMatchObject({ cast: 0, verdict: 'none' })
    const again = await aPoll(evening)
    must(await again.does('hands:enter', { block, counts: { yes: 1 }, voters }))
    must(await again.does('hands:reject', { block }))
    must(await again.casts(expert(0), no))
    must(await again.does('poll:close'))
  })

  it('do not tell who has voted to whoever tries one name after the other', async () => {
    const poll = await aPoll(evening)
    for (const nth of [0, 1, 2, 3, 4, 5]) must(await poll.casts(expert(nth), yes))
    const tries = async (nth: number) =>
      codeOf(
        await poll.does('hands:enter', {
          ...{ block: randomUUID(), counts: { yes: 1 }, voters: [inSeat('expert', { nth })] },
        }),
      )
    for (const nth of [0, 1, 2, 3, 4]) expect(await tries(nth)).toBe('voted-already')
    expect(await tries(5)).toBe('too-many-attempts')
  })

  it('and a ballot at the same moment: one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const poll = await aPoll(evening)
      const block = randomUUID()
      const [hand, ballot] = await Promise.all([
        poll.does('hands:enter', { block, counts: { yes: 1 }, voters: [inSeat('expert')] }),
        poll.casts(expert(0), no),
      ])
      expect([hand.status, ballot.status].sort(), JSON.stringify([hand.body, ballot.body])).toEqual([200, 409])
      await voidsAll()
    }
  })
})

describe('[POLL-8] an attack', () => {
  const dots = { kind: 'dots', dots: 3, options: options('a', 'b') } as const

  it.each<[string, object, unknown, string]>([
    ['an option that is not there', {}, { option: 'misschien' }, 'ballot-not-sound'],
    ['an option of every object', {}, { option: 'toString' }, 'ballot-not-sound'],
    ['more dots than one has', dots, { dots: { a: 2, b: 2 } }, 'ballot-not-sound'],
    ['fewer dots than none', dots, { dots: { a: 4, b: -1 } }, 'ballot-not-sound'],
    ['half a dot', dots, { dots: { a: 0.5 } }, 'not-understood'],
    ['dots without end', dots, { dots: { a: Number.MAX_SAFE_INTEGER } }, 'not-understood'],
    ['dots in another currency', dots, { dots: { a: '2' } }, 'not-understood'],
    ['a ballot of another kind of poll', dots, { option: 'a' }, 'ballot-not-sound'],
    ['an option twice', { kind: 'multiple', options: options('a', 'b') }, { options: ['a', 'a'] }, 'ballot-not-sound'],
    ['nothing', {}, null, 'not-understood'],
    ['a list', {}, [yes], 'not-understood'],
    ['two ballots in one', {}, { ...yes, options: ['no'] }, 'not-understood'],
    ['somebody else’s name', {}, { ...yes, voter: 'chef' }, 'not-understood'],
    ['a version of its own', {}, { ...yes, version: 99 }, 'not-understood'],
    ['a block without a reason', { kind: 'consent' }, { answer: 'block', reason: ' ' }, 'reason-needed'],
  ])('with %s is refused, and nothing is counted', async (_, plan, choices, code) => {
    const poll = await aPoll(evening, plan)
    expect(codeOf(await poll.casts(expert(0), choices))).toBe(code)
    expect((await poll.shownTo(expert(0))).cast).toBe(0)
  })

  it.each([
    ['in the name of somebody else', { person: inSeat('expert', { nth: 1 }) }],
    ['with a weight', { weight: 2 }],
    ['at another time', { at: 0 }],
    ['from another place', { mode: 'room' }],
    ['with a key that is none', { key: '' }],
    ['with a key without end', { key: 'x'.repeat(1_000) }],
  ])('%s is not understood', async (_, more) => {
    const poll = await aPoll(evening)
    const seen = await poll.does('poll:cast', { key: randomUUID(), choices: yes, ...more }, expert(0))
    expect(codeOf(seen)).toBe('not-understood')
  })

  it('with a poll of another evening, of nobody, or of the other kind is refused', async () => {
    const poll = await aPoll(evening)
    const chef = inSeat('chef', { elsewhere: true })
    const theme = exampleDialogue().people.find(({ id }) => id === chef)?.seats[0]?.theme ?? ''
    const theirs = await anEvening(server, { chef, theme })
    const there = await aPoll(theirs)
    expect(codeOf(await thePoll(evening, there.id).casts(expert(0), yes))).toBe('poll-not-found')
    expect(codeOf(await thePoll(theirs, poll.id).casts(expert(0), yes))).toBe('not-your-theme-group')
    expect(codeOf(await thePoll(evening, 'geen' as PollId).casts(expert(0), yes))).toBe('poll-not-found')
    expect(codeOf(await poll.castsInSecret(expert(0), yes))).toBe('ballot-not-sound')
    expect(codeOf(await there.does('poll:close', {}, evening.chef))).toBe('not-your-theme-group')
    expect((await poll.shownTo(expert(0))).cast).toBe(0)
  })

  it('by an expert who would lead is refused, and so is a Chef who would loosen an open poll', async () => {
    const poll = await aPoll(evening, { closesAfter: 5 })
    for (const step of ['poll:close', 'poll:publish', 'poll:open'] as const)
      expect(codeOf(await poll.does(step, {}, expert(0)))).toBe('not-for-your-role')
    const { closesAt } = await poll.shownTo(expert(0))
    expect(codeOf(await poll.does('poll:extend', { closesAt: (closesAt ?? 0) - 1 }))).toBe('poll-only-later')
    expect(codeOf(await poll.does('poll:change', { plan: aPlan({ visibility: 'named' }) }))).toBe('poll-changed')
    expect(codeOf(await poll.does('poll:draft', { plan: aPlan({ reveal: 'live' }), item: null }))).toBe('poll-changed')
  })
})

describe('[POLL-9] how many are still filling in', () => {
  it('is a number, of those who may vote and have not', async () => {
    const poll = await aPoll(evening)
    const lines = await Promise.all(
      [expert(0), expert(1), evening.chef].map(async ({ cookie }) => {
        const line = meetingLine(server.address, cookie)
        expect(await asks(line, 'meeting:fill', { meeting: evening.id, poll: poll.id })).toMatchObject({ ok: true })
        return line
      }),
    )
    const second = meetingLine(server.address, expert(0).cookie)
    await asks(second, 'meeting:fill', { meeting: evening.id, poll: poll.id })
    expect(await poll.shownTo(evening.chef)).toMatchObject({ cast: 0, filling: 2 })
    must(await poll.casts(expert(0), yes))
    await until('one is left', async () => (await poll.shownTo(evening.chef)).filling === 1)
    await asks(second, 'meeting:fill', { meeting: evening.id, poll: null })
    await asks(second, 'meeting:fill', { meeting: evening.id, poll: poll.id })
    expect(await poll.shownTo(evening.chef), 'who looks again is not waited for').toMatchObject({ filling: 1 })
    for (const line of [...lines, second]) line.close()
    await until('nobody is left', async () => (await poll.shownTo(evening.chef)).filling === 0)
  })
})

it('[POLL-10] tells why people block or worry with the numbers, once it is closed, and not who', async () => {
  const poll = await aPoll(evening, { kind: 'consent', reveal: 'on_publish' })
  must(await poll.casts(expert(0), { answer: 'agree', reason: null }))
  must(await poll.casts(expert(1), { answer: 'concern', reason: 'En de jeugd?' }))
  must(await poll.casts(expert(2), { answer: 'block', reason: 'Te duur' }))
  must(await poll.does('poll:close'))
  expect(await poll.shownTo(evening.chef)).not.toHaveProperty('reasons')
  must(await poll.does('poll:publish'))
  expect(await poll.shownTo(expert(3))).toMatchObject({
    reasons: [
      { answer: 'block', reason: 'Te duur' },
      { answer: 'concern', reason: 'En de jeugd?' },
    ],
    votes: null,
  })
})

describe('[EVENING-4] a meeting that closes', () => {
  it('closes its polls, and their result is published after it', async () => {
    const poll = await aPoll(evening)
    must(await poll.casts(expert(0), yes))
    const secret = await aPoll(evening, { visibility: 'secret' })
    for (const each of experts) must(await secret.castsInSecret(each, no))
    must(await evening.closes())
    must(await secret.does('poll:publish'))
    expect((await secret.audit(expert(0))).counts, 'its box is closed, and can be read').toEqual({ 'chose:no': 6 })
    expect((await poll.shownTo(expert(0))).state).toBe('closed')
    expect(codeOf(await poll.casts(expert(1), yes))).toBe('poll-closed')
    const draft = { plan: aPlan(), item: null }
    expect(codeOf(await thePoll(evening, randomUUID() as PollId).does('poll:draft', draft))).toBe('meeting-over')
    must(await poll.does('poll:publish'))
    expect((await poll.audit(expert(0))).counts).toEqual({ 'chose:yes': 1 })
  })
})

/** So many polls are open at a time, and the next test wants its own. */
async function voidsAll() {
  const { polls } = (await now(evening.chef)).hall
  for (const { id, state } of polls)
    if (state === 'open') must(await thePoll(evening, id).does('poll:void', { reason: 'proef' }))
}

/** What the root of a published poll is on the record. */
async function rootOnRecord(poll: PollId): Promise<string> {
  const published = (await recordOf()).find(
    ({ type, details }) => type === 'poll:published' && details['poll'] === poll,
  )
  return String(published?.details['ballotsRoot'])
}

/** As anybody does who got the file, with Node and nothing else. */
async function recounts(proof: PollAudit, root: string): Promise<string> {
  const folder = aFolder()
  const file = join(folder.path, 'peiling.json')
  writeFileSync(file, JSON.stringify(proof))
  const program = fileURLToPath(new URL('../../../../../docs/record/recount.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, file, root]).finally(folder.remove)
  return stdout
}

async function recordOf(): Promise<readonly RecordLine[]> {
  const auditor = await as('auditor')
  return ((await auditor.goes('/api/record')).body as RecordAnswer).lines
}
