import { sumOf, type Cents } from '../money.ts'
import { slotFor, type Slots } from './count.ts'
import { optionsOf, type PollKind, type PollPlan } from './poll-plan.ts'
import type { Mix, OptionResult, PollResult } from './poll-result.ts'

/** What the sum of all ballots comes to (POLL-11). `cast`: how many people voted; `entitled`: how many may. */
export function outcomeOf(plan: PollPlan, sum: Slots, cast: number, entitled: number): PollResult {
  const options = optionsOf(plan)
  const counts = new Map(options.map((option) => [option, sum[countSlot[plan.kind](option)] ?? 0]))
  const quorumReached = plan.quorum === null ? null : cast * 100 >= plan.quorum * entitled
  const mix = plan.kind === 'target_mix' ? mixOf(plan, counts) : null
  const { verdict, winners, thresholdReached } = decided(plan, counts, cast, mix)
  const outOfQuorum = quorumReached === false && verdict !== 'none'
  return {
    cast,
    entitled,
    options: options.map((option) => optionResult(plan, sum, option, counts, cast)),
    quorumReached,
    thresholdReached,
    verdict: outOfQuorum ? 'no_quorum' : verdict,
    winners: outOfQuorum ? [] : winners,
    unanimous: isUnanimous(sum, cast),
    temperature: plan.kind === 'temperature' && cast > 0 ? temperatureOf(counts) : null,
    ranking: plan.kind === 'rank' ? rankingOf(counts, sum) : null,
    mix,
  }
}

const countSlot = {
  temperature: slotFor.chose,
  consent: slotFor.chose,
  yes_no: slotFor.chose,
  single: slotFor.chose,
  multiple: slotFor.chose,
  dots: slotFor.sum,
  score: slotFor.sum,
  rank: slotFor.points,
  target_mix: slotFor.chose,
} as const satisfies Record<PollKind, (option: string) => string>

type Counts = ReadonlyMap<string, number>
type Decided = Pick<PollResult, 'verdict' | 'winners' | 'thresholdReached'>

function optionResult(plan: PollPlan, sum: Slots, option: string, counts: Counts, cast: number): OptionResult {
  const count = counts.get(option) ?? 0
  const named = sum[slotFor.chose(option)] ?? 0
  const whole = plan.kind === 'dots' ? total(counts) : cast
  const scored = plan.kind === 'score' && named > 0
  return {
    option,
    count,
    named,
    share: plan.kind === 'score' || plan.kind === 'rank' ? null : percent(count, whole),
    average: scored ? hundredths(count / named) : null,
    spread: scored ? spreadOf(named, count, sum[slotFor.squares(option)] ?? 0) : null,
  }
}

function decided(plan: PollPlan, counts: Counts, cast: number, mix: Mix | null): Decided {
  const thresholdReached = plan.threshold === null ? null : false
  if (cast === 0 || plan.kind === 'temperature') return { verdict: 'none', winners: [], thresholdReached }
  if (plan.kind === 'consent') {
    const verdict = (counts.get('block') ?? 0) > 0 ? 'no_consent' : 'consent'
    return { verdict, winners: [], thresholdReached }
  }
  if (mix) return mixDecided(mix, counts)
  // Who abstains counts for the quorum, and neither for yes nor for no.
  const running = [...counts].filter(([option]) => plan.kind !== 'yes_no' || option !== 'abstain')
  const most = Math.max(...running.map(([, count]) => count))
  const top = running.filter(([, count]) => count === most && count > 0).map(([option]) => option)
  const [first] = top
  if (first === undefined) return { verdict: 'none', winners: [], thresholdReached }
  const { threshold } = plan
  if (threshold === null) return { verdict: top.length === 1 ? 'chosen' : 'tie', winners: top, thresholdReached }
  const whole = plan.kind === 'yes_no' ? total(new Map(running)) : cast
  const reaching = running.filter(([, count]) => count * 100 >= threshold * whole && count > 0)
  // More than one option may be carried by enough people when each may choose more than one.
  if (plan.kind === 'multiple' && reaching.length > 0)
    return { verdict: 'chosen', winners: reaching.map(([option]) => option), thresholdReached: true }
  if (top.length > 1) return { verdict: 'tie', winners: top, thresholdReached }
  // The threshold is for what changes something: a no needs none.
  if (plan.kind === 'yes_no' && first === 'no') return { verdict: 'chosen', winners: top, thresholdReached }
  const enough = reaching.some(([option]) => option === first)
  return { verdict: enough ? 'chosen' : 'below_threshold', winners: enough ? top : [], thresholdReached: enough }
}

function mixOf({ options, target }: PollPlan, counts: Counts): Mix {
  const taken: string[] = []
  let reached = 0 as Cents
  for (const { id, amount } of options.toSorted(
    (one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0),
  )) {
    if (reached >= (target ?? 0) || (counts.get(id) ?? 0) === 0) break
    taken.push(id)
    reached = sumOf([reached, amount ?? (0 as Cents)])
  }
  return { taken, reached, met: reached >= (target ?? 0) }
}

/** An option that was left out with as many picks as the last one taken could have been that one. */
function mixDecided({ taken, met }: Mix, counts: Counts): Decided {
  const thresholdReached = null
  if (taken.length === 0) return { verdict: 'none', winners: [], thresholdReached }
  if (!met) return { verdict: 'below_target', winners: [], thresholdReached }
  const least = counts.get(taken.at(-1) ?? '')
  const level = [...counts].filter(([, count]) => count === least).map(([option]) => option)
  return level.every((option) => taken.includes(option))
    ? { verdict: 'chosen', winners: taken, thresholdReached }
    : { verdict: 'tie', winners: level, thresholdReached }
}

function temperatureOf(counts: Counts): { readonly average: number; readonly spread: number } {
  const votes = [...counts].map(([degree, count]) => ({ degree: Number(degree), count }))
  const number = total(counts)
  const sum = votes.reduce((before, { degree, count }) => before + degree * count, 0)
  const squares = votes.reduce((before, { degree, count }) => before + degree * degree * count, 0)
  return { average: hundredths(sum / number), spread: spreadOf(number, sum, squares) }
}

function rankingOf(counts: Counts, sum: Slots): NonNullable<PollResult['ranking']> {
  const options = [...counts.keys()]
  const wins = (one: string, other: string) =>
    (sum[slotFor.beats(one, other)] ?? 0) > (sum[slotFor.beats(other, one)] ?? 0)
  return {
    order: options.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0)),
    condorcet: options.find((one) => options.every((other) => other === one || wins(one, other))) ?? null,
  }
}

/** Numbers are alike on all ballots when their spread is 0; whole numbers, so that this is exact. */
function isUnanimous(sum: Slots, cast: number): boolean {
  const allOrNone = (number: number | undefined) => number === undefined || number === 0 || number === cast
  const alike = ([name, number]: [string, number]): boolean => {
    const [, option] = name.split('sum:')
    if (option !== undefined) return cast * (sum[slotFor.squares(option)] ?? 0) === number * number
    return name.startsWith('chose:') || name.startsWith('beats:') ? allOrNone(number) : true
  }
  return cast > 0 && Object.entries(sum).every(alike)
}

const total = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10)

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** The standard deviation, from how many there are, their sum, and the sum of their squares. */
const spreadOf = (number: number, sum: number, squares: number): number =>
  hundredths(Math.sqrt(Math.max(0, number * squares - sum * sum)) / number)
