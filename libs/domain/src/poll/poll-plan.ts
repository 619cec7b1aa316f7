import { canonical } from '../canonical.ts'
import type { Cents } from '../money.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Refusal, type Result } from '../result.ts'

/**
 * Temperature (temperatuur: 1 to 5), consent (instemming), yes_no (with abstain), single and multiple (keuze), dots (stippen
 * verdelen), score (cijfers, 0 to 10), rank (volgorde), target_mix (voorstellen kiezen tot de taakstelling is gehaald).
 */
export const pollKinds = [
  'temperature',
  'consent',
  'yes_no',
  'single',
  'multiple',
  'dots',
  'score',
  'rank',
  'target_mix',
] as const
export type PollKind = (typeof pollKinds)[number]

/**
 * `named`: everybody sees by name who chose what; `open`: no names are shown, but the ballots have ids, for the voter, the
 * auditor and the proof; `secret`: nothing that is kept says whose a ballot is.
 */
export const pollVisibilities = ['named', 'open', 'secret'] as const
export type PollVisibility = (typeof pollVisibilities)[number]

/** From when on the numbers are seen: while people vote, once it is closed, or once the Chef shows them. */
export const pollReveals = ['live', 'on_close', 'on_publish'] as const
type PollReveal = (typeof pollReveals)[number]

/** What is said of a poll beforehand. From its opening on nothing of this changes (POLL-2). */
export interface PollPlan {
  readonly question: string
  /** May be empty. */
  readonly explanation: string
  readonly kind: PollKind
  /** Empty for the kinds that bring their own: `fixedOptions`. */
  readonly options: readonly PollOption[]
  readonly visibility: PollVisibility
  readonly reveal: PollReveal
  /** Only who is at the meeting when it opens may vote, in the room or remote. */
  readonly requiresPresence: boolean
  /** How many of those who may vote have to (percent); `null`: none asked. */
  readonly quorum: number | null
  /** What share the most chosen option has to get (percent); `null`: to be the most chosen is enough. */
  readonly threshold: number | null
  /** How many dots a voter has; for `multiple` how many options one may choose (`null`: all). */
  readonly dots: number | null
  /** What a `target_mix` has to bring. */
  readonly target: Cents | null
  /** Minutes after its opening; `null`: when the Chef closes it. */
  readonly closesAfter: number | null
}

export interface PollOption {
  readonly id: string
  readonly label: string
  /** What it brings per year; needed for a `target_mix`. */
  readonly amount: Cents | null
}

/** Characters. A question is read on a big screen, an option on a phone. */
export const pollQuestionMax = 200
export const pollExplanationMax = 1000
export const pollLabelMax = 120
const pollOptionsMin = 2
export const pollOptionsMax = 30
export const pollDotsMax = 20
/** Two weeks: longer is no poll, but a petition. */
export const pollMinutesMax = 14 * 24 * 60

/** The answers of the kinds that bring their own, in the order in which they are shown. */
export const fixedOptions = {
  temperature: ['1', '2', '3', '4', '5'],
  consent: ['agree', 'stand_aside', 'concern', 'block'],
  yes_no: ['yes', 'no', 'abstain'],
} as const satisfies Partial<Record<PollKind, readonly string[]>>

/** Where a share of the votes means something: elsewhere there is no threshold. */
export const thresholdKinds: readonly PollKind[] = ['yes_no', 'single', 'multiple']

/** The ids of all that can be chosen, in order. */
export const optionsOf = ({ kind, options }: Pick<PollPlan, 'kind' | 'options'>): readonly string[] =>
  kind === 'temperature' || kind === 'consent' || kind === 'yes_no' ? fixedOptions[kind] : options.map(({ id }) => id)

/** The plan of a poll, without what happened to it. */
export function planOf(poll: PollPlan): PollPlan {
  const { question, explanation, kind, options, visibility, reveal, requiresPresence, quorum } = poll
  const { threshold, dots, target, closesAfter } = poll
  return {
    ...{ question, explanation, kind, options, visibility, reveal, requiresPresence, quorum },
    ...{ threshold, dots, target, closesAfter },
  }
}

export const samePlan = (one: PollPlan, other: PollPlan): boolean => canonical(planOf(one)) === canonical(planOf(other))

/** A plan as it will be kept, or what is not right about it (POLL-1). */
export function soundPlan(plan: PollPlan): Result<PollPlan> {
  const question = oneLine(plan.question)
  const explanation = plan.explanation
    .split(/\r\n|[\r\n]/)
    .map(oneLine)
    .join('\n')
    .trim()
  const options = plan.options.map(({ id, label, amount }) => ({ id, label: oneLine(label), amount }))
  // What is secret is never shown before it is published, whatever was asked (POLL-10).
  const reveal = plan.visibility === 'secret' ? 'on_publish' : plan.reveal
  const sound = planOf({ ...plan, question, explanation, options, reveal })
  const why = wordsFault(sound) ?? optionsFault(sound) ?? numbersFault(sound)
  return why ? refuse(why) : ok(sound)
}

function wordsFault({ question, explanation, options }: PollPlan): Refusal | null {
  if (question === '') return { code: 'poll-question-empty' }
  if (question.length > pollQuestionMax) return { code: 'poll-text-too-long', max: pollQuestionMax }
  if (explanation.length > pollExplanationMax) return { code: 'poll-text-too-long', max: pollExplanationMax }
  if (options.some(({ label }) => label.length > pollLabelMax)) return { code: 'poll-text-too-long', max: pollLabelMax }
  return null
}

function optionsFault({ kind, options }: PollPlan): Refusal | null {
  if (Object.hasOwn(fixedOptions, kind)) return options.length === 0 ? null : unfit('options')
  if (options.length < pollOptionsMin || options.length > pollOptionsMax)
    return { code: 'poll-options-number', min: pollOptionsMin, max: pollOptionsMax }
  if (!options.every((option) => isSound(option, kind))) return unfit('options')
  const differ = (texts: readonly string[]) => new Set(texts).size === texts.length
  if (!differ(options.map(({ id }) => id))) return unfit('options')
  return differ(options.map(({ label }) => label.toLowerCase())) ? null : { code: 'poll-options-alike' }
}

/** An id stands in the keys of a tally, between marks of its own (`a>b`): letters, digits and dashes only. */
const isSound = ({ id, label, amount }: PollOption, kind: PollKind): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(id) &&
  label !== '' &&
  (amount === null ? kind !== 'target_mix' : Number.isSafeInteger(amount) && (kind !== 'target_mix' || amount > 0))

function numbersFault(plan: PollPlan): Refusal | null {
  const { kind, options, dots, target } = plan
  if (!within(plan.quorum, 100)) return unfit('quorum')
  if (!within(plan.threshold, thresholdKinds.includes(kind) ? 100 : 0)) return unfit('threshold')
  const most = kind === 'dots' ? pollDotsMax : kind === 'multiple' ? options.length : 0
  if (!within(dots, most) || (kind === 'dots' && dots === null)) return unfit('dots')
  if (
    !within(target, kind === 'target_mix' ? Number.MAX_SAFE_INTEGER : 0) ||
    (kind === 'target_mix' && target === null)
  )
    return unfit('target')
  return within(plan.closesAfter, pollMinutesMax) ? null : unfit('closesAfter')
}

/** Nothing, or a whole number from 1 up to and including `most`. */
const within = (value: number | null, most: number): boolean =>
  value === null || (Number.isSafeInteger(value) && value >= 1 && value <= most)

const unfit = (field: keyof PollPlan): Refusal => ({ code: 'poll-plan-not-sound', field })
