import {
  consentReasonMax,
  fixedOptions,
  pollExplanationMax,
  pollKinds,
  pollLabelMax,
  pollOptionsMax,
  pollQuestionMax,
  pollReveals,
  pollVisibilities,
  scoreMax,
  voidReasonMax,
  type AgendaItemId,
  type Cents,
  type Choices,
  type HandsId,
  type Instant,
  type PersonId,
  type PollAudit,
  type PollId,
  type PollRoll,
} from '@witboek/domain'
import { z } from 'zod'
import { idOnWire, MeetingIdOnWire, PersonIdOnWire, PollIdOnWire } from '../ids.ts'

const HandsIdOnWire = idOnWire<HandsId>()

/** Longer than a rule allows, so that what is only a little too long gets an answer that says so. */
const words = (max: number) => z.string().max(4 * max)
const number = z.int().min(-1_000_000).max(1_000_000)
const cents = z.int().transform((amount) => amount as Cents)

/** An option is the name of a number in ballots and counts, so it is none that objects have already. */
const option = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'not an option')
  .refine((id) => id !== 'constructor' && id !== 'prototype', 'not an option')
const numbers = z.record(option, number)

const plan = z.strictObject({
  question: words(pollQuestionMax),
  explanation: words(pollExplanationMax),
  kind: z.enum(pollKinds),
  options: z
    .array(z.strictObject({ id: option, label: words(pollLabelMax), amount: cents.nullable() }))
    .max(4 * pollOptionsMax),
  visibility: z.enum(pollVisibilities),
  reveal: z.enum(pollReveals),
  requiresPresence: z.boolean(),
  quorum: number.nullable(),
  threshold: number.nullable(),
  dots: number.nullable(),
  target: cents.nullable(),
  closesAfter: number.nullable(),
})

const choices = z.union([
  z.strictObject({ option }),
  z.strictObject({ answer: z.enum(fixedOptions.consent), reason: words(consentReasonMax).nullable() }),
  z.strictObject({ options: z.array(option).max(4 * pollOptionsMax) }),
  z.strictObject({ dots: numbers }),
  z.strictObject({
    scores: z.record(
      option,
      z
        .int()
        .min(-scoreMax)
        .max(10 * scoreMax),
    ),
  }),
  z.strictObject({ ranking: z.array(option).max(4 * pollOptionsMax) }),
])

const poll = PollIdOnWire
const block = HandsIdOnWire

const fields = {
  /** `poll` is an id of the sender's: the same draft twice is one. `item`: of the agenda. */
  'poll:draft': { poll, plan, item: idOnWire<AgendaItemId>().nullable() },
  'poll:change': { poll, plan },
  'poll:drop': { poll },
  'poll:open': { poll },
  'poll:extend': {
    poll,
    closesAt: z
      .int()
      .min(0)
      .max(4_102_444_800_000)
      .transform((ms) => ms as Instant),
  },
  'poll:close': { poll },
  'poll:publish': { poll },
  'poll:void': { poll, reason: words(voidReasonMax) },

  /** Raised hands, counted in the room: how many for which option, and whose. */
  'hands:enter': { poll, block, counts: numbers, voters: z.array(PersonIdOnWire).max(1_000) },
  /** By somebody who is here, and is not the one who entered them. */
  'hands:confirm': { poll, block },
  'hands:reject': { poll, block },

  /** In an open or named poll. `key`: of one wish to vote, made anew when somebody votes again; a retry carries the same one. */
  'poll:cast': { poll, key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'not a key'), choices },
  /** In a secret poll: once, and final. */
  'poll:cast-secret': { poll, choices },

  /** Who took part in a secret poll that is over, for the auditor. It is asked by a command: each look stands on the record. */
  'roll:read': { poll },
} as const satisfies { readonly [command: `${'poll' | 'hands' | 'roll'}:${string}`]: z.ZodRawShape }

/** `POST /api/meetings/poll/draft` and so on: `meetingCommandPath`. */
export type PollCommandName = keyof typeof fields
export const pollCommandNames = Object.keys(fields) as readonly PollCommandName[]

/** How a command is read: `{ meeting, … }`, and nothing else. */
export const pollCommandSchema = <Name extends PollCommandName>(name: Name) =>
  z.strictObject({ meeting: MeetingIdOnWire, ...(fields[name] as (typeof fields)[Name]) })

/** What is sent with a command, without its meeting. */
export type PollCommandFields<Name extends PollCommandName> = z.input<
  z.ZodObject<(typeof fields)[Name], z.core.$strict>
>

/** The answer to each command. */
export type PollCommandAnswer<Name extends PollCommandName> = Name extends 'poll:cast'
  ? CastBallot
  : Name extends 'poll:cast-secret'
    ? CastSecretBallot
    : Name extends 'roll:read'
      ? PollRollAnswer
      : { readonly head: number }

/** A ballot is in the box, for good. */
export interface CastBallot {
  /** 1 for the first; the last one counts. */
  readonly version: number
}

/** `before`: this person had voted already, and this ballot is not in the box. That is also the answer to a retry. */
export interface CastSecretBallot {
  readonly cast: 'now' | 'before'
}

/** `GET …/own`: what whoever asks did in this poll. */
export interface OwnBallotAnswer {
  readonly poll: PollId
  /** How they voted; `null`: they did not. Of a secret poll that is all there is. */
  readonly voted: 'ballot' | 'hand' | null
  /** In the published proof their ballot stands under this name; `null` in a secret poll, which gives no receipt. */
  readonly voter: string | null
  /** Of an open or named poll, the first one first; the last one counts. */
  readonly versions: readonly BallotVersion[]
}

interface BallotVersion {
  readonly version: number
  readonly choices: Choices
  readonly at: Instant
}

/** `GET …/history?person=`: what somebody did in an open or named poll, for the auditor. */
export interface BallotHistoryAnswer extends OwnBallotAnswer {
  readonly person: PersonId
}

/** `GET …/hands`: counts that wait for a second person, for whoever is here and may be that. */
export interface HandsToCheck {
  readonly poll: PollId
  readonly blocks: readonly {
    readonly id: HandsId
    readonly counts: Readonly<Record<string, number>>
    /** Whose hands. */
    readonly voters: readonly { readonly person: PersonId; readonly name: string }[]
    readonly enteredByName: string
    /** Whoever asks entered them, and cannot confirm them. */
    readonly own: boolean
  }[]
}

/** `GET …/audit`: the proof of a published poll, for everybody who may read the meeting. Names of ballots are pseudonyms in open polls. */
export type PollAuditAnswer = PollAudit

/** The answer to `roll:read`: names in alphabetical order, which tells nothing of when or how anybody voted. */
export interface PollRollAnswer extends PollRoll {
  readonly poll: PollId
  /** When this look came on the record. */
  readonly readAt: Instant
}
