import type { AgendaItemShown } from '@witboek/contract'
import { timeSpent, type Instant } from '@witboek/domain'

const minute = 60_000

export const currentIn = (agenda: readonly AgendaItemShown[]): AgendaItemShown | null =>
  agenda.find(({ state }) => state === 'current') ?? null

/** Which item comes next: the first that waits behind the current one, or else the first that waits at all. */
export function nextIn(agenda: readonly AgendaItemShown[]): AgendaItemShown | null {
  const at = agenda.findIndex(({ state }) => state === 'current')
  const waits = ({ state }: AgendaItemShown) => state === 'waiting'
  return agenda.slice(at + 1).find(waits) ?? agenda.find(waits) ?? null
}

/** So many items a Chef sees at once while the meeting goes on; of a longer agenda the rest is folded away. */
const atOnce = 8

/** `before` and `after`: items that are folded away. The place of an item in the whole is that of its part, and on. */
interface AgendaParts {
  readonly before: readonly AgendaItemShown[]
  readonly shown: readonly AgendaItemShown[]
  readonly after: readonly AgendaItemShown[]
}

/** What is near: the one before the current item (or, without one, before the next), that item, and those behind it. */
export function partsOf(agenda: readonly AgendaItemShown[]): AgendaParts {
  if (agenda.length <= atOnce) return { before: [], shown: agenda, after: [] }
  const here = currentIn(agenda) ?? nextIn(agenda)
  const at = here ? agenda.indexOf(here) : agenda.length
  const from = Math.max(0, Math.min(at - 1, agenda.length - atOnce))
  return { before: agenda.slice(0, from), shown: agenda.slice(from, from + atOnce), after: agenda.slice(from + atOnce) }
}

/** When all of it is done, if everything that is left takes as long as was planned. */
export function doneAt(agenda: readonly AgendaItemShown[], now: Instant): Instant {
  const left = agenda.map((item) => {
    if (item.state === 'waiting') return item.minutes * minute
    return item.state === 'current' ? Math.max(0, item.minutes * minute - timeSpent(item, now)) : 0
  })
  return (now + left.reduce((sum, one) => sum + one, 0)) as Instant
}

/** Whole minutes that an item took so far; what has just begun took none. */
export const minutesSpent = (item: Pick<AgendaItemShown, 'spells'>, now: Instant): number =>
  Math.max(0, Math.floor(timeSpent(item, now) / minute))

/**
 * Whole minutes that are left of what was planned, at least one: for the clock. The page's reckoning of the server's time may be
 * just before the moment at which the item began; nothing more is left then than was planned.
 */
export const minutesLeft = (item: AgendaItemShown, now: Instant): number =>
  Math.max(1, Math.ceil(item.minutes - Math.max(0, timeSpent(item, now)) / minute))
