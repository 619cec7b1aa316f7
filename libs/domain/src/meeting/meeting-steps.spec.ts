import { describe, expect, it } from 'vitest'
import type { DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../ids.ts'
import { roles, type Actor, type Role } from '../people.ts'
import type { Phase } from '../phase.ts'
import type { Refusal, Result } from '../result.ts'
import {
  cancelMeeting,
  closeMeeting,
  confirmMeeting,
  meetingSteps,
  minuteMeeting,
  openMeeting,
  pauseMeeting,
  publishMeeting,
  resumeMeeting,
  type MeetingStep,
} from './meeting-steps.ts'
import { isRunning, meetingStates, type Meeting, type MeetingState } from './meeting.ts'

const sport = 'sport' as ThemeId
const hour = 60 * 60 * 1000
const at = (hours: number) => (1_800_000_000_000 + hours * hour) as Instant
const planned: Meeting = {
  id: 'evening' as MeetingId,
  dialogue: 'dialogue' as DialogueId,
  theme: sport,
  kind: 'green1',
  title: 'Eerste avond',
  place: 'Buurthuis',
  remoteLink: '',
  startsAt: at(0),
  endsAt: at(3),
  state: 'planned',
  code: null,
  roomKey: null,
  version: 4,
  cancelReason: '',
}
const secrets = { code: 'CDFHJK', roomKey: 'key' }
const inState = (state: MeetingState): Meeting => ({ ...planned, state, ...(isRunning({ state }) && secrets) })
const later: Meeting = { ...inState('open'), id: 'next' as MeetingId, startsAt: at(100), endsAt: at(103) }
const by = (role: Role, theme: ThemeId | null = sport): Actor => ({
  person: 'noor' as PersonId,
  name: '',
  seat: { role, theme },
})
const no = (code: Refusal['code']) => ({ ok: false, refusal: { code } })

const opening = { code: 'PRTWXY', roomKey: 'other key', now: at(0) }
const take: {
  readonly [Step in MeetingStep]: (meeting: Meeting, phase: Phase, actor: Actor) => Result<Meeting>
} = {
  publish: publishMeeting,
  open: (meeting, phase, actor) => openMeeting(meeting, { ...opening, all: [meeting] }, phase, actor),
  pause: pauseMeeting,
  resume: resumeMeeting,
  close: closeMeeting,
  minute: minuteMeeting,
  confirm: (meeting, phase, actor) => confirmMeeting(meeting, later, phase, actor),
  cancel: (meeting, phase, actor) => cancelMeeting(meeting, 'De Chef is ziek', phase, actor),
}
const steps = Object.keys(meetingSteps) as MeetingStep[]
/** The state it is in afterwards; `so`: the very same meeting; or why not. */
const outcome = (step: MeetingStep, state: MeetingState): string => {
  const meeting = inState(state)
  const said = take[step](meeting, 'green', by('chef'))
  if (!said.ok) return said.refusal.code
  return said.value === meeting ? 'so' : said.value.state
}

const notYet = ['meeting-not-open', 'meeting-not-open', 'meeting-not-open', 'meeting-not-closed', 'meeting-not-minuted']
const over = ['meeting-changed', 'meeting-not-open', 'meeting-not-open', 'so']

describe('a meeting that is', () => {
  it.each<[MeetingState, readonly string[]]>([
    ['planned', ['published', 'open', ...notYet, 'cancelled']],
    ['published', ['so', 'open', ...notYet, 'cancelled']],
    ['open', ['so', 'so', 'paused', 'so', 'closed', 'meeting-not-closed', 'meeting-not-minuted', 'meeting-changed']],
    ['paused', ['so', 'so', 'so', 'open', 'closed', 'meeting-not-closed', 'meeting-not-minuted', 'meeting-changed']],
    ['closed', ['so', ...over, 'minuted', 'meeting-not-minuted', 'meeting-changed']],
    ['minuted', ['so', ...over, 'so', 'confirmed', 'meeting-changed']],
    ['confirmed', ['so', ...over, 'so', 'so', 'meeting-changed']],
    ['cancelled', ['meeting-changed', 'meeting-changed', ...notYet, 'so']],
  ])('%s: publish, open, pause, resume, close, minute, confirm, cancel → %j', (state, expected) => {
    expect(steps).toEqual(['publish', 'open', 'pause', 'resume', 'close', 'minute', 'confirm', 'cancel'])
    expect(steps.map((step) => outcome(step, state))).toEqual(expected)
  })

  it('in any state keeps its plan, and its version except when it is cancelled', () => {
    for (const step of steps)
      for (const state of meetingStates) {
        const from = inState(state)
        const said = take[step](from, 'green', by('chef'))
        if (!said.ok) continue
        const { version, code, roomKey, cancelReason } = said.value
        expect(said.value).toEqual({ ...from, state: said.value.state, version, code, roomKey, cancelReason })
        expect(version - from.version).toBe(step === 'cancel' && state !== 'cancelled' ? 1 : 0)
        expect([code !== null, roomKey !== null], `${state} ${step}`).toEqual(Array(2).fill(isRunning(said.value)))
      }
  })
})

describe('the steps of a meeting are taken', () => {
  const from: { readonly [Step in MeetingStep]: MeetingState } = {
    ...{ publish: 'planned', open: 'published', pause: 'open', resume: 'paused', close: 'open' },
    ...{ minute: 'closed', confirm: 'minuted', cancel: 'published' },
  }

  it.each(steps)('%s by those who plan or lead it, and by nobody else', (step) => {
    const meeting = inState(from[step])
    const planning = step === 'publish' || step === 'cancel'
    expect(roles.filter((role) => take[step](meeting, 'green', by(role)).ok)).toEqual(
      planning ? ['chef', 'lead'] : ['chef'],
    )
    expect(take[step](meeting, 'green', by('chef', 'care' as ThemeId))).toMatchObject(no('not-your-theme-group'))
    expect(take[step](meeting, 'archived', by('chef'))).toMatchObject(no('not-in-this-phase'))
  })

  it.each(steps.filter((step) => step !== 'confirm'))('%s of a plenary one by the lead, and by nobody else', (step) => {
    const meeting = { ...inState(from[step]), theme: null }
    expect(roles.filter((role) => take[step](meeting, 'green', by(role)).ok)).toEqual(['lead'])
  })
})

describe('[MEET-3] a meeting opens', () => {
  const opens = (meeting: Meeting, change: Partial<Parameters<typeof openMeeting>[1]> = {}, phase: Phase = 'green') =>
    openMeeting(meeting, { ...opening, all: [meeting], ...change }, phase, by('chef'))

  it('with the code and the key for the room, and keeps them', () => {
    const { code, roomKey } = opening
    expect(opens(planned)).toEqual({ ok: true, value: { ...planned, state: 'open', code, roomKey } })
    expect(opens(inState('open'))).toMatchObject({ value: secrets })
    expect(opens(inState('paused'))).toMatchObject({ value: secrets })
  })

  it('when no other of the theme is open, or has a break', () => {
    const other = { ...inState('open'), id: 'other' as MeetingId }
    const beside = (meeting: Meeting) => opens(planned, { all: [planned, meeting] })
    expect(beside(other)).toMatchObject(no('other-meeting-open'))
    expect(beside({ ...other, state: 'paused' })).toMatchObject(no('other-meeting-open'))
    expect(beside({ ...other, state: 'closed' }).ok).toBe(true)
    expect(beside({ ...other, theme: 'care' as ThemeId }).ok).toBe(true)
    expect(beside({ ...other, theme: null }).ok, 'the plenary one').toBe(true)
  })

  it('not more than twelve hours after its planned end: its time is changed first', () => {
    expect(opens(planned, { now: at(15) }).ok).toBe(true)
    expect(opens(planned, { now: (at(15) + 1) as Instant })).toMatchObject(no('meeting-long-over'))
    const running = inState('open')
    expect(opens(running, { now: at(99) }), 'open already').toEqual({ ok: true, value: running })
  })

  it('once the theme groups have started', () => {
    expect(opens(planned, {}, 'recruiting')).toMatchObject(no('not-in-this-phase'))
  })
})

describe('[MEET-9] the minutes are confirmed', () => {
  const confirms = (change: Partial<Meeting>) =>
    confirmMeeting(inState('minuted'), { ...later, ...change }, 'green', by('chef'))

  it('at a later meeting of the same group, while it runs', () => {
    expect(confirms({})).toMatchObject({ value: { state: 'confirmed' } })
    expect(confirms({ state: 'paused' })).toMatchObject({ value: { state: 'confirmed' } })
    expect(confirms({ state: 'published' })).toMatchObject(no('meeting-not-open'))
    expect(confirms({ startsAt: at(0) })).toMatchObject(no('not-a-later-meeting'))
    expect(confirms({ theme: 'care' as ThemeId })).toMatchObject(no('not-a-later-meeting'))
    expect(confirms({ dialogue: 'other' as DialogueId })).toMatchObject(no('not-a-later-meeting'))
  })
})

describe('[MEET-10] a meeting is cancelled', () => {
  const cancels = (state: MeetingState, reason: string) => cancelMeeting(inState(state), reason, 'green', by('lead'))

  it('with a reason for those who were told of it', () => {
    expect(cancels('published', ' De zaal\n is dicht ')).toMatchObject({
      value: { state: 'cancelled', cancelReason: 'De zaal is dicht' },
    })
    expect(cancels('published', ' \u200B ')).toMatchObject(no('cancel-reason-empty'))
    expect(cancels('published', 'a'.repeat(200)).ok).toBe(true)
    expect(cancels('published', 'a'.repeat(201))).toMatchObject(no('reason-too-long'))
  })

  it('without one when nobody was', () => {
    expect(cancels('planned', 'Niemand kan')).toMatchObject({ value: { state: 'cancelled', cancelReason: '' } })
  })
})
