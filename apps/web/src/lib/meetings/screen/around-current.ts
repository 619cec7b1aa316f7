import type { AgendaItemShown } from '@witboek/contract'

/** So many items stand on the screen: more would be too small for the last row. */
const most = 5

/** The part of the agenda that is on the screen: what goes on, one before it, and what comes. `from`: its first place. */
export function aroundCurrent(agenda: readonly AgendaItemShown[]): {
  readonly from: number
  readonly items: readonly AgendaItemShown[]
} {
  const current = agenda.findIndex(({ state }) => state === 'current')
  const next = current >= 0 ? current : agenda.findIndex(({ state }) => state === 'waiting')
  // Nothing goes on and nothing comes: its end.
  const place = next >= 0 ? next : agenda.length
  const from = Math.max(0, Math.min(place - 1, agenda.length - most))
  return { from, items: agenda.slice(from, from + most) }
}
