import type { AgendaItemId, Instant, MeetingId, PollId, SectionId } from '../ids.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'

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

export interface Spell {
  readonly from: Instant
  readonly to: Instant | null
}

const agendaItemStates = ['waiting', 'current', 'done', 'deferred'] as const
export type AgendaItemState = (typeof agendaItemStates)[number]

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

export type AgendaCommand =
  | {
      readonly type: 'agenda:add'
      readonly item: AgendaItemId
      readonly plan: AgendaItemPlan
      readonly after: AgendaItemId | null
    }
  | { readonly type: 'agenda:change'; readonly item: AgendaItemId; readonly plan: AgendaItemPlan }
  | { readonly type: 'agenda:move'; readonly item: AgendaItemId; readonly after: AgendaItemId | null }
  | { readonly type: 'agenda:remove'; readonly item: AgendaItemId }
  | { readonly type: 'agenda:start'; readonly item: AgendaItemId }
  | { readonly type: 'agenda:end'; readonly item: AgendaItemId }
  | { readonly type: 'agenda:defer'; readonly item: AgendaItemId; readonly to: MeetingId | null }
  | { readonly type: 'agenda:undo'; readonly item: AgendaItemId }

export const agendaTitleMax = 160
export const agendaMinutesMax = 240
export const agendaItemsMax = 40
/** Sections or polls of one item. */
export const agendaLinksMax = 20

/** The item everybody is at; `null` between items. At most one (EVENING-2). */
export const currentItem = (agenda: Agenda): AgendaItem | null =>
  agenda.find(({ state }) => state === 'current') ?? null

/** How long (ms) an item took so far. */
export const timeSpent = ({ spells }: Pick<AgendaItem, 'spells'>, now: Instant): number =>
  spells.reduce((sum, { from, to }) => sum + ((to ?? now) - from), 0)

/** The agenda is made before the meeting and changed during it; what was spoken about stays on it (EVENING-2). */
export function decideAgenda(agenda: Agenda, command: AgendaCommand, running: boolean): Result<readonly AgendaFact[]> {
  const item = agenda.find(({ id }) => id === command.item)
  if (command.type === 'agenda:add') {
    // Sent twice, because an answer was lost, it is one item.
    if (item) return ok([])
    if (agenda.length >= agendaItemsMax) return refuse({ code: 'too-many', max: agendaItemsMax })
    if (command.after !== null && !agenda.some(({ id }) => id === command.after))
      return refuse({ code: 'item-not-found' })
    const sound = soundPlan(command.plan)
    return sound.ok
      ? ok([{ type: 'agenda:added', item: command.item, plan: sound.value, after: command.after }])
      : sound
  }
  if (!item) return command.type === 'agenda:remove' ? ok([]) : refuse({ code: 'item-not-found' })
  switch (command.type) {
    case 'agenda:change': {
      const sound = soundPlan(command.plan)
      if (!sound.ok) return sound
      return ok(isPlanOf(item, sound.value) ? [] : [{ type: 'agenda:changed', item: item.id, plan: sound.value }])
    }
    case 'agenda:move': {
      if (command.after === item.id) return ok([])
      if (command.after !== null && !agenda.some(({ id }) => id === command.after))
        return refuse({ code: 'item-not-found' })
      const before = agenda[agenda.indexOf(item) - 1]?.id ?? null
      return ok(before === command.after ? [] : [{ type: 'agenda:moved', item: item.id, after: command.after }])
    }
    case 'agenda:remove':
      // What was spoken about belongs to the minutes.
      return item.spells.length > 0
        ? refuse({ code: 'item-was-current' })
        : ok([{ type: 'agenda:removed', item: item.id }])
    case 'agenda:start':
      if (!running) return refuse({ code: 'meeting-not-running' })
      return ok(item.state === 'current' ? [] : [{ type: 'agenda:started', item: item.id }])
    case 'agenda:end':
      return ok(item.state === 'current' ? [{ type: 'agenda:ended', item: item.id }] : [])
    case 'agenda:defer':
      return ok(
        item.state === 'deferred' && item.deferredTo === command.to
          ? []
          : [{ type: 'agenda:deferred', item: item.id, to: command.to }],
      )
    case 'agenda:undo':
      return ok(item.before && canBeUndone(item) ? [{ type: 'agenda:undone', item: item.id }] : [])
  }
}

/** That it began, while nothing else has; or that it was deferred. */
const canBeUndone = ({ state }: AgendaItem): boolean => state === 'current' || state === 'deferred'

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

const ended = (spells: readonly Spell[], at: Instant): readonly Spell[] =>
  spells.map((spell) => (spell.to === null ? { ...spell, to: at } : spell))

function placed(agenda: Agenda, item: AgendaItem, after: AgendaItemId | null): Agenda {
  const place = after === null ? 0 : agenda.findIndex(({ id }) => id === after) + 1
  // Behind an item that is gone: last.
  const index = after !== null && place === 0 ? agenda.length : place
  return [...agenda.slice(0, index), item, ...agenda.slice(index)]
}

function soundPlan(plan: AgendaItemPlan): Result<AgendaItemPlan> {
  const title = oneLine(plan.title)
  if (title === '') return refuse({ code: 'text-empty' })
  if (title.length > agendaTitleMax) return refuse({ code: 'text-too-long', max: agendaTitleMax })
  if (!Number.isInteger(plan.minutes) || plan.minutes < 1 || plan.minutes > agendaMinutesMax)
    return refuse({ code: 'minutes-out-of-range', max: agendaMinutesMax })
  if (plan.sections.length > agendaLinksMax || plan.polls.length > agendaLinksMax)
    return refuse({ code: 'too-many', max: agendaLinksMax })
  return ok({ ...plan, title, sections: [...new Set(plan.sections)], polls: [...new Set(plan.polls)] })
}

const isPlanOf = (item: AgendaItem, plan: AgendaItemPlan): boolean =>
  item.title === plan.title &&
  item.goal === plan.goal &&
  item.minutes === plan.minutes &&
  item.sections.join() === plan.sections.join() &&
  item.polls.join() === plan.polls.join()
