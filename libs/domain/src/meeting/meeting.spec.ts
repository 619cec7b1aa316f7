import { describe, expect, it } from 'vitest'
import type { DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../ids.ts'
import {
  changeMeeting,
  closeMeeting,
  codeLetters,
  joinCode,
  meetingStates,
  openMeeting,
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
const planned: Meeting = { ...ids, ...evening, state: 'planned', code: null, roomKey: null, version: 0 }
const by = (role: Role, theme: ThemeId | null = sport): Actor => ({
  person: 'noor' as PersonId,
  name: '',
  seat: { role, theme },
})
const inState = (state: MeetingState): Meeting => ({ ...planned, state, code: state === 'open' ? 'CDFHJK' : null })
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
  ])('%s', (_, change, code) => {
    if (code) expect(plan(change)).toMatchObject(no(code))
    else expect(plan(change).ok).toBe(true)
  })

  it('by the lead and by the Chef of the theme, and by nobody else', () => {
    expect(roles.filter((role) => plan({}, by(role)).ok)).toEqual(['chef', 'lead'])
    expect(plan({}, by('chef', 'care' as ThemeId))).toMatchObject(no('not-your-theme-group'))
    expect(plan({}, by('chef'), 'framed')).toMatchObject(no('not-in-this-phase'))
  })
})

describe('[MEET-2] a plan changes', () => {
  const later = { ...evening, startsAt: at(24), endsAt: at(27) }

  it.each(meetingStates)('of a meeting that is %s', (state) => {
    const changed = changeMeeting(inState(state), later, 'green', by('chef'))
    if (state === 'closed') expect(changed).toMatchObject(no('meeting-changed'))
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

describe('[MEET-3] a meeting opens', () => {
  const open = (meeting: Meeting, { all = [meeting], actor = by('chef'), phase = 'green' as Phase } = {}) =>
    openMeeting(meeting, all, 'PRTWXY', phase, actor)

  it('with a code, once, and never again', () => {
    expect(open(planned)).toEqual({ ok: true, value: { ...planned, state: 'open', code: 'PRTWXY' } })
    const already = open(inState('open'))
    expect(already.ok && already.value.code, 'keeps its code').toBe('CDFHJK')
    expect(open(inState('closed'))).toMatchObject(no('meeting-changed'))
  })

  it('when no other of the theme is open', () => {
    const other = { ...inState('open'), id: 'other' as MeetingId }
    expect(open(planned, { all: [planned, other] })).toMatchObject(no('other-meeting-open'))
    expect(open(planned, { all: [planned, { ...other, state: 'closed' }] }).ok).toBe(true)
    expect(open(planned, { all: [planned, { ...other, theme: 'care' as ThemeId }] }).ok).toBe(true)
  })

  it('by the Chef of the theme, and by nobody else', () => {
    expect(roles.filter((role) => open(planned, { actor: by(role) }).ok)).toEqual(['chef'])
    expect(open(planned, { actor: by('chef', 'care' as ThemeId) })).toMatchObject(no('not-your-theme-group'))
    expect(open(planned, { phase: 'recruiting' })).toMatchObject(no('not-in-this-phase'))
  })
})

describe('[MEET-4] a meeting closes', () => {
  const close = (meeting: Meeting, actor = by('chef')) => closeMeeting(meeting, 'green', actor)

  it('for good, and its code with it', () => {
    expect(close(inState('open'))).toEqual({ ok: true, value: inState('closed') })
    expect(close(inState('planned'))).toMatchObject(no('meeting-not-open'))
    const already = inState('closed')
    const closed = close(already)
    expect(closed.ok && closed.value).toBe(already)
  })

  it('by the Chef of the theme, and by nobody else', () => {
    expect(roles.filter((role) => close(inState('open'), by(role)).ok)).toEqual(['chef'])
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
