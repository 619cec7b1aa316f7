import type { Chance } from '@witboek/testkit'
import type { Kit } from './town/kit.ts'
import type { Check } from './verdict.ts'

export interface ScenarioHands {
  readonly kit: Kit
  readonly chance: Chance
  /** The whole of it, as in the night; otherwise just enough to show that it holds. */
  readonly long: boolean
  /** Progress, in a line. */
  readonly say: (text: string) => void
}

/** What came of a scenario: the promises, and what was measured on the way (never a reason to fail). */
export interface Outcome {
  readonly checks: readonly Check[]
  readonly measured: readonly string[]
}

/** Something that goes wrong, on purpose and within bounds. */
export interface Scenario {
  readonly name: string
  /** What goes wrong, and what people may expect all the same. */
  readonly about: string
  readonly run: (hands: ScenarioHands) => Promise<Outcome>
}
