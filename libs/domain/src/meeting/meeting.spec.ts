import { describe, expect, it } from 'vitest'
import type { DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../ids.ts'
import {
  changeMeeting,
  codeLetters,
  houseVideo,
  isAnnounced,
  joinCode,
  maySeeMeeting,
  meetingStates,
  planMeeting,
  type Meeting,
  type MeetingPlan,
  type MeetingState,
} from './meeting.ts'
import { roles, type Actor, type Role } from '../people.ts'
import type { Phase } from '../phase.ts'
import type { Refusal } from '../result.ts'

const sport = 'sport' as ThemeId
const hour = 60 * 60 * 1000
const at = (hours: number) => (1_800_000_000_000 + hours * hour) as Instant
const evening: MeetingPlan = {
  kind: 'green1',
  title: 'Eerste avond',
  place: 'Buurthuis',
  remoteLink: '',
  startsAt: at(0),
  endsAt: at(3),
}
const ids = { id: 'evening' as MeetingId, dialogue: 'dialogue' as DialogueId, theme: sport }
const planned: Meeting = {
  ...ids,
  ...evening,
  state: 'planned',
  code: null,
  roomKey: null,
  version: 0,
  cancelReason: '',
}
const by = (role: Role, theme: ThemeId | null = sport): Actor => ({
  person: 'noor' as PersonId,
  name: '',
  seat: { role, theme },
})
const inState = (state: MeetingState): Meeting => ({ ...planned, state })
const isOf =
  (...states: readonly MeetingState[]) =>
  (state: MeetingState) =>
    states.includes(state)
const no = (code: Refusal['code']) => ({ ok: false, refusal: { code } })

describe('[MEET-1] a meeting is planned', () => {
  const plan = (change: Partial<MeetingPlan> = {}, actor = by('chef'), phase: Phase = 'green') =>
    planMeeting({ ...evening, ...change }, ids, phase, actor)

  it('with its title and place as one line each', () => {
    expect(plan()).toEqual({ ok: true, value: planned })
    expect(plan({ title: ' Eerste\n avond ', place: '' })).toMatchObject({
      value: { title: 'Eerste avond', place: '' },
    })
  })

  it.each<[string, Partial<MeetingPlan>, Refusal['code'] | null]>([
    ['without a title', { title: ' \u200B ' }, 'meeting-title-empty'],
    ['with a title of 120 characters', { title: 'a'.repeat(120) }, null],
    ['with a longer one', { title: 'a'.repeat(121) }, 'meeting-title-too-long'],
    ['at a place of 200 characters', { place: 'a'.repeat(200) }, null],
    ['at a longer one', { place: 'a'.repeat(201) }, 'meeting-place-too-long'],
    ['that ends when it begins', { endsAt: at(0) }, 'meeting-ends-before-start'],
    ['that ends before', { endsAt: at(-1) }, 'meeting-ends-before-start'],
    ['of twelve hours', { endsAt: at(12) }, null],
    ['of more', { endsAt: (at(12) + 1) as Instant }, 'meeting-too-long'],
    ['with an address for video', { remoteLink: 'https://video.example/sport?pwd=x' }, null],
    ['with the video of the house', { remoteLink: houseVideo }, null],
    ['with an address without lock', { remoteLink: 'http://video.example/sport' }, 'meeting-link-not-valid'],
    ['with an address that runs', { remoteLink: 'javascript:alert(1)' }, 'meeting-link-not-valid'],
    ['with a password for a host', { remoteLink: 'https://noor:x@video.example' }, 'meeting-link-not-valid'],
    ['with half an address', { remoteLink: 'video.example/sport' }, 'meeting-link-not-valid'],
    ['with a longer one', { remoteLink: `https://video.example/${'a'.repeat(500)}` }, 'meeting-link-not-valid'],
  ])('%s', (_, change, code) => {
    if (code) expect(plan(change)).toMatchObject(no(code))
    else expect(plan(change).ok).toBe(true)
  })

  it('by the lead and by the Chef of the theme, and by nobody else', () => {
    expect(roles.filter((role) => plan({}, by(role)).ok)).toEqual(['chef', 'lead'])
    expect(plan({}, by('chef', 'care' as ThemeId))).toMatchObject(no('not-your-theme-group'))
    expect(plan({}, by('chef'), 'framed')).toMatchObject(no('not-in-this-phase'))
  })

  it('for all themes together by the lead alone', () => {
    const plenary = (role: Role) => planMeeting(evening, { ...ids, theme: null }, 'green', by(role)).ok
    expect(roles.filter(plenary)).toEqual(['lead'])
  })
})

describe('[MEET-2] a plan changes', () => {
  const later = { ...evening, startsAt: at(24), endsAt: at(27) }

  it.each(meetingStates)('of a meeting that is %s', (state) => {
    const changed = changeMeeting(inState(state), later, 'green', by('chef'))
    const stays = ['closed', 'minuted', 'confirmed', 'cancelled'].includes(state)
    if (stays) expect(changed).toMatchObject(no('meeting-changed'))
    else expect(changed).toEqual({ ok: true, value: { ...inState(state), ...later, version: 1 } })
  })

  it('into nothing else: the same meeting, with the same version', () => {
    const same = changeMeeting(planned, { ...evening, title: ' Eerste avond ' }, 'green', by('lead'))
    expect(same.ok && same.value).toBe(planned)
  })

  it('by those who may plan it, to what could be planned', () => {
    expect(changeMeeting(planned, later, 'green', by('expert'))).toMatchObject(no('not-for-your-role'))
    expect(changeMeeting(planned, { ...later, title: '' }, 'green', by('chef'))).toMatchObject(
      no('meeting-title-empty'),
    )
  })
})

describe('[MEET-7] before it is published', () => {
  const see = (meeting: Meeting, theme: ThemeId | null = sport) =>
    roles.filter((role) => maySeeMeeting('meeting:read', meeting, 'green', by(role, theme)).ok)
  const readers = ['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor', 'guest']

  it('a meeting is seen by those who plan, and by the auditor', () => {
    expect(see(planned)).toEqual(['chef', 'lead', 'auditor'])
    expect(maySeeMeeting('meeting:read', planned, 'green', by('expert'))).toMatchObject(no('meeting-not-found'))
    expect(maySeeMeeting('meeting:read', planned, 'green', by('councillor'))).toMatchObject(no('not-for-your-role'))
  })

  it.each(meetingStates.filter(isOf('published', 'open', 'paused', 'closed', 'minuted', 'confirmed')))(
    '%s: by everybody whom it is for',
    (state) => expect(see(inState(state))).toEqual(readers),
  )

  it('and when it was cancelled: by those who had been told of it', () => {
    const [dropped, cancelled] = [inState('cancelled'), { ...inState('cancelled'), cancelReason: 'Ziek' }]
    expect([dropped, cancelled].map(isAnnounced)).toEqual([false, true])
    expect(see(dropped)).toEqual(['chef', 'lead', 'auditor'])
    expect(see(cancelled)).toEqual(readers)
  })

  it('[GUEST-4] by a guest: the one they are at, and no other of the theme', () => {
    const guestOf = (meeting: string): Actor => {
      const guest = by('guest')
      return { ...guest, seat: { ...guest.seat, guest: { meeting: meeting as MeetingId, writes: false } } }
    }
    const seen = (meeting: string) => maySeeMeeting('meeting:read', inState('published'), 'green', guestOf(meeting))
    expect(seen(ids.id)).toMatchObject({ ok: true })
    expect(seen('the evening before')).toMatchObject(no('not-your-theme-group'))
  })

  it('of all themes together: every theme, and no guest', () => {
    const plenary = { ...planned, theme: null }
    expect(see(plenary)).toEqual(['lead', 'auditor'])
    const announced = { ...plenary, state: 'published' } as const
    expect(see(announced)).toEqual(readers.filter((role) => role !== 'guest'))
    expect(see(announced, 'care' as ThemeId)).toEqual(see(announced))
  })
})

describe('a join code', () => {
  it.each([
    ['CDFHJK', 'CDFHJK'],
    [' cdf hjk ', 'CDFHJK'],
    ['cdf-hjk', 'CDFHJK'],
    ['c d f\u00A0h j k', 'CDFHJK'],
    ['CDFHJ', null],
    ['CDFHJKM', null],
    ['CDFHJ0', null],
    ['CDFHJA', null],
    ['', null],
  ])('typed as %j is %j', (typed, code) => {
    expect(joinCode(typed)).toBe(code)
  })

  it('has letters that nobody takes for each other, and that make no words', () => {
    expect(new Set(codeLetters).size).toBe(19)
    expect(codeLetters).not.toMatch(/[AEIOU0158BGLQSVZ2]/)
  })
})
