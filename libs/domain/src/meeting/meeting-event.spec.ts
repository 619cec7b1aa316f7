import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonical } from '../canonical.ts'
import type { AgendaItemId, PersonId, QuestionId } from '../ids.ts'
import { isOnRecord, meetingEvent } from './meeting-event.ts'
import type { MeetingFact, RecordedMeetingFact } from './meeting-fact.ts'
import { begin, sportEvening } from './testing/an-evening.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const eventOf = (fact: MeetingFact, by: string | null = 'chef') => {
  const recorded: RecordedMeetingFact = { seq: 7, at: begin, by: by as PersonId | null, role: by ? 'chef' : null, fact }
  return meetingEvent(sportEvening, recorded, hashOf)
}

describe('[EVENING-8] what happens at a meeting is on the record', () => {
  it('in ids and the hash of the fact, without a word that somebody wrote', () => {
    const plan = { title: 'Bezuinigen op sport', goal: 'decide', minutes: 20, sections: [], polls: [] } as const
    const fact: MeetingFact = { type: 'agenda:added', item: 'cuts' as AgendaItemId, plan, after: null }
    expect(eventOf(fact)).toEqual({
      at: begin,
      actor: 'chef',
      role: 'chef',
      theme: 'sport',
      type: 'agenda:added',
      subject: 'evening',
      details: { seq: 7, item: 'cuts', hash: hashOf(canonical(fact)) },
    })
  })

  it('of an unsigned question, without who asked it', () => {
    const asked = { question: 'q' as QuestionId, kind: 'question', text: 'Wie betaalt dit?', person: null } as const
    const event = eventOf({ type: 'question:asked', ...asked }, null)
    expect(event).toMatchObject({ actor: null, role: null, details: { question: 'q' } })
    expect(JSON.stringify(event)).not.toContain('betaalt')
  })

  it.each<[string, MeetingFact]>([
    ['a line that dropped', { type: 'attendance:away', person: 'ann' as PersonId }],
    ['a line that came back', { type: 'attendance:back', person: 'ann' as PersonId }],
    ['a word that nobody is named for', { type: 'word:asked', word: 'bbv' }],
    ['the opening, which is a command on the record itself', { type: 'meeting:opened' }],
    ['the closing', { type: 'meeting:closed' }],
    ['the break', { type: 'meeting:paused' }],
  ])('but for %s', (_, fact) => {
    expect(isOnRecord(fact)).toBe(false)
    expect(eventOf(fact)).toBeNull()
  })

  it('with a change of who is here by the Chef', () => {
    const event = eventOf({
      type: 'attendance:checked-in',
      person: 'ann' as PersonId,
      role: 'expert',
      mode: 'room',
      way: 'chef',
    })
    expect(event?.details).toMatchObject({ person: 'ann' })
  })
})
