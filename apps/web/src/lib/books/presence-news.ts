import type { Present } from '@witboek/contract'
import type { PersonId } from '@witboek/domain'
import type { Texts } from '@witboek/i18n'

/** At most one sentence in this time: news about others may not drown out the text one is reading. */
const newsPause = 10_000

interface Comings {
  readonly came: readonly string[]
  readonly left: readonly string[]
}

/** Who came and who went between two lists. Whoever came and went in between is no news, and neither is oneself. */
export function comingsBetween(before: readonly Present[], now: readonly Present[], self: PersonId | null): Comings {
  const missingIn = (others: readonly Present[]) => (one: Present) =>
    one.person !== self && !others.some((other) => other.person === one.person)
  return {
    came: now.filter(missingIn(before)).map((one) => one.name),
    left: before.filter(missingIn(now)).map((one) => one.name),
  }
}

/** One sentence for the status line; `null` when there is nothing to tell. */
export function newsSentence({ came, left }: Comings, texts: Texts['book']['presence']): string | null {
  const parts = [inWords(came, texts.cameOne, texts.cameMany), inWords(left, texts.leftOne, texts.leftMany)].filter(
    (part) => part !== null,
  )
  return parts.length > 0 ? parts.join(' ') : null
}

function inWords(
  names: readonly string[],
  one: (name: string) => string,
  many: (name: string, others: number) => string,
): string | null {
  const [first, ...others] = names
  if (first === undefined) return null
  return others.length === 0 ? one(first) : many(first, others.length)
}

/** How long to wait before the next sentence may be said. */
export const newsDelay = (lastSaid: number | null, now: number): number =>
  lastSaid === null ? 1_000 : Math.max(1_000, lastSaid + newsPause - now)
