import { describe, expect, it } from 'vitest'
import type { AgendaItemId, Instant, PollId, SpeakerId } from '../ids.ts'
import type { PollPlan } from '../poll/poll-plan.ts'
import { closing, nextDue, pausing, pollsDue, resuming } from './due.ts'
import type { MeetingFact } from './meeting-fact.ts'
import { begin, Evening, minutes } from './testing/an-evening.ts'

const plan: PollPlan = {
  question: 'Sluiten op maandag?',
  explanation: '',
  kind: 'yes_no',
  options: [],
  visibility: 'open',
  reveal: 'live',
  requiresPresence: false,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
}
const poll = (name: string, closesAt: number | null): MeetingFact[] => {
  const of = { poll: name as PollId }
  const opened = { electorate: [], electorateHash: '', definitionHash: '', closesAt: closesAt as Instant | null }
  return [
    { type: 'poll:drafted', ...of, plan, item: null },
    { type: 'poll:opened', ...of, ...opened },
  ]
}
const types = (facts: readonly MeetingFact[]) => facts.map(({ type }) => type)

/** Everything goes on at once: an item, a speaker and another who waits, a timer, and two polls. */
const busy = () => {
  const evening = new Evening().opens().comes('ann').comes('bea')
  const item = 'cuts' as AgendaItemId
  const agenda = { title: 'Bezuinigen', goal: 'decide', minutes: 20, sections: [], polls: [] } as const
  evening.does('chef', { type: 'agenda:add', item, plan: agenda, after: null })
  evening.does('chef', { type: 'agenda:start', item })
  for (const id of ['ann', 'bea'])
    evening.does(id, { type: 'speaker:raise', speaker: id as SpeakerId, kind: 'normal', note: '', person: null })
  evening.does('chef', { type: 'speaker:call', speaker: null })
  evening.does('chef', { type: 'timer:start', target: 'speech', seconds: 120 })
  return evening.happens([...poll('one', begin + minutes(3)), ...poll('two', null)])
}

describe('[POLL-5] what the clock makes happen', () => {
  it('closes a poll at its time, and not a moment before', () => {
    const { now } = busy()
    expect(pollsDue(now, (begin + minutes(3) - 1) as Instant)).toEqual([])
    expect(pollsDue(now, (begin + minutes(3)) as Instant)).toEqual(['one'])
    expect(nextDue(now)).toBe(begin + minutes(3))
  })

  it('is nothing when no open poll has a time', () => {
    const evening = busy()
    evening.happens([{ type: 'poll:closed', poll: 'one' as PollId }])
    expect(nextDue(evening.now)).toBeNull()
    expect(pollsDue(evening.now, (begin + minutes(99)) as Instant)).toEqual([])
  })
})

describe('[EVENING-4] before a meeting is over', () => {
  it('its polls end, the queue, the timer and its item, in that order', () => {
    expect(types(closing(busy().now))).toEqual([
      ...['poll:closed', 'poll:closed'],
      ...['speaker:ended', 'queue:closed'],
      'timer:stopped',
      'agenda:ended',
      'meeting:closed',
    ])
  })

  it('only what has not ended yet ends, and once', () => {
    expect(types(closing(new Evening().opens().now))).toEqual(['queue:closed', 'meeting:closed'])
    const evening = busy().closes()
    expect(closing(evening.now)).toEqual([])
    expect(evening.now).toMatchObject({ state: 'over', timer: null, agenda: [{ state: 'done' }] })
  })

  it('from a break too', () => {
    expect(types(closing(busy().pauses().now)).at(-1)).toBe('meeting:closed')
  })
})

describe('[EVENING-5] a meeting that pauses', () => {
  it('holds whoever speaks, and the timer; and goes on with both', () => {
    const evening = busy()
    expect(types(pausing(evening.now))).toEqual(['speaker:paused', 'timer:paused', 'meeting:paused'])
    evening.wait(1).pauses().wait(15)
    expect(types(resuming(evening.now))).toEqual(['meeting:resumed', 'timer:resumed', 'speaker:resumed'])
    evening.resumes().wait(1)
    expect(evening.now.queue.speakers[0]?.spells).toEqual([
      { from: begin, to: begin + minutes(1) },
      { from: begin + minutes(16), to: null },
    ])
  })

  it('lets nobody go on whom the Chef had stopped before', () => {
    const evening = busy()
    evening.does('chef', { type: 'speaker:pause' })
    evening.does('chef', { type: 'timer:pause' })
    evening.wait(1).pauses()
    expect(types(resuming(evening.now))).toEqual(['meeting:resumed'])
  })

  it('leaves the timer of the break running, and ends it', () => {
    const evening = new Evening().opens()
    evening.does('chef', { type: 'timer:start', target: 'break', seconds: 900 })
    expect(types(pausing(evening.now))).toEqual(['meeting:paused'])
    expect(types(resuming(evening.pauses().now))).toEqual(['meeting:resumed', 'timer:stopped'])
  })

  it('twice is once', () => {
    expect(pausing(busy().pauses().now)).toEqual([])
    expect(resuming(busy().now)).toEqual([])
  })
})
