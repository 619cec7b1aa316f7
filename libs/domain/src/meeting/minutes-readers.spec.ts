import { describe, expect, it } from 'vitest'
import type { Meeting, MeetingState } from './meeting.ts'
import { mayReadMinutes } from './minutes-readers.ts'
import { actor, people, sportEvening } from './testing/an-evening.ts'

const readers = (change: Partial<Meeting>) =>
  people.map(({ id }) => id).filter((id) => mayReadMinutes({ ...sportEvening, ...change }, 'green', actor(id)).ok)
const whoPreviews = ['chef', 'lead', 'auditor']
const group = ['ann', 'bea', 'cas', 'dirk', 'els', 'chef', 'official', 'lead', 'auditor']

describe('[MINUTES-4] the minutes are read', () => {
  it.each<[MeetingState, readonly string[]]>([
    ['planned', whoPreviews],
    ['published', whoPreviews],
    ['open', whoPreviews],
    ['paused', whoPreviews],
    ['closed', whoPreviews],
    ['minuted', group],
    ['confirmed', group],
  ])('of a meeting that is %s by %j', (state, expected) => {
    expect(readers({ state })).toEqual(expected)
  })

  it('of one of all themes together by everybody but guests, once they are complete', () => {
    const all = readers({ theme: null, state: 'minuted' })
    expect(all).toEqual(people.map(({ id }) => id).filter((id) => id !== 'gast'))
    expect(readers({ theme: null, state: 'closed' })).toEqual(['lead', 'auditor'])
  })

  it('not yet: says so, and says to a guest that it is not for guests', () => {
    const why = (id: string, state: MeetingState) => {
      const answer = mayReadMinutes({ ...sportEvening, state }, 'green', actor(id))
      return answer.ok ? null : answer.refusal.code
    }
    expect(why('ann', 'closed')).toBe('meeting-not-minuted')
    expect(why('stranger', 'minuted')).toBe('not-your-theme-group')
    expect(new Set((['open', 'closed', 'minuted', 'confirmed'] as const).map((state) => why('gast', state)))).toEqual(
      new Set(['not-for-your-role']),
    )
  })
})
