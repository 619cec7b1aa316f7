import type { AgendaItemId, MeetingId } from '../ids.ts'
import type { AgendaFact, AgendaItem, AgendaItemPlan } from './agenda.ts'
import { agendaItemsMax } from './agenda-steps.ts'
import type { MeetingFact } from './meeting-fact.ts'
import type { Meeting } from './meeting.ts'
import { isMinuted } from './minutes-text.ts'
import { proceed, type Proceedings } from './proceedings.ts'

/** A meeting of the group, and how it goes. */
export interface GroupMeeting {
  readonly meeting: Pick<Meeting, 'id' | 'state' | 'startsAt'>
  readonly proceedings: Proceedings
}

/** An item that was deferred (doorgeschoven) and has not been spoken about since. */
interface DeferredItem {
  readonly item: AgendaItemId
  readonly plan: AgendaItemPlan
  readonly from: MeetingId
  /** On the agenda of which meeting it comes; `null`: none is planned yet, and it waits. */
  readonly to: MeetingId | null
}

/**
 * Where what was deferred goes, by the logs of all meetings of the group: to the meeting that the Chef chose as long as that
 * has not begun, and else to the next one that has not. Once a meeting that has taken it over begins, it is there (EVENING-11).
 */
export function deferredItems(group: readonly GroupMeeting[]): readonly DeferredItem[] {
  const inTime = group.toSorted((one, other) => one.meeting.startsAt - other.meeting.startsAt)
  const byItem = new Map<AgendaItemId, DeferredItem>()
  for (const { meeting, proceedings } of inTime)
    for (const item of proceedings.agenda) {
      if (item.state !== 'deferred') continue
      const later = inTime.filter((other) => other.meeting.startsAt > meeting.startsAt && isHeld(other))
      const takers = later.filter((other) => other.proceedings.carried.has(item.id))
      if (takers.some((taker) => !isToCome(taker))) continue
      const toCome = later.filter(isToCome)
      const next = toCome.find((other) => other.meeting.id === item.deferredTo) ?? takers[0] ?? toCome[0]
      const { title, goal, minutes, sections } = item
      // Polls are those of one meeting.
      const plan = { title, goal, minutes, sections, polls: [] }
      byItem.set(item.id, { item: item.id, plan, from: meeting.id, to: next?.meeting.id ?? null })
    }
  return [...byItem.values()]
}

/** Items of this meeting that one which has begun has taken over: it is too late to take that back. */
export const takenUp = (id: MeetingId, group: readonly GroupMeeting[]): ReadonlySet<AgendaItemId> =>
  new Set(
    group
      .filter((other) => other.meeting.id !== id && isHeld(other) && !isToCome(other))
      .flatMap(({ proceedings }) => [...proceedings.carried]),
  )

/**
 * What makes the agenda of a meeting that has not begun what it is: what was deferred to it comes last, and what is deferred
 * no more goes again. What the Chef took off stays off.
 */
export function carryOver(
  before: Proceedings,
  deferred: readonly DeferredItem[],
): readonly Extract<AgendaFact, { type: 'agenda:carried' | 'agenda:returned' }>[] {
  if (before.state !== 'before') return []
  const own = deferred.filter(({ to }) => to === before.meeting)
  const gone = before.agenda.filter(
    (item) => item.cameFrom !== null && isUntouched(item, before) && !own.some((other) => other.item === item.id),
  )
  const room = agendaItemsMax - before.agenda.length + gone.length
  const come = own.filter(({ item }) => !before.carried.has(item)).slice(0, Math.max(0, room))
  return [
    ...gone.map(({ id }) => ({ type: 'agenda:returned', item: id }) as const),
    ...come.map(({ item, plan, from }) => ({ type: 'agenda:carried', item, plan, from }) as const),
  ]
}

const isUntouched = ({ id, state, spells }: AgendaItem, { minutes }: Proceedings): boolean =>
  state === 'waiting' && spells.length === 0 && !isMinuted(minutes, id)

const isHeld = ({ meeting }: GroupMeeting): boolean => meeting.state !== 'cancelled'

const isToCome = ({ meeting, proceedings }: GroupMeeting): boolean =>
  proceedings.state === 'before' && (meeting.state === 'planned' || meeting.state === 'published')

/** As it goes on by these facts, which nobody has written down yet. */
export const goneOnBy = (before: Proceedings, facts: readonly MeetingFact[]): Proceedings => {
  const { head, at } = before
  return facts.reduce((now, fact) => proceed(now, { seq: head, at, by: null, role: null, fact }), before)
}
