import type { AgendaItemShown } from '@witboek/contract'
import type { AgendaItemId, AgendaItemPlan, MeetingId } from '@witboek/domain'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Cockpit, Order } from './cockpit.svelte.ts'

type Done = Promise<CommandFailure | null>
type Plan = Pick<AgendaItemPlan, 'title' | 'goal' | 'minutes' | 'sections' | 'polls'>

const newItem = (): AgendaItemId => crypto.randomUUID() as AgendaItemId

/** This item is on now. The way back: the one before it is on, as if it had never stopped, and this one waits again. */
export function startItem(cockpit: Cockpit, { id: item, title }: AgendaItemShown): Done {
  return cockpit.act(cockpit.order('agenda:start', { item }), {
    said: cockpit.texts.now.saidStarted(title),
    undo: [cockpit.order('agenda:undo', { item })],
  })
}

/** `after`: behind which item; `null`: first. */
export function addItem(cockpit: Cockpit, plan: Plan, after: AgendaItemId | null): Done {
  const item = newItem()
  return cockpit.act(
    cockpit.order('agenda:add', { item, plan: asSent(plan), after }),
    { said: cockpit.texts.agenda.saidAdded(plan.title.trim()), undo: [cockpit.order('agenda:remove', { item })] },
    { quietly: true },
  )
}

/** All of these, in this order, behind what there is. */
export function addItems(cockpit: Cockpit, plans: readonly Plan[]): Done {
  let after = cockpit.hall.agenda.at(-1)?.id ?? null
  const [orders, undo]: [Order[], Order[]] = [[], []]
  for (const plan of plans) {
    const item = newItem()
    orders.push(cockpit.order('agenda:add', { item, plan: asSent(plan), after }))
    undo.push(cockpit.order('agenda:remove', { item }))
    after = item
  }
  return cockpit.act(orders, { said: cockpit.texts.agenda.saidFilled(plans.length), undo })
}

export function changeItem(cockpit: Cockpit, before: AgendaItemShown, plan: Plan): Done {
  const { id: item } = before
  return cockpit.act(
    cockpit.order('agenda:change', { item, plan: asSent(plan) }),
    {
      said: cockpit.texts.agenda.saidChanged(plan.title.trim()),
      undo: [cockpit.order('agenda:change', { item, plan: asSent(before) })],
    },
    { quietly: true },
  )
}

export async function moveItem(cockpit: Cockpit, { id: item, title }: AgendaItemShown, step: -1 | 1): Done {
  const ids = cockpit.hall.agenda.map(({ id }) => id)
  const at = ids.indexOf(item)
  const after = step === 1 ? ids[at + 1] : (ids[at - 2] ?? null)
  if (after === undefined) return null
  return cockpit.act(cockpit.order('agenda:move', { item, after }), {
    said: cockpit.texts.agenda.saidMoved(title),
    undo: [cockpit.order('agenda:move', { item, after: ids[at - 1] ?? null })],
  })
}

export function removeItem(cockpit: Cockpit, item: AgendaItemShown): Done {
  return cockpit.act(cockpit.order('agenda:remove', { item: item.id }), {
    said: cockpit.texts.agenda.saidRemoved(item.title),
    undo: [putBack(cockpit, item)],
  })
}

/** To another meeting; `null`: to a later one that is not known yet. */
export function deferItem(cockpit: Cockpit, item: AgendaItemShown, to: MeetingId | null): Done {
  const { id, title, state } = item
  const undo = [cockpit.order(state === 'current' ? 'agenda:start' : 'agenda:undo', { item: id })]
  return cockpit.act(
    cockpit.order('agenda:defer', { item: id, to }),
    { said: cockpit.texts.agenda.saidDeferred(title), undo },
    { quietly: true },
  )
}

/** It is what it was, and goes from the agenda to which it was deferred. */
export function keepItem(cockpit: Cockpit, { id: item, title }: AgendaItemShown): Done {
  return cockpit.act(cockpit.order('agenda:undo', { item }), { said: cockpit.texts.agenda.saidKept(title) })
}

function putBack(cockpit: Cockpit, item: AgendaItemShown): Order {
  const ids = cockpit.hall.agenda.map(({ id }) => id)
  const after = ids[ids.indexOf(item.id) - 1] ?? null
  return cockpit.order('agenda:add', { item: item.id, plan: asSent(item), after })
}

const asSent = ({ title, goal, minutes, sections, polls }: Plan) => ({
  ...{ title, goal, minutes },
  sections: [...sections],
  polls: [...polls],
})
