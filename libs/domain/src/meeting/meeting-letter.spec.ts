import { describe, expect, it } from 'vitest'
import type { DialogueId, Instant, MeetingId, ThemeId } from '../ids.ts'
import { roles, type Role } from '../people.ts'
import { isExpectedAt, isStillNews, letterAbout } from './meeting-letter.ts'
import { meetingStates, type Meeting } from './meeting.ts'

const [sport, onderwijs] = ['sport', 'onderwijs'] as ThemeId[] as [ThemeId, ThemeId]
const hour = 60 * 60 * 1000
const at = (hours: number) => (1_800_000_000_000 + hours * hour) as Instant
const meeting: Meeting = {
  id: 'evening' as MeetingId,
  dialogue: 'dialogue' as DialogueId,
  theme: sport,
  kind: 'green1',
  title: 'Eerste avond',
  place: 'Buurthuis',
  remoteLink: '',
  startsAt: at(0),
  endsAt: at(3),
  state: 'published',
  code: null,
  roomKey: null,
  version: 4,
  cancelReason: '',
}
const cancelled: Partial<Meeting> = { state: 'cancelled', cancelReason: 'De zaal is dicht' }
const before = at(-24)

describe('[LETTER-1] a letter about a meeting', () => {
  it.each<[what: string, from: Partial<Meeting>, to: Partial<Meeting>, kind: string | null]>([
    ['published', { state: 'planned' }, {}, 'announced'],
    ['another time', {}, { startsAt: at(1) }, 'moved'],
    ['another end', {}, { endsAt: at(4) }, 'moved'],
    ['another place', {}, { place: 'Raadzaal' }, 'moved'],
    ['another address for who is at home', {}, { remoteLink: 'https://video.example/1' }, 'moved'],
    ['cancelled', {}, cancelled, 'cancelled'],
    ['another title', {}, { title: 'Tweede avond' }, null],
    ['nothing', {}, {}, null],
    ['a plan that changes', { state: 'planned' }, { state: 'planned', place: 'Raadzaal' }, null],
    ['a plan that goes', { state: 'planned' }, { state: 'cancelled' }, null],
    ['opened', {}, { state: 'open' }, null],
    ['opened without being published', { state: 'planned' }, { state: 'open' }, null],
    ['longer while it runs', { state: 'open' }, { state: 'open', endsAt: at(4) }, null],
    ['cancelled already', cancelled, cancelled, null],
  ])('%s', (_, from, to, kind) => {
    expect(letterAbout({ ...meeting, ...from }, { ...meeting, ...to }, before)).toBe(kind)
  })

  it('is about no evening that is over', () => {
    const past = { ...meeting, place: 'Raadzaal' }
    expect(letterAbout(meeting, past, at(3))).toBeNull()
    expect(letterAbout(meeting, { ...meeting, ...cancelled }, at(3))).toBeNull()
    expect(letterAbout(meeting, { ...meeting, startsAt: at(24), endsAt: at(27) }, at(3)), 'and now it is not').toBe(
      'moved',
    )
  })
})

describe('[LETTER-4] a letter that waited', () => {
  it('is sent as long as what it says is so, and not over', () => {
    for (const state of meetingStates) {
      const now = { ...meeting, state }
      expect(isStillNews('cancelled', now, before), state).toBe(state === 'cancelled')
      expect(isStillNews('moved', now, before), state).toBe(state !== 'cancelled')
      expect(isStillNews('cancelled', now, at(3)) || isStillNews('announced', now, at(3)), state).toBe(false)
    }
  })
})

describe('[LETTER-2] expected at a meeting', () => {
  const expected = (role: Role, seat: ThemeId | null, theme: ThemeId | null) =>
    isExpectedAt({ seats: [{ role, theme: seat }] }, { theme })

  it('are the experts and the Chef of its group', () => {
    for (const role of roles) {
      expect(expected(role, sport, sport), role).toBe(role === 'expert' || role === 'chef')
      expect(expected(role, onderwijs, sport), role).toBe(false)
      expect(expected(role, null, sport), role).toBe(false)
    }
  })

  it('are those of all groups, and the lead, when it is of all themes', () => {
    for (const role of roles) {
      expect(expected(role, sport, null), role).toBe(role === 'expert' || role === 'chef' || role === 'lead')
      expect(expected(role, null, null), role).toBe(['expert', 'chef', 'lead'].includes(role))
    }
  })

  it('is nobody without a seat', () => {
    expect(isExpectedAt({ seats: [] }, { theme: null })).toBe(false)
  })
})
