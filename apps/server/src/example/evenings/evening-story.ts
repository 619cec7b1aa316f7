import type { Choices, PollKind } from '@witboek/domain'

/** How an evening of the example went, told by hand. People are named as in `people.ts`, items as in their template. */
export interface EveningStory {
  readonly place: string
  /** Who took part from home; everybody else was in the hall. */
  readonly atHome: readonly string[]
  readonly missing: readonly string[]
  readonly items: Readonly<Record<string, ItemStory>>
}

/** What happened while an item was the current one. */
export interface ItemStory {
  /** Minutes; as planned when it does not say. */
  readonly took?: number
  readonly asked?: readonly Asked[]
  readonly speakers?: readonly Spoke[]
  /** Words that somebody did not understand. */
  readonly unclear?: readonly string[]
  readonly poll?: PollStory
  /** What stands in the minutes about it. */
  readonly notes?: string
  readonly decision?: string
  readonly actions?: readonly Promised[]
}

/** Who had the word, for how many minutes, and about what. */
type Spoke = readonly [name: string, minutes: number, note?: string]

/** What somebody will do, within so many days. */
export type Promised = readonly [text: string, who: string, days: number]

export interface Asked {
  /** `null`: unsigned. */
  readonly by: string | null
  readonly text: string
  readonly became: 'answered' | 'later' | 'open'
  /** The Chef took it out of sight, and whoever asked it does not agree. */
  readonly hidden?: { readonly because: string; readonly appeal: string }
}

export interface PollStory {
  readonly kind: PollKind
  readonly question: string
  /** By their ids; none for a kind that brings its own. */
  readonly options?: Readonly<Record<string, string>>
  /** Who chose what, and whoever is not here did not vote; or what the n-th of all who could vote chose. */
  readonly ballots: Readonly<Record<string, Choices>> | ((nth: number) => Choices)
}

/** A ballot with one choice. */
export const one = (option: string | number): Choices => ({ option: String(option) })
export const dots = (given: Readonly<Record<string, number>>): Choices => ({ dots: given })

export const asked = (by: string | null, text: string, became: Asked['became'] = 'answered'): Asked => ({
  ...{ by, text, became },
})
