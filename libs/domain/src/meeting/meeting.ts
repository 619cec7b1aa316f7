import type { AdmissionId, DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../ids.ts'
import type { Actor } from '../people.ts'
import type { Phase } from '../phase.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import { may } from '../rights.ts'

/** An evening (bijeenkomst) of a theme group, or of all of them together (`theme: null`), the plenary one. */
export interface Meeting extends MeetingPlan {
  readonly id: MeetingId
  readonly dialogue: DialogueId
  readonly theme: ThemeId | null
  readonly state: MeetingState
  /** What people in the hall type: guests to join it, everybody else to say that they are here; only while it runs. */
  readonly code: string | null
  /** The secret behind the code that changes every few minutes and is shown in the room; only while it runs. */
  readonly roomKey: string | null
  /** Rises with every change of the plan, for calendars. */
  readonly version: number
  /** Why it is not held, for those who knew of it; empty when it is, or when nobody knew. */
  readonly cancelReason: string
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

export const meetingKinds = [
  'kickoff',
  'green1',
  'green2',
  'green3',
  'white1',
  'white2',
  'white3',
  'work_college',
  'other',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

/**
 * In this order: only from `paused` it goes back to `open`, and only what has not been open is `cancelled`. `minuted`: its
 * minutes are ready to be read; `confirmed`: the group has said yes to them. `meeting-steps.ts` has the steps.
 */
export const meetingStates = [
  'planned',
  'published',
  'open',
  'paused',
  'closed',
  'minuted',
  'confirmed',
  'cancelled',
] as const
export type MeetingState = (typeof meetingStates)[number]

/** Is it going on, with a break or not? Then its code counts, and its guests are in. */
export const isRunning = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'open' || state === 'paused'

/** Is it over, whatever is left to do about its minutes? */
export const hasEnded = ({ state }: Pick<Meeting, 'state'>): boolean =>
  state === 'closed' || state === 'minuted' || state === 'confirmed'

/** Has everybody been told of it whom it is for? What was dropped before that was never told. */
export const isAnnounced = ({ state, cancelReason }: Pick<Meeting, 'state' | 'cancelReason'>): boolean =>
  state !== 'planned' && !(state === 'cancelled' && cancelReason === '')

/**
 * May somebody know of this meeting (MEET-7)? To whoever may not see plans, one that was not announced is not there. A guest is
 * a guest of one meeting, and knows of no other (GUEST-4): its place and its video are for the group.
 */
export function maySeeMeeting(
  act: 'meeting:read' | 'meeting:show',
  meeting: Meeting,
  phase: Phase,
  actor: Actor | null,
): Result<null> {
  const place = { phase, theme: meeting.theme }
  const allowed = may(act, actor, place)
  if (!allowed.ok) return allowed
  if (actor?.seat.guest && actor.seat.guest.meeting !== meeting.id) return refuse({ code: 'not-your-theme-group' })
  if (isAnnounced(meeting)) return allowed
  return may('meeting:preview', actor, place).ok ? allowed : refuse({ code: 'meeting-not-found' })
}

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
export const meetingLinkMax = 500
/** No evening lasts longer (hours): a longer one is a mistake in the date. */
const meetingHoursMax = 12

/** The `remoteLink` of a meeting that uses the video service of the installation. */
export const houseVideo = 'house'

/**
 * A Chef plans a meeting of the own theme group, the lead one of any and the plenary ones (MEET-1). Nobody else sees it
 * until it is published.
 */
export function planMeeting(
  plan: MeetingPlan,
  { id, dialogue, theme }: Pick<Meeting, 'id' | 'dialogue' | 'theme'>,
  phase: Phase,
  actor: Actor,
): Result<Meeting> {
  const allowed = may('meeting:plan', actor, { phase, theme })
  if (!allowed.ok) return allowed
  const sound = soundPlan(plan)
  if (!sound.ok) return sound
  const fresh = { state: 'planned', code: null, roomKey: null, version: 0, cancelReason: '' } as const
  return ok({ id, dialogue, theme, ...sound.value, ...fresh })
}

/** Meetings of one group that are not cancelled: more than a dialogue of years has. */
const meetingsMax = 50

/** A group has room for one more (MEET-1). `all`: the meetings of the dialogue. */
export const roomForMeeting = (
  all: readonly Pick<Meeting, 'theme' | 'state'>[],
  theme: ThemeId | null,
): Result<null> =>
  all.filter((other) => other.theme === theme && other.state !== 'cancelled').length < meetingsMax
    ? ok(null)
    : refuse({ code: 'too-many', max: meetingsMax })

/** The plan of a meeting changes until it is over or cancelled (MEET-2). Answers the same meeting when nothing has changed. */
export function changeMeeting(meeting: Meeting, plan: MeetingPlan, phase: Phase, actor: Actor): Result<Meeting> {
  const allowed = may('meeting:plan', actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  if (hasEnded(meeting) || meeting.state === 'cancelled') return refuse({ code: 'meeting-changed' })
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

function soundPlan({ kind, title, place, remoteLink, startsAt, endsAt }: MeetingPlan): Result<MeetingPlan> {
  const link = soundLink(remoteLink.trim())
  if (!link.ok) return link
  const plan = { kind, title: oneLine(title), place: oneLine(place), remoteLink: link.value, startsAt, endsAt }
  if (plan.title === '') return refuse({ code: 'meeting-title-empty' })
  if (plan.title.length > meetingTitleMax) return refuse({ code: 'meeting-title-too-long', max: meetingTitleMax })
  if (plan.place.length > meetingPlaceMax) return refuse({ code: 'meeting-place-too-long', max: meetingPlaceMax })
  if (endsAt <= startsAt) return refuse({ code: 'meeting-ends-before-start' })
  if (endsAt - startsAt > meetingHoursMax * 60 * 60 * 1000)
    return refuse({ code: 'meeting-too-long', max: meetingHoursMax })
  return ok(plan)
}

/** A browser, a calendar and a screen reader all know what to do with it; whoever reads it knows where they go. */
function soundLink(link: string): Result<string> {
  if (link === '' || link === houseVideo) return ok(link)
  const url = URL.canParse(link) ? new URL(link) : null
  if (url?.protocol !== 'https:' || url.username || url.password || link.length > meetingLinkMax)
    return refuse({ code: 'meeting-link-not-valid' })
  return ok(url.href)
}
