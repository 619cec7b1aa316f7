import { expect, it } from 'vitest'
import type { Instant } from '../ids.ts'
import type { Meeting } from './meeting.ts'
import { lineOf, modeAt, type Stay } from './attendance.ts'
import { closing } from './due.ts'
import type { MeetingCommand } from './decide.ts'
import { speakingOrder } from './speaking-order.ts'
import type { MeetingFact } from './meeting-fact.ts'
import { noProceedings, proceed, type Proceedings } from './proceedings.ts'
import { anyCommand, polls } from './testing/any-command.ts'
import { Evening, people, said, sportEvening } from './testing/an-evening.ts'
import { chanceFrom, seedOfToday, type Chance } from './testing/chance.ts'

const runs = process.env['PROFILE'] === 'nightly' ? 2_000 : 100
const stepsOfARun = 1_000

/** What is counted counts each time it is sent (EVENING-3). */
const sums: readonly string[] = ['timer:extend', 'word:ask']

/** Spells one after the other: none begins before the one before it has ended, and only the last may still go on. */
const inOrder = (spells: readonly Omit<Stay, 'mode'>[]): boolean =>
  spells.every(
    ({ from, to }, index) => (to ?? Infinity) >= from && (to ?? Infinity) <= (spells[index + 1]?.from ?? Infinity),
  )

const byBegin = <Timed extends { readonly from: number; readonly to: number | null }>(spells: readonly Timed[]) =>
  spells.toSorted((one, other) => one.from - other.from || (one.to ?? Infinity) - (other.to ?? Infinity))

const goesOn = ({ spells }: { readonly spells: readonly { readonly to: Instant | null }[] }): boolean =>
  spells.some(({ to }) => to === null)

/** What is wrong with how a meeting stands. */
function faults({ agenda, attendance, queue, state, at, spells }: Proceedings): readonly string[] {
  const withWord = queue.speakers.filter((speaker) => speaker.state === 'speaking' || speaker.state === 'paused')
  const waiting = queue.speakers.filter((speaker) => speaker.state === 'waiting')
  const order = new Set(speakingOrder(queue))
  const right: { readonly [what: string]: boolean } = {
    'one item is the current one': agenda.filter((item) => item.state === 'current').length <= 1,
    'two items do not take the same time': inOrder(byBegin(agenda.flatMap((item) => item.spells))),
    'the current item takes time, and no other': agenda.every(
      (item) => goesOn(item) === (item.state === 'current' && state === 'running'),
    ),
    'one has the word': withWord.length <= 1,
    'two do not speak at once': inOrder(byBegin(queue.speakers.flatMap((speaker) => speaker.spells))),
    'whoever speaks takes time, and no other': queue.speakers.every(
      (speaker) => goesOn(speaker) === (speaker.state === 'speaking'),
    ),
    'nobody speaks in a break': state === 'running' || withWord.every((speaker) => speaker.state === 'paused'),
    'whoever waits is in the order once':
      order.size === waiting.length && waiting.every((speaker) => order.has(speaker)),
    'nobody waits twice': new Set(waiting.map(({ person }) => person)).size === waiting.length,
    'nobody waits who has left': waiting.every(({ person }) => attendance.get(person)?.state !== 'left'),
    'nobody is here twice': [...attendance.values()].every(({ stays }) => inOrder(stays)),
    'whoever is present is here, and nobody else': [...attendance.values()].every(
      (attendee) => (attendee.stays.at(-1)?.to === null) === (attendee.state === 'present' && state !== 'over'),
    ),
    'whoever is here is in the place they said': [...attendance.values()].every(
      ({ person, mode, state: where }) =>
        where !== 'present' || state === 'over' || modeAt(attendance, person, at) === mode,
    ),
    'the meeting goes on once at a time': inOrder(spells),
  }
  return Object.keys(right).filter((what) => right[what] !== true)
}

/** What comes first, second, and so on when a meeting closes (EVENING-4). */
const closingOrder = ['poll', 'speaker', 'queue', 'timer', 'agenda', 'meeting']

function closes(evening: Evening): void {
  const facts = closing(evening.now)
  const families = facts.map(({ type }) => closingOrder.indexOf(type.split(':')[0] ?? ''))
  expect(families).toEqual(families.toSorted((one, other) => one - other))
  expect(facts.at(-1)?.type).toBe('meeting:closed')
  evening.happens(facts, 'chef')
  const { polls: asked, queue, timer, agenda, attendance } = evening.now
  expect(timer).toBeNull()
  expect(asked.filter(({ state }) => state === 'open')).toEqual([])
  expect(queue.speakers.filter(({ state }) => state !== 'done' && state !== 'withdrawn')).toEqual([])
  expect(agenda.filter(({ state }) => state === 'current')).toEqual([])
  expect([...attendance.values()].flatMap(({ stays }) => stays).filter(({ to }) => to === null)).toEqual([])
}

/** A poll takes its steps, as the rules of polls have them. */
function pollFact(chance: Chance, { polls: known }: Proceedings): MeetingFact {
  const poll = chance.pick(polls)
  const state = known.find(({ id }) => id === poll)?.state
  if (state === 'draft')
    return { type: 'poll:opened', poll, electorate: [], electorateHash: '', definitionHash: '', closesAt: null }
  if (state === 'open') return { type: 'poll:closed', poll }
  if (state === 'closed') return { type: 'poll:voided', poll, reason: 'Verkeerde vraag' }
  const plan = { question: 'Dicht?', explanation: '', kind: 'yes_no', options: [], visibility: 'open' } as const
  const rest = { reveal: 'live', requiresPresence: true, quorum: null, threshold: null } as const
  return {
    type: 'poll:drafted',
    poll,
    plan: { ...plan, ...rest, dots: null, target: null, closesAfter: null },
    item: null,
  }
}

/** What is nobody's command: time, lines, polls, and the steps of the meeting. */
function happens(chance: Chance, evening: Evening): void {
  const { state, attendance, polls: known } = evening.now
  switch (chance.below(8)) {
    case 0:
    case 1:
    case 2: {
      // Now and then the clock of another server, which is a little behind.
      evening.wait(chance.pick([0.01, 0.1, 1, 5, 20, -0.005]))
      return
    }
    case 3:
      if (state === 'before') evening.opens()
      return
    case 4:
      if (state === 'running') evening.pauses()
      else if (state === 'paused') evening.resumes()
      return
    case 5:
    case 6: {
      const person = chance.pick([...attendance.keys(), ...people.map(({ id }) => id)])
      if (state !== 'before') evening.happens(lineOf(attendance, person, chance.below(2) === 0))
      return
    }
    case 7: {
      const fact = pollFact(chance, evening.now)
      const again = fact.type === 'poll:drafted' && known.some(({ id }) => id === fact.poll)
      if (state === 'running' && !again) evening.happens([fact], 'chef')
    }
  }
}

/** Somebody who would do this. */
function fitting(chance: Chance, command: MeetingCommand, { meeting: { theme }, now }: Evening): string {
  const { type } = command
  if (type === 'question:settle') return 'lead'
  if (type === 'question:appeal') return now.questions.find(({ id }) => id === command.question)?.person ?? 'ann'
  const ofOneself = /^(attendance:(check-in|leave)|speaker:(raise|lower)|question:ask|word:ask|report:file)$/
  return ofOneself.test(type) ? chance.pick(people).id : theme ? 'chef' : 'lead'
}

function walk(chance: Chance, tally: Map<string, number>): void {
  const meeting: Meeting = chance.below(4) ? sportEvening : { ...sportEvening, theme: null }
  const evening = new Evening(meeting)
  for (let step = 0; step < stepsOfARun; step += 1) {
    if (chance.below(4) === 0) {
      happens(chance, evening)
      expect(faults(evening.now)).toEqual([])
      continue
    }
    const command = anyCommand(chance, evening.now)
    const who = chance.below(4) ? fitting(chance, command, evening) : chance.pick(people).id
    const questions = evening.now.questions.length
    const first = evening.does(who, command)
    expect(faults(evening.now), command.type).toEqual([])
    expect(evening.now.questions.length, 'nothing is deleted').toBeGreaterThanOrEqual(questions)
    if (!first.ok) continue
    if (first.value.length > 0) tally.set(command.type, (tally.get(command.type) ?? 0) + 1)
    if (sums.includes(command.type)) continue
    const again = evening.asks(who, command)
    if (again.ok) expect(said(again), `${command.type} twice`).toEqual([])
  }
  if (evening.now.state === 'before') evening.opens()
  closes(evening)
  expect(faults(evening.now)).toEqual([])
  expect(evening.log.reduce(proceed, noProceedings(meeting.id))).toEqual(evening.now)
}

it(`[EVENING-1] [EVENING-3] [QUEUE-1] [ATTEND-1] whatever people do, in ${runs} evenings, the evening holds together`, () => {
  const seed = seedOfToday()
  const tally = new Map<string, number>()
  for (let run = 0; run < runs; run += 1) {
    try {
      walk(chanceFrom(seed + run), tally)
    } catch (cause) {
      throw new Error(`SEED=${seed + run}`, { cause })
    }
  }
  console.info(`SEED=${seed}: ${JSON.stringify(Object.fromEntries([...tally].sort()))}`)
  // A walk that never gets anywhere proves nothing.
  for (const type of [
    ...['agenda:start', 'agenda:undo', 'speaker:call', 'speaker:move', 'attendance:correct', 'question:settle'],
  ])
    expect(tally.get(type) ?? 0, type).toBeGreaterThan(0)
})
