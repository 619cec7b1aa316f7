import type { Choices } from './ballot.ts'
import type { HandsBlock } from './poll.ts'
import { optionsOf, type PollPlan } from './poll-plan.ts'

/**
 * A ballot, or many, as whole numbers under names: a tally is the sum of its ballots, in whichever order they came, and a
 * recount is the same sum (POLL-9). A name without a number is 0.
 *
 * - `chose:a`: ballots that name option a, in any way
 * - `sum:a`, `squares:a`: of the dots or scores for a, and of their squares
 * - `points:a`: Borda points of a: one for every option that a ballot puts behind it
 * - `beats:a>b`: ballots that put a before b
 */
export type Slots = Readonly<Record<string, number>>

export const slotFor = {
  chose: (option: string) => `chose:${option}`,
  sum: (option: string) => `sum:${option}`,
  squares: (option: string) => `squares:${option}`,
  points: (option: string) => `points:${option}`,
  beats: (option: string, other: string) => `beats:${option}>${other}`,
}

/** One ballot. `choices` as `soundChoices` gave them. */
export function slotsOf(plan: PollPlan, choices: Choices): Slots {
  if ('option' in choices) return { [slotFor.chose(choices.option)]: 1 }
  if ('answer' in choices) return { [slotFor.chose(choices.answer)]: 1 }
  if ('options' in choices) return Object.fromEntries(choices.options.map((option) => [slotFor.chose(option), 1]))
  if ('dots' in choices) return numbered(choices.dots)
  if ('scores' in choices) return numbered(choices.scores)
  return ranked(optionsOf(plan), choices.ranking)
}

/** Raised hands that were counted: as many ballots with one choice. */
export const handsSlots = ({ counts }: Pick<HandsBlock, 'counts'>): Slots =>
  Object.fromEntries(Object.entries(counts).map(([option, count]) => [slotFor.chose(option), count]))

export const addSlots = (one: Slots, other: Slots): Slots => sumOfSlots([one, other])

/** What is left of a tally without a ballot that was in it: of somebody who votes again. */
export const subtractSlots = (from: Slots, taken: Slots): Slots =>
  sumOfSlots([from, Object.fromEntries(Object.entries(taken).map(([name, number]) => [name, -number]))])

export function sumOfSlots(all: Iterable<Slots>): Slots {
  const sum = new Map<string, number>()
  for (const slots of all)
    for (const [name, number] of Object.entries(slots)) sum.set(name, (sum.get(name) ?? 0) + number)
  return Object.fromEntries([...sum].filter(([, number]) => number !== 0))
}

/** Whether a running tally says what the recount says; if not, that is an alarm, and the recount is right. */
export const sameSlots = (one: Slots, other: Slots): boolean => Object.keys(subtractSlots(one, other)).length === 0

const numbered = (numbers: Readonly<Record<string, number>>): Slots =>
  sumOfSlots(
    Object.entries(numbers).map(([option, number]) => ({
      [slotFor.chose(option)]: 1,
      [slotFor.sum(option)]: number,
      [slotFor.squares(option)]: number * number,
    })),
  )

/** Options that a ballot does not name stand behind those that it does, beside each other. */
function ranked(options: readonly string[], ranking: readonly string[]): Slots {
  const unranked = options.filter((option) => !ranking.includes(option))
  return sumOfSlots(
    ranking.map((option, place) => {
      const behind = [...ranking.slice(place + 1), ...unranked]
      return {
        [slotFor.chose(option)]: 1,
        [slotFor.points(option)]: behind.length,
        ...Object.fromEntries(behind.map((other) => [slotFor.beats(option, other), 1])),
      }
    }),
  )
}
