import {
  cancelReasonMax,
  meetingKinds,
  meetingLinkMax,
  meetingPlaceMax,
  meetingTitleMax,
  type Instant,
  type Meeting,
  type MeetingState,
  type PersonId,
} from '@witboek/domain'
import { z } from 'zod'
import { MeetingIdOnWire, ThemeIdOnWire } from './ids.ts'
import type { HallView } from './meeting/views.ts'

/** Until the year 2100. */
const InstantOnWire = z
  .int()
  .min(0)
  .max(4_102_444_800_000)
  .transform((ms) => ms as Instant)

const Plan = {
  kind: z.enum(meetingKinds),
  title: z.string().max(4 * meetingTitleMax),
  place: z.string().max(4 * meetingPlaceMax),
  remoteLink: z.string().max(4 * meetingLinkMax),
  startsAt: InstantOnWire,
  endsAt: InstantOnWire,
}

/**
 * `POST /api/meetings/plan`: a meeting of a theme group, or of all of them together (`theme: null`). The same once more is
 * the meeting there is.
 */
export const PlanMeeting = z.strictObject({ theme: ThemeIdOnWire.nullable(), ...Plan })
/** `POST /api/meetings/change` */
export const ChangeMeeting = z.strictObject({ meeting: MeetingIdOnWire, ...Plan })
/**
 * `POST /api/meetings/publish`, which tells everybody whom it is for; `POST /api/meetings/open`, which gives it a code;
 * `POST /api/meetings/close`, which ends the seats of its guests.
 */
export const OneMeeting = z.strictObject({ meeting: MeetingIdOnWire })
/** `POST /api/meetings/cancel`. What nobody was told of goes without a reason. */
export const CancelMeeting = z.strictObject({ meeting: MeetingIdOnWire, reason: z.string().max(4 * cancelReasonMax) })

/** `POST /api/meetings/confirm`: the group has said yes to the minutes, at this later meeting that runs now. */
export const ConfirmMeeting = z.strictObject({ meeting: MeetingIdOnWire, at: MeetingIdOnWire })

/** A meeting as those see it who may read it: without its secrets. */
export interface MeetingShown extends Omit<Meeting, 'dialogue' | 'code' | 'roomKey'> {
  /** Where people at home come in; `null`: they do not, or it is over. */
  readonly video: VideoShown | null
}

export interface VideoShown {
  readonly address: string
  /** Whose computers see who comes: what one is told before one goes there. */
  readonly host: string
  /** May it be shown in a frame on our page, once somebody wants that? */
  readonly framed: boolean
}

interface ThemeShown {
  readonly slug: string
  readonly name: string
}

/** Meetings of one theme group, or of all of them together, and what whoever asks may do about them. */
export interface MeetingGroup {
  /** By the time they start. */
  readonly meetings: readonly MeetingShown[]
  /** Whoever asks may plan, change, publish and cancel one. */
  readonly plans: boolean
  /** May open and close one, and let guests in. */
  readonly leads: boolean
  /** May show the big screen. */
  readonly shows: boolean
  /** For whoever plans: the titles of items that were deferred, and come on the agenda of the next one that is planned. */
  readonly waiting: readonly string[]
}

/** `GET /api/themes/{slug}/meetings` */
export interface ThemeMeetingsAnswer extends MeetingGroup {
  readonly theme: ThemeShown & { readonly id: NonNullable<Meeting['theme']> }
  /** This installation has a video service of its own to plan with. */
  readonly houseVideo: boolean
}

/** `GET /api/meetings`: all that whoever asks may read. */
export interface AllMeetingsAnswer {
  /** Of all theme groups together; `null`: not for them. */
  readonly plenary: MeetingGroup | null
  /** In the order of the dialogue. */
  readonly themes: readonly (MeetingGroup & { readonly theme: ThemeShown })[]
  readonly houseVideo: boolean
}

/** `GET /api/meetings/{meeting}` */
export interface MeetingAnswer {
  readonly meeting: MeetingShown
  readonly theme: ThemeShown | null
  readonly plans: boolean
  readonly leads: boolean
  readonly shows: boolean
  /** May check in, ask for the word and report that something goes wrong; whoever may not reads along. */
  readonly joins: boolean
  readonly houseVideo: boolean
  /** What people type, and where; only for those who may show it, while the meeting runs. */
  readonly join: { readonly code: string; readonly address: string } | null
  /** Only for the Chef who leads it. */
  readonly lobby: LobbyShown | null
}

/** Who came to a meeting without an account, in the order in which they asked. */
export interface LobbyShown {
  readonly waiting: readonly VisitorShown[]
  readonly guests: readonly GuestShown[]
  /** Who was refused or removed, and can be let in after all. */
  readonly away: readonly VisitorShown[]
}

export interface VisitorShown {
  readonly person: PersonId
  readonly name: string
  readonly askedAt: Instant
}

export interface GuestShown extends VisitorShown {
  readonly writes: boolean
}

/** `GET /api/screens/{meeting}`: what stands on the big screen. */
export interface ScreenAnswer {
  readonly title: string
  readonly theme: string | null
  readonly state: MeetingState
  /** While it runs. */
  readonly join: {
    readonly code: string
    /** What to type into a browser, without `https://`. */
    readonly address: string
    readonly qr: QrCode
  } | null
  /** What stands on the wall for those who check in there, and when another one comes. While it runs. */
  readonly room: { readonly code: string; readonly until: Instant } | null
  readonly hall: HallView
}

/** A square of modules, with the white edge that a camera needs: an SVG path of the black ones, a module each of 1 by 1. */
export interface QrCode {
  readonly size: number
  readonly path: string
}
