import type { Instant, PersonId } from '../ids.ts'
import { severalLines } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import { votesByHand } from './hands.ts'
import { pollNotOpen, type Poll } from './poll.ts'
import { fixedOptions, optionsOf, type PollPlan } from './poll-plan.ts'

/** What stands on a ballot (stembiljet), on the wire and at rest: one shape for each way of choosing. */
export type Choices =
  /** temperature, yes_no, single */
  | { readonly option: string }
  /** consent; a block has a reason, a concern may have one */
  | { readonly answer: ConsentAnswer; readonly reason: string | null }
  /** multiple, target_mix; in the order of the plan */
  | { readonly options: readonly string[] }
  /** dots: how many for which option, without those that get none */
  | { readonly dots: Readonly<Record<string, number>> }
  /** score: 0 to `scoreMax` for which option; those not named get no points */
  | { readonly scores: Readonly<Record<string, number>> }
  /** rank: the best first; those not named come after those that are */
  | { readonly ranking: readonly string[] }

export type ConsentAnswer = (typeof fixedOptions.consent)[number]

export const scoreMax = 10
/** Characters; it is read aloud and talked about. */
export const consentReasonMax = 500

/** A ballot as it will be kept, or why it is none for this poll (POLL-8). `raw` is whatever came in. */
export function soundChoices(plan: PollPlan, raw: unknown): Result<Choices> {
  switch (plan.kind) {
    case 'temperature':
    case 'yes_no':
    case 'single': {
      const [option] = fieldsIn(raw, 'option') ?? []
      return isOption(plan, option) ? ok({ option }) : notSound
    }
    case 'consent': {
      const [answer, reason] = fieldsIn(raw, 'answer', 'reason') ?? fieldsIn(raw, 'answer') ?? []
      return consentChoices(answer, reason ?? '')
    }
    case 'multiple':
    case 'target_mix': {
      const [chosen] = fieldsIn(raw, 'options') ?? []
      if (!differing(plan, chosen)) return notSound
      const most = plan.kind === 'multiple' ? (plan.dots ?? Infinity) : Infinity
      if (chosen.length > most || (plan.kind === 'multiple' && chosen.length === 0)) return notSound
      return ok({ options: optionsOf(plan).filter((option) => chosen.includes(option)) })
    }
    case 'dots': {
      const [given] = fieldsIn(raw, 'dots') ?? []
      const dots = numbersIn(plan, given, plan.dots ?? 0)
      if (!dots) return notSound
      const sum = dots.reduce((before, [, number]) => before + number, 0)
      if (sum === 0 || sum > (plan.dots ?? 0)) return notSound
      return ok({ dots: Object.fromEntries(dots.filter(([, number]) => number > 0)) })
    }
    case 'score': {
      const [given] = fieldsIn(raw, 'scores') ?? []
      const scores = numbersIn(plan, given, scoreMax)
      return scores && scores.length > 0 ? ok({ scores: Object.fromEntries(scores) }) : notSound
    }
    case 'rank': {
      const [ranking] = fieldsIn(raw, 'ranking') ?? []
      return differing(plan, ranking) && ranking.length > 0 ? ok({ ranking: [...ranking] }) : notSound
    }
  }
}

/**
 * Whether a ballot of this person that came in at `receivedAt`, by the clock of the server, may go into the box (POLL-7).
 * That there is one of each person, and that a secret one is final, is for the box to keep.
 */
export function mayCast(poll: Poll, person: PersonId, receivedAt: Instant): Result<null> {
  const why = pollNotOpen(poll, receivedAt)
  if (why) return refuse(why)
  if (!poll.electorate.includes(person)) return refuse({ code: 'not-in-electorate' })
  return votesByHand(poll, person) ? refuse({ code: 'votes-by-hand' }) : ok(null)
}

/** Why somebody blocks or worries; without who. */
export interface GivenReason {
  readonly answer: ConsentAnswer
  readonly reason: string
}

/** The reasons on the ballots of a consent poll, those to block first; in order of what they say, which tells not whose they are. */
export const reasonsIn = (ballots: readonly Choices[]): readonly GivenReason[] =>
  ballots
    .flatMap((choices) =>
      'answer' in choices && choices.reason !== null ? [{ answer: choices.answer, reason: choices.reason }] : [],
    )
    .sort((one, other) => (one.answer + one.reason < other.answer + other.reason ? -1 : 1))

const notSound = refuse({ code: 'ballot-not-sound' })

function consentChoices(answer: unknown, given: unknown): Result<Choices> {
  const known = fixedOptions.consent.find((option) => option === answer)
  if (!known || typeof given !== 'string') return notSound
  const reason = severalLines(given)
  if (reason.length > consentReasonMax) return refuse({ code: 'poll-text-too-long', max: consentReasonMax })
  if (known === 'block' && reason === '') return refuse({ code: 'reason-needed' })
  if (known !== 'block' && known !== 'concern' && reason !== '') return notSound
  return ok({ answer: known, reason: reason === '' ? null : reason })
}

/** The values of an object that has these fields and no others; `null` for anything else. */
function fieldsIn(raw: unknown, ...names: readonly string[]): readonly unknown[] | null {
  if (!isObject(raw) || Object.keys(raw).length !== names.length) return null
  return names.every((name) => Object.hasOwn(raw, name)) ? names.map((name) => raw[name]) : null
}

/** Numbers from 0 up to and including `most` for options of this plan, in its order; `null` for anything else. */
function numbersIn(plan: PollPlan, raw: unknown, most: number): readonly (readonly [string, number])[] | null {
  if (!isObject(raw)) return null
  const options = optionsOf(plan)
  const given = Object.entries(raw)
  const sound = given.every(
    (entry): entry is [string, number] => options.includes(entry[0]) && isNumber(entry[1]) && entry[1] <= most,
  )
  return sound ? given.toSorted(([one], [other]) => options.indexOf(one) - options.indexOf(other)) : null
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isOption = (plan: PollPlan, option: unknown): option is string =>
  typeof option === 'string' && optionsOf(plan).includes(option)

/** Options of this plan, none of them twice. */
const differing = (plan: PollPlan, options: unknown): options is readonly string[] =>
  Array.isArray(options) &&
  options.every((option) => isOption(plan, option)) &&
  new Set(options).size === options.length
