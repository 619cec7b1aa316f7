import type { Instant } from '../ids.ts'
import type { Actor } from '../people.ts'
import type { Phase } from '../phase.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Refusal, type Result } from '../result.ts'
import { may } from '../rights.ts'
import { isRunning, type Meeting, type MeetingState } from './meeting.ts'

/**
 * What a step makes of a meeting, by the state it is in. Its own state: it is so already, and nothing happens, because a
 * command whose answer was lost comes twice. A state that is not here refuses the step.
 */
export const meetingSteps = {
  publish: {
    planned: 'published',
    published: 'published',
    open: 'open',
    paused: 'paused',
    closed: 'closed',
    minuted: 'minuted',
    confirmed: 'confirmed',
  },
  open: { planned: 'open', published: 'open', open: 'open', paused: 'paused' },
  pause: { open: 'paused', paused: 'paused' },
  resume: { paused: 'open', open: 'open' },
  close: { open: 'closed', paused: 'closed', closed: 'closed', minuted: 'minuted', confirmed: 'confirmed' },
  minute: { closed: 'minuted', minuted: 'minuted', confirmed: 'confirmed' },
  confirm: { minuted: 'confirmed', confirmed: 'confirmed' },
  cancel: { planned: 'cancelled', published: 'cancelled', cancelled: 'cancelled' },
} as const satisfies { readonly [step: string]: { readonly [State in MeetingState]?: MeetingState } }

export type MeetingStep = keyof typeof meetingSteps

const notNow = {
  publish: 'meeting-changed',
  open: 'meeting-changed',
  pause: 'meeting-not-open',
  resume: 'meeting-not-open',
  close: 'meeting-not-open',
  minute: 'meeting-not-closed',
  confirm: 'meeting-not-minuted',
  cancel: 'meeting-changed',
} as const satisfies { readonly [Step in MeetingStep]: Refusal['code'] }

/** A reason (characters) is read in the list, and in calendars. */
export const cancelReasonMax = 200
/** Who opens a meeting later than this after its planned end (ms) has another day in mind. */
const longOver = 12 * 60 * 60 * 1000

/** Whoever plans it tells everybody whom it is for, and puts it in their calendars (MEET-7). */
export function publishMeeting(meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> {
  const allowed = may('meeting:plan', actor, { phase, theme: meeting.theme })
  return allowed.ok ? stepOf('publish', meeting) : allowed
}

/** What is needed to open a meeting: its secrets, and what else there is. */
interface Opening {
  /** All meetings of the dialogue. */
  readonly all: readonly Meeting[]
  readonly code: string
  readonly roomKey: string
  readonly now: Instant
}

/**
 * Whoever leads it opens it, which publishes it too; it has its code from then on. One of a theme runs at a time, and one of
 * all themes together (MEET-3).
 */
export function openMeeting(
  meeting: Meeting,
  { all, code, roomKey, now }: Opening,
  phase: Phase,
  actor: Actor,
): Result<Meeting> {
  const opened = led('open', meeting, phase, actor)
  if (!opened.ok || opened.value === meeting) return opened
  if (now - meeting.endsAt > longOver) return refuse({ code: 'meeting-long-over' })
  if (all.some((other) => other.theme === meeting.theme && isRunning(other)))
    return refuse({ code: 'other-meeting-open' })
  return ok({ ...opened.value, code, roomKey })
}

/** A break: nothing is decided meanwhile, and latecomers can come in (MEET-8). */
export const pauseMeeting = (meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> =>
  led('pause', meeting, phase, actor)

export const resumeMeeting = (meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> =>
  led('resume', meeting, phase, actor)

/** It closes, for good; its code is worth nothing any more (MEET-4). */
export function closeMeeting(meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> {
  const closed = led('close', meeting, phase, actor)
  return !closed.ok || closed.value === meeting ? closed : ok({ ...closed.value, code: null, roomKey: null })
}

/** What nobody closed is closed so long (ms) after its planned end, so that guests do not stay. */
const closesByItself = 6 * 60 * 60 * 1000

/** The clock closes what everybody forgot to close (MEET-4). The same meeting when it is not time. */
export const closeByClock = (meeting: Meeting, now: Instant): Meeting =>
  isRunning(meeting) && now - meeting.endsAt >= closesByItself
    ? { ...meeting, state: 'closed', code: null, roomKey: null }
    : meeting

/** Whoever leads it says that its minutes are complete, for everybody who may read it (MEET-9). */
export const minuteMeeting = (meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> =>
  led('minute', meeting, phase, actor)

/** The group says yes to the minutes, at a later meeting of its own, while that runs (MEET-9). */
export function confirmMeeting(meeting: Meeting, at: Meeting, phase: Phase, actor: Actor): Result<Meeting> {
  const confirmed = led('confirm', meeting, phase, actor)
  if (!confirmed.ok || confirmed.value === meeting) return confirmed
  if (at.dialogue !== meeting.dialogue || at.theme !== meeting.theme || at.startsAt <= meeting.startsAt)
    return refuse({ code: 'not-a-later-meeting' })
  return isRunning(at) ? confirmed : refuse({ code: 'meeting-not-open' })
}

/**
 * It is not held (MEET-10). Those who were told of it hear why; what nobody was told of goes without a reason, and whatever
 * was given is left out.
 */
export function cancelMeeting(meeting: Meeting, reason: string, phase: Phase, actor: Actor): Result<Meeting> {
  const allowed = may('meeting:plan', actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  const cancelled = stepOf('cancel', meeting)
  if (!cancelled.ok || cancelled.value === meeting) return cancelled
  const cancelReason = meeting.state === 'planned' ? '' : oneLine(reason)
  if (meeting.state === 'published' && cancelReason === '') return refuse({ code: 'cancel-reason-empty' })
  if (cancelReason.length > cancelReasonMax) return refuse({ code: 'reason-too-long', max: cancelReasonMax })
  return ok({ ...cancelled.value, cancelReason, version: meeting.version + 1 })
}

function led(step: MeetingStep, meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> {
  const allowed = may('meeting:lead', actor, { phase, theme: meeting.theme })
  return allowed.ok ? stepOf(step, meeting) : allowed
}

/** The same meeting when it is so already. */
function stepOf(step: MeetingStep, meeting: Meeting): Result<Meeting> {
  const to: { readonly [State in MeetingState]?: MeetingState } = meetingSteps[step]
  const state = to[meeting.state]
  if (!state) return refuse({ code: notNow[step] })
  return ok(state === meeting.state ? meeting : { ...meeting, state })
}
