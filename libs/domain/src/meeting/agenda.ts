import type { AgendaItemId, Instant, MeetingId, PollId, SectionId } from '../ids.ts'
import { ended, type Spell } from './spell.ts'

/** What an item of the agenda (agendapunt) is for. */
export const agendaGoals = ['inform', 'discuss', 'write', 'decide'] as const
export type AgendaGoal = (typeof agendaGoals)[number]

export interface AgendaItemPlan {
  readonly title: string
  readonly goal: AgendaGoal
  /** Planned, in minutes. */
  readonly minutes: number
  readonly sections: readonly SectionId[]
  readonly polls: readonly PollId[]
}

export interface AgendaItem extends AgendaItemPlan {
  readonly id: AgendaItemId
  readonly state: AgendaItemState
  /** To which meeting it was deferred; `null`: not deferred, or to a later one that is not known yet. */
  readonly deferredTo: MeetingId | null
  /** At which meeting it was deferred to this one; `null`: it was made for this one. */
  readonly cameFrom: MeetingId | null
  /** The planned minutes as they stood when it began: changing the plan afterwards makes no overrun smaller (MINUTES-2). */
  readonly plannedAtStart: number | null
  /** When it was the current one; the last is still going on when it has no end. A pause of the meeting is not in it. */
  readonly spells: readonly Spell[]
  /** How things stood before it began or was deferred last, for whoever did not mean that; `null`: it never was. */
  readonly before: BeforeItem | null
}

type BeforeItem = Pick<AgendaItem, 'state' | 'deferredTo' | 'plannedAtStart' | 'spells'> & {
  /** What was on then. */
  readonly current: AgendaItemId | null
}

export type AgendaItemState = 'waiting' | 'current' | 'done' | 'deferred'

export type Agenda = readonly AgendaItem[]

export type AgendaFact =
  | {
      readonly type: 'agenda:added'
      readonly item: AgendaItemId
      readonly plan: AgendaItemPlan
      /** Behind which item; `null`: first. */
      readonly after: AgendaItemId | null
    }
  | { readonly type: 'agenda:changed'; readonly item: AgendaItemId; readonly plan: AgendaItemPlan }
  | { readonly type: 'agenda:moved'; readonly item: AgendaItemId; readonly after: AgendaItemId | null }
  | { readonly type: 'agenda:removed'; readonly item: AgendaItemId }
  /** The current one, if any, is done with it. */
  | { readonly type: 'agenda:started'; readonly item: AgendaItemId }
  | { readonly type: 'agenda:ended'; readonly item: AgendaItemId }
  | { readonly type: 'agenda:deferred'; readonly item: AgendaItemId; readonly to: MeetingId | null }
  /** It was deferred at an earlier meeting, and comes last here (EVENING-11). */
  | {
      readonly type: 'agenda:carried'
      readonly item: AgendaItemId
      readonly plan: AgendaItemPlan
      readonly from: MeetingId
    }
  /** There it is not deferred any more. */
  | { readonly type: 'agenda:returned'; readonly item: AgendaItemId }
  /** It did not begin, or is not deferred: all is as it was before that. */
  | { readonly type: 'agenda:undone'; readonly item: AgendaItemId }

/** The item everybody is at; `null` between items. At most one (EVENING-2). */
export const currentItem = (agenda: Agenda): AgendaItem | null =>
  agenda.find(({ state }) => state === 'current') ?? null

/** The items that were ever taken over from other meetings: what the Chef took off does not come again. */
export function applyCarried(carried: ReadonlySet<AgendaItemId>, fact: AgendaFact): ReadonlySet<AgendaItemId> {
  if (fact.type === 'agenda:carried') return new Set(carried).add(fact.item)
  return fact.type === 'agenda:returned' ? new Set([...carried].filter((item) => item !== fact.item)) : carried
}

export function applyAgenda(agenda: Agenda, fact: AgendaFact, at: Instant): Agenda {
  switch (fact.type) {
    case 'agenda:added':
      return placed(agenda, { id: fact.item, ...fact.plan, ...untouched }, fact.after)
    case 'agenda:changed':
      return agenda.map((item) => (item.id === fact.item ? { ...item, ...fact.plan } : item))
    case 'agenda:moved': {
      const item = agenda.find(({ id }) => id === fact.item)
      return item
        ? placed(
            agenda.filter((other) => other !== item),
            item,
            fact.after,
          )
        : agenda
    }
    case 'agenda:removed':
      return agenda.filter(({ id }) => id !== fact.item)
    case 'agenda:started':
      return agenda.map((item) => {
        if (item.id === fact.item) return { ...started(item, at), before: beforeItem(agenda, item) }
        return item.state === 'current' ? { ...item, state: 'done', spells: ended(item.spells, at) } : item
      })
    case 'agenda:ended':
      return agenda.map((item) =>
        item.id === fact.item ? { ...item, state: 'done', spells: ended(item.spells, at) } : item,
      )
    case 'agenda:deferred':
      return agenda.map((item) =>
        item.id === fact.item
          ? {
              ...{ ...item, state: 'deferred', deferredTo: fact.to, spells: ended(item.spells, at) },
              before: beforeItem(agenda, item),
            }
          : item,
      )
    case 'agenda:carried':
      return [...agenda, { id: fact.item, ...fact.plan, ...untouched, cameFrom: fact.from }]
    case 'agenda:returned':
      return agenda.filter(({ id }) => id !== fact.item)
    case 'agenda:undone':
      return undone(agenda, fact.item)
    default:
      return agenda
  }
}

const untouched = {
  state: 'waiting',
  deferredTo: null,
  cameFrom: null,
  plannedAtStart: null,
  spells: [],
  before: null,
} as const

function beforeItem(agenda: Agenda, { state, deferredTo, plannedAtStart, spells }: AgendaItem): BeforeItem {
  return { state, deferredTo, plannedAtStart, spells, current: currentItem(agenda)?.id ?? null }
}

/** What was on before goes on as if it had never stopped: the time since then was its. What was deferred while it was on, was on. */
function undone(agenda: Agenda, id: AgendaItemId): Agenda {
  const item = agenda.find((other) => other.id === id)
  if (!item?.before) return agenda
  const { current, ...was } = item.before
  if (item.state === 'deferred') {
    const state = was.state === 'current' ? 'done' : was.state
    return agenda.map((other) =>
      other === item ? { ...item, ...was, state, spells: item.spells, before: null } : other,
    )
  }
  const since = item.spells.slice(was.spells.length)
  return agenda.map((other) => {
    if (other === item) return { ...item, ...was, before: null }
    if (other.id !== current || other.state !== 'done') return other
    return { ...other, state: 'current', spells: goneOn(other.spells, since) }
  })
}

/** The last of these times lasted as long as the first that came behind it. */
function goneOn(spells: readonly Spell[], since: readonly Spell[]): readonly Spell[] {
  const [last, next] = [spells.at(-1), since[0]]
  return last && next ? [...spells.slice(0, -1), { ...last, to: next.to }, ...since.slice(1)] : spells
}

const started = (item: AgendaItem, at: Instant): AgendaItem => ({
  ...item,
  state: 'current',
  deferredTo: null,
  plannedAtStart: item.plannedAtStart ?? item.minutes,
  spells: [...item.spells, { from: at, to: null }],
})

/** The meeting pauses or is over: the current item takes no more time. */
export const agendaHeld = (agenda: Agenda, at: Instant): Agenda =>
  agenda.map((item) => (item.state === 'current' ? { ...item, spells: ended(item.spells, at) } : item))

/** The meeting goes on. */
export const agendaGoesOn = (agenda: Agenda, at: Instant): Agenda =>
  agenda.map((item) =>
    item.state === 'current' ? { ...item, spells: [...item.spells, { from: at, to: null }] } : item,
  )

function placed(agenda: Agenda, item: AgendaItem, after: AgendaItemId | null): Agenda {
  const place = after === null ? 0 : agenda.findIndex(({ id }) => id === after) + 1
  // Behind an item that is gone: last.
  const index = after !== null && place === 0 ? agenda.length : place
  return [...agenda.slice(0, index), item, ...agenda.slice(index)]
}
