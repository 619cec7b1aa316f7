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

/** Whole minutes that are left of what was planned, at least one: for the clock. */
export const minutesLeft = (item: AgendaItemShown, now: Instant): number =>
  Math.max(1, Math.ceil(item.minutes - timeSpent(item, now) / minute))
