import type { BookId, EventDetails, Instant, MeetingId, PersonId, Role, ThemeId } from '@witboek/domain'
import { z } from 'zod'
import { PersonIdOnWire, ThemeIdOnWire } from './ids.ts'

/** The record of the dialogue, or of what was done outside any dialogue. */
const recordChains = ['dialogue', 'installation'] as const

/** A form without JavaScript sends what was left empty, too. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
const Seq = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** `GET /api/record?…`: `before` for what is older than a number, `after` for what is younger; the other wishes choose. */
export const RecordWish = z.object({
  chain: orNothing(z.enum(recordChains)),
  before: orNothing(Seq),
  after: orNothing(Seq),
  type: orNothing(z.string().regex(/^[a-z-]{1,40}:[a-z-]{1,40}$/, 'not a type')),
  person: orNothing(PersonIdOnWire),
  theme: orNothing(ThemeIdOnWire),
})
export type RecordWish = z.output<typeof RecordWish>

/** Its answer: a page of the record, the newest first. */
export interface RecordAnswer {
  readonly lines: readonly RecordLine[]
  /** The number to ask `before` (`older`) or `after` (`newer`) for the next page; `null`: there is nothing more there. */
  readonly older: number | null
  readonly newer: number | null
  /** The last event of the chain; `null` when there is none. Written down elsewhere, it proves later that nothing was changed. */
  readonly head: RecordHead | null
  /** What a check last found, if this server made one. */
  readonly checked: RecordCheck | null
  readonly themes: readonly { readonly id: ThemeId; readonly name: string }[]
  /** Those who are still known by a name. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
}

export interface RecordLine {
  readonly seq: number
  readonly at: Instant
  /** Who; the name is `null` once it was erased. `null`: nobody, it came by itself. */
  readonly actor: { readonly id: PersonId; readonly name: string | null } | null
  readonly role: Role | null
  readonly theme: string | null
  readonly type: string
  readonly subject: string
  readonly details: EventDetails
  readonly hash: string
}

interface RecordHead {
  readonly seq: number
  readonly hash: string
}

/** `GET /api/record/check?chain=`: whether the chain is right, and what the books say of it. */
export interface RecordCheck {
  readonly at: Instant
  /** So many events are right: all of them when there is no fault. */
  readonly events: number
  readonly fault: RecordFault | null
  /** Facts that are durable and not in the chain yet. */
  readonly waiting: number
}

/** What is wrong with a chain, first of all. */
export type RecordFault =
  /** Event `seq` of the chain is missing, or is not the one that was recorded. */
  | { readonly what: 'event'; readonly seq: number; readonly why: 'missing' | 'changed' }
  /** Entry `seq` of the book is not on the record, is not the one that was recorded, or is gone. */
  | {
      readonly what: 'fact'
      readonly book: BookId
      readonly seq: number
      readonly why: 'unrecorded' | 'changed' | 'gone'
    }
  /** The same of something that happened at a meeting. */
  | {
      readonly what: 'meeting-fact'
      readonly meeting: MeetingId
      readonly seq: number
      readonly why: 'unrecorded' | 'changed' | 'gone'
    }

/** `GET /api/record/export.jsonl`: the last line of it, behind the events, each on a line of its own as it was hashed. */
export interface RecordExportEnd {
  readonly chain: string
  readonly events: number
  readonly head: string
}
