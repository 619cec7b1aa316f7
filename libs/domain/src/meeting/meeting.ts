import type { AdmissionId, DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../ids.ts'
import type { Actor } from '../people.ts'
import type { Phase } from '../phase.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import { may } from '../rights.ts'

/** An evening (bijeenkomst) of a theme group, or of all of them together (`theme: null`). */
export interface Meeting extends MeetingPlan {
  readonly id: MeetingId
  readonly dialogue: DialogueId
  readonly theme: ThemeId | null
  readonly state: MeetingState
  /** What people without an account type to join it; `null` while it is not open. */
  readonly code: string | null
  /** The secret behind the code that changes every few minutes and is shown in the room; `null` while it is not open. */
  readonly roomKey: string | null
  /** Rises with every change of the plan, for calendars. */
  readonly version: number
}

/** What is said of an evening beforehand. */
export interface MeetingPlan {
  readonly kind: MeetingKind
  readonly title: string
  /** May be empty: not known yet. */
  readonly place: string
  /** Where people at home come in by video: an address of its own (https), or `houseVideo`; empty: nobody joins from home. */
  readonly remoteLink: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export const meetingKinds = ['kickoff', 'green1', 'green2', 'green3', 'white1', 'white2', 'white3', 'other'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** In this order, and never back. */
export const meetingStates = ['planned', 'open', 'closed'] as const
export type MeetingState = (typeof meetingStates)[number]

/** Letters of a join code: none that looks or sounds like another, and no vowels, so that it makes no words. */
export const codeLetters = 'CDFHJKMNPRTWXY34679'
export const codeLength = 6

/** A code as it was typed, with what people put between and around it taken away; `null` when it cannot be one. */
export function joinCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter)) ? code : null
}

/** Somebody in the lobby (wachtkamer) of a meeting, and what the Chef said. */
export interface Admission {
  readonly id: AdmissionId
  readonly meeting: MeetingId
  readonly person: PersonId
  readonly state: AdmissionState
  readonly writes: boolean
  readonly askedAt: Instant
}

/** `ended`: the guest was removed or left, or the meeting is over. */
export const admissionStates = ['waiting', 'admitted', 'refused', 'ended'] as const
export type AdmissionState = (typeof admissionStates)[number]

export const meetingTitleMax = 120
export const meetingPlaceMax = 200
/** No evening lasts longer (hours): a longer one is a mistake in the date. */
export const meetingHoursMax = 12

/** A Chef plans a meeting of the own theme group, the lead one of any (MEET-1). */
export function planMeeting(
  plan: MeetingPlan,
  { id, dialogue, theme }: Pick<Meeting, 'id' | 'dialogue' | 'theme'>,
  phase: Phase,
  actor: Actor,
): Result<Meeting> {
  const allowed = may('meeting:plan', actor, { phase, theme })
  if (!allowed.ok) return allowed
  const sound = soundPlan(plan)
  return sound.ok ? ok({ id, dialogue, theme, ...sound.value, state: 'planned', code: null, roomKey: null, version: 0 }) : sound
}

/** The plan of a meeting changes until it is closed (MEET-2). Answers the same meeting when nothing has changed. */
export function changeMeeting(meeting: Meeting, plan: MeetingPlan, phase: Phase, actor: Actor): Result<Meeting> {
  const allowed = may('meeting:plan', actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  if (meeting.state === 'closed') return refuse({ code: 'meeting-changed' })
  const sound = soundPlan(plan)
  if (!sound.ok) return sound
  return ok(isPlannedAs(meeting, sound.value) ? meeting : { ...meeting, ...sound.value, version: meeting.version + 1 })
}

/** Is this what the meeting says already? */
export const isPlannedAs = (meeting: Meeting, plan: MeetingPlan): boolean =>
  meeting.kind === plan.kind &&
  meeting.title === plan.title &&
  meeting.place === plan.place &&
  meeting.remoteLink === plan.remoteLink &&
  meeting.startsAt === plan.startsAt &&
  meeting.endsAt === plan.endsAt

/** A Chef opens a meeting, which has its code from then on; one of a theme at a time (MEET-3). Open already: the same meeting. */
export function openMeeting(
  meeting: Meeting,
  all: readonly Meeting[],
  code: string,
  phase: Phase,
  actor: Actor,
): Result<Meeting> {
  const allowed = may('meeting:lead', actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  if (meeting.state === 'open') return ok(meeting)
  if (meeting.state === 'closed') return refuse({ code: 'meeting-changed' })
  if (all.some(({ theme, state }) => theme === meeting.theme && state === 'open'))
    return refuse({ code: 'other-meeting-open' })
  return ok({ ...meeting, state: 'open', code })
}

/** A Chef closes it, for good; its code is worth nothing any more (MEET-4). Closed already: the same meeting. */
export function closeMeeting(meeting: Meeting, phase: Phase, actor: Actor): Result<Meeting> {
  const allowed = may('meeting:lead', actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  if (meeting.state === 'planned') return refuse({ code: 'meeting-not-open' })
  return ok(meeting.state === 'closed' ? meeting : { ...meeting, state: 'closed', code: null, roomKey: null })
}

function soundPlan({ kind, title, place, remoteLink, startsAt, endsAt }: MeetingPlan): Result<MeetingPlan> {
  const plan = { kind, title: oneLine(title), place: oneLine(place), remoteLink: remoteLink.trim(), startsAt, endsAt }
  if (plan.title === '') return refuse({ code: 'meeting-title-empty' })
  if (plan.title.length > meetingTitleMax) return refuse({ code: 'meeting-title-too-long', max: meetingTitleMax })
  if (plan.place.length > meetingPlaceMax) return refuse({ code: 'meeting-place-too-long', max: meetingPlaceMax })
  if (endsAt <= startsAt) return refuse({ code: 'meeting-ends-before-start' })
  if (endsAt - startsAt > meetingHoursMax * 60 * 60 * 1000)
    return refuse({ code: 'meeting-too-long', max: meetingHoursMax })
  return ok(plan)
}
