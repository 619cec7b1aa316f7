import { soundChoices, type Choices, type PollPlan, type Result } from '@witboek/domain'

/** What somebody has filled in on a ballot, whether it was cast or not. Nothing that comes in from elsewhere touches it. */
export interface BallotDraft {
  readonly option: string | null
  readonly reason: string
  readonly options: readonly string[]
  /** Dots or scores. */
  readonly numbers: Readonly<Record<string, number>>
  readonly ranking: readonly string[]
}

export const blankDraft: BallotDraft = { option: null, reason: '', options: [], numbers: {}, ranking: [] }

/** What was cast, to go on from. */
export function draftOf(choices: Choices): BallotDraft {
  if ('option' in choices) return { ...blankDraft, option: choices.option }
  if ('answer' in choices) return { ...blankDraft, option: choices.answer, reason: choices.reason ?? '' }
  if ('options' in choices) return { ...blankDraft, options: choices.options }
  if ('ranking' in choices) return { ...blankDraft, ranking: choices.ranking }
  return { ...blankDraft, numbers: 'dots' in choices ? choices.dots : choices.scores }
}

/** The ballot as it would be cast, or why it is none yet (POLL-8). */
export function ballotIn(plan: PollPlan, { option, reason, options, numbers, ranking }: BallotDraft): Result<Choices> {
  switch (plan.kind) {
    case 'temperature':
    case 'yes_no':
    case 'single':
      return soundChoices(plan, { option })
    case 'consent':
      return soundChoices(plan, { answer: option, reason: takesReason(option) ? reason : '' })
    case 'multiple':
    case 'target_mix':
      return soundChoices(plan, { options })
    case 'dots':
      return soundChoices(plan, { dots: numbers })
    case 'score':
      return soundChoices(plan, { scores: numbers })
    case 'rank':
      return soundChoices(plan, { ranking })
  }
}

/** Answers of a consent poll that may be explained, and one that must be. */
export const takesReason = (answer: string | null): boolean => answer === 'concern' || answer === 'block'

/** One tap is a whole ballot: it is cast at once. Not so where a reason may come with it, nor in secret, where it is final. */
export const castsAtOnce = ({ kind, visibility }: Pick<PollPlan, 'kind' | 'visibility'>, option: string): boolean =>
  visibility !== 'secret' &&
  (kind === 'temperature' || kind === 'yes_no' || kind === 'single' || (kind === 'consent' && !takesReason(option)))

/** Does the box hold what stands here? */
export function isSaved(plan: PollPlan, draft: BallotDraft, saved: Choices | null): boolean {
  if (!saved) return false
  const ballot = ballotIn(plan, draft)
  return ballot.ok && inWords(ballot.value) === inWords(saved)
}

/** Nothing was filled in yet. */
export const isBlank = (draft: BallotDraft): boolean => inWords(draft) === inWords(blankDraft)

/** A dot more or less, within what there is to give. */
export function withDots(
  plan: PollPlan,
  { numbers }: BallotDraft,
  option: string,
  more: 1 | -1,
): BallotDraft['numbers'] {
  const given = (numbers[option] ?? 0) + more
  if (given < 0 || (more > 0 && dotsLeft(plan, numbers) === 0)) return numbers
  return Object.fromEntries(Object.entries({ ...numbers, [option]: given }).filter(([, number]) => number > 0))
}

export const dotsLeft = ({ dots }: Pick<PollPlan, 'dots'>, numbers: BallotDraft['numbers']): number =>
  (dots ?? 0) - Object.values(numbers).reduce((sum, number) => sum + number, 0)

/** One place up or down in a ranking. */
export function moved(ranking: readonly string[], option: string, by: 1 | -1): readonly string[] {
  const from = ranking.indexOf(option)
  const to = from + by
  if (from < 0 || to < 0 || to >= ranking.length) return ranking
  return ranking.with(from, ranking[to] as string).with(to, option)
}

/** What the chosen proposals bring together. */
export const sumOfChosen = ({ options }: Pick<PollPlan, 'options'>, chosen: readonly string[]): number =>
  options.reduce((sum, { id, amount }) => (chosen.includes(id) ? sum + (amount ?? 0) : sum), 0)

/** The same for what is the same, in whichever order its names came. */
const inWords = (value: object): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.entries(inner).sort() : inner,
  )
