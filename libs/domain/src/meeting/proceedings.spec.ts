import { describe, expect, it } from 'vitest'
import type { BookId, Instant, MeetingId, PersonId, PollId } from '../ids.ts'
import type { MeetingFact, RecordedMeetingFact } from './meeting-fact.ts'
import { isGoingOn, noProceedings, proceed } from './proceedings.ts'
import { begin, Evening, minutes } from './testing/an-evening.ts'

const meeting = 'evening' as MeetingId
const recorded = (fact: MeetingFact, seq = 1, at: number = begin, by: string | null = 'chef'): RecordedMeetingFact => ({
  ...{ seq, at: at as Instant, by: by as PersonId | null, role: null, fact },
})

describe('[EVENING-1] all that is known of a meeting comes of its facts', () => {
  it('nothing has happened at first', () => {
    expect(noProceedings(meeting)).toMatchObject({
      head: 0,
      state: 'before',
      agenda: [],
      minutedAt: null,
      confirmed: null,
    })
  })

  it('it goes on, pauses, goes on, and is over; pauses take no time of it', () => {
    const evening = new Evening()
    const seen = [evening.now.state]
    for (const step of ['opens', 'pauses', 'resumes', 'closes'] as const) {
      evening[step]().wait(10)
      seen.push(evening.now.state)
    }
    expect(seen).toEqual(['before', 'running', 'paused', 'running', 'over'])
    expect(evening.now.spells).toEqual([
      { from: begin, to: begin + minutes(10) },
      { from: begin + minutes(20), to: begin + minutes(30) },
    ])
    expect((['before', 'running', 'paused', 'over'] as const).filter((state) => isGoingOn({ state }))).toEqual([
      'running',
      'paused',
    ])
  })

  it('who opened and who closed it led it', () => {
    const evening = new Evening().opens()
    evening.happens([{ type: 'meeting:closed' }], 'otherChef')
    expect(evening.now.ledBy).toEqual(['chef', 'otherChef'])
    expect(new Evening().opens().closes().now.ledBy).toEqual(['chef'])
  })

  it('how far the book was, when the minutes were complete, and when and where they were confirmed', () => {
    const evening = new Evening().opens()
    evening.happens([{ type: 'checkpoint:taken', book: 'green' as BookId, seq: 42 }]).wait(5)
    evening.happens([{ type: 'meeting:minuted' }]).wait(5)
    evening.happens([{ type: 'meeting:confirmed', at: 'next' as MeetingId }])
    expect(evening.now).toMatchObject({
      checkpoints: [{ book: 'green', seq: 42, at: begin }],
      minutedAt: begin + minutes(5),
      confirmed: { at: begin + minutes(10), meeting: 'next' },
    })
  })

  it('[POLL-15] of every poll it is known which fact was the first and which the last', () => {
    const of = (type: string, poll: string) => ({ type, poll, plan: {}, block: 'x' }) as unknown as MeetingFact
    const facts = [
      of('poll:drafted', 'one'),
      { type: 'meeting:opened' } as const,
      of('poll:drafted', 'two'),
      of('poll:closed', 'one'),
      of('hands:rejected', 'one'),
      { type: 'meeting:paused' } as const,
    ]
    const { pollFacts } = facts.reduce((now, fact, i) => proceed(now, recorded(fact, i + 1)), noProceedings(meeting))
    expect(Object.fromEntries(pollFacts)).toEqual({ one: { from: 1, to: 5 }, two: { from: 3, to: 3 } })
    expect(pollFacts.get('three' as PollId)).toBeUndefined()
  })

  it('time only goes on, though the clocks of two servers differ', () => {
    const opened = proceed(noProceedings(meeting), recorded({ type: 'meeting:opened' }))
    const paused = proceed(opened, recorded({ type: 'meeting:paused' }, 2, begin - 50))
    expect(paused.spells).toEqual([{ from: begin, to: begin }])
    expect(paused.at).toBe(begin)
  })

  it.each(['laser:shown', 'agenda:sung', 'attendance:flown', 'speaker:whistled', 'meeting:toasted', 'minutes:framed'])(
    'what a later version calls %s has its number, and says nothing here',
    (type) => {
      const evening = new Evening().opens().comes('ann')
      const fact = { type, item: 'x', person: 'ann', speaker: 'x' } as unknown as MeetingFact
      const { now } = evening
      expect(proceed(now, recorded(fact, 99))).toEqual({ ...now, head: 99 })
    },
  )
})
