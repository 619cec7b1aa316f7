import type { AgendaItemId, MeetingId } from '../ids.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Agenda, AgendaFact, AgendaItem, AgendaItemPlan } from './agenda.ts'

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
