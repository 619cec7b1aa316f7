import type { Instant } from '../ids.ts'

/** A time in which an item was the current one, or somebody had the word; without an end it still goes on. */
export interface Spell {
  readonly from: Instant
  readonly to: Instant | null
}

/** How long (ms) it took so far. */
export const timeSpent = ({ spells }: { readonly spells: readonly Spell[] }, now: Instant): number =>
  spells.reduce((sum, { from, to }) => sum + ((to ?? now) - from), 0)

/** It goes on no more. */
export const ended = (spells: readonly Spell[], at: Instant): readonly Spell[] =>
  spells.map((spell) => (spell.to === null ? { ...spell, to: at } : spell))
