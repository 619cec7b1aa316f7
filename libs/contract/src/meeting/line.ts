import type { MeetingId } from '@witboek/domain'
import { z } from 'zod'
import { MeetingIdOnWire, PollIdOnWire } from '../ids.ts'
import type { DeskView, HallView, OwnView, SettleView } from './views.ts'

/** Reactions (reacties) that a phone can send: few, and calm. They are counted and never kept. */
export const reactions = ['agree', 'applause', 'slower', 'louder'] as const
export type Reaction = (typeof reactions)[number]

/** `meeting:watch` answers `MeetingNow` and pushes what changes from then on, until the line ends. */
export const meetingMessages = {
  'meeting:watch': z.strictObject({ meeting: MeetingIdOnWire }),
  'meeting:react': z.strictObject({ meeting: MeetingIdOnWire, reaction: z.enum(reactions) }),
  /** Which ballot this page has open and has not cast; `null`: none. Only how many there are is told. */
  'meeting:fill': z.strictObject({ meeting: MeetingIdOnWire, poll: PollIdOnWire.nullable() }),
} as const

/** How often each reaction came in during the last moment. */
export interface ReactionsSeen {
  readonly meeting: MeetingId
  readonly counts: { readonly [R in Reaction]?: number }
}

/** What the server pushes to those who watch a meeting; each is the whole of it, never a difference. */
export interface MeetingPushes {
  'meeting:hall': (view: HallView) => void
  'meeting:own': (view: OwnView) => void
  'meeting:desk': (view: DeskView) => void
  'meeting:settle': (view: SettleView) => void
  'meeting:reactions': (seen: ReactionsSeen) => void
}
