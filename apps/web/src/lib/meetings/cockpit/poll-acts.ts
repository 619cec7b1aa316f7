import type { DraftShown, PollShown } from '@witboek/contract'
import {
  planOf,
  type AgendaItemId,
  type HandsBlock,
  type HandsId,
  type Instant,
  type PersonId,
  type PollId,
  type PollPlan,
} from '@witboek/domain'
import { clock, textsIn } from '@witboek/i18n'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Cockpit } from './cockpit.svelte.ts'

type Done = Promise<CommandFailure | null>

const wordsOf = ({ locale }: Cockpit) => textsIn(locale).pollDesk
/** A dialog that asked for it says itself what went wrong. */
const quietly = { quietly: true }

export const newPoll = (): PollId => crypto.randomUUID() as PollId

export function draftPoll(cockpit: Cockpit, plan: PollPlan, item: AgendaItemId | null, poll = newPoll()): Done {
  return cockpit.act(
    cockpit.pollOrder('poll:draft', { poll, plan: asSent(plan), item }),
    { said: wordsOf(cockpit).saidDrafted, undo: [cockpit.pollOrder('poll:drop', { poll })] },
    quietly,
  )
}

export function changePoll(cockpit: Cockpit, draft: DraftShown, plan: PollPlan): Done {
  const { id: poll } = draft
  return cockpit.act(
    cockpit.pollOrder('poll:change', { poll, plan: asSent(plan) }),
    {
      said: wordsOf(cockpit).saidChanged,
      undo: [cockpit.pollOrder('poll:change', { poll, plan: asSent(planOf(draft)) })],
    },
    quietly,
  )
}

export function dropPoll(cockpit: Cockpit, draft: DraftShown): Done {
  const { id: poll, item } = draft
  return cockpit.act(cockpit.pollOrder('poll:drop', { poll }), {
    said: wordsOf(cockpit).saidDropped,
    undo: [cockpit.pollOrder('poll:draft', { poll, plan: asSent(planOf(draft)), item })],
  })
}

/** From its opening on nothing of it changes (POLL-2): asked before, and not undone. */
export const openPoll = (cockpit: Cockpit, poll: PollId): Done =>
  cockpit.act(cockpit.pollOrder('poll:open', { poll }), { said: wordsOf(cockpit).saidOpened }, quietly)

export const closePoll = (cockpit: Cockpit, poll: PollId): Done =>
  cockpit.act(cockpit.pollOrder('poll:close', { poll }), { said: wordsOf(cockpit).saidClosed }, quietly)

export const publishPoll = (cockpit: Cockpit, poll: PollId): Done =>
  cockpit.act(cockpit.pollOrder('poll:publish', { poll }), { said: wordsOf(cockpit).saidPublished }, quietly)

export const voidPoll = (cockpit: Cockpit, poll: PollId, reason: string): Done =>
  cockpit.act(cockpit.pollOrder('poll:void', { poll, reason }), { said: wordsOf(cockpit).saidVoided }, quietly)

/** A poll only gets more time, never less (POLL-5). */
export async function extendPoll(cockpit: Cockpit, { id: poll, closesAt: before }: PollShown, minutes: number): Done {
  if (before === null) return null
  const closesAt = (before + minutes * 60_000) as Instant
  return cockpit.act(cockpit.pollOrder('poll:extend', { poll, closesAt }), {
    said: wordsOf(cockpit).saidMore(clock(closesAt, cockpit.locale)),
  })
}

export function enterHands(
  cockpit: Cockpit,
  poll: PollId,
  counts: Readonly<Record<string, number>>,
  voters: readonly PersonId[],
): Done {
  const block = crypto.randomUUID() as HandsId
  return cockpit.act(
    cockpit.pollOrder('hands:enter', { poll, block, counts: { ...counts }, voters: [...voters] }),
    { said: wordsOf(cockpit).hands.saidEntered, undo: [cockpit.pollOrder('hands:reject', { poll, block })] },
    quietly,
  )
}

export const confirmHands = (cockpit: Cockpit, poll: PollId, { id: block }: Pick<HandsBlock, 'id'>): Done =>
  cockpit.act(cockpit.pollOrder('hands:confirm', { poll, block }), { said: wordsOf(cockpit).hands.saidConfirmed })

export const rejectHands = (cockpit: Cockpit, poll: PollId, { id: block }: Pick<HandsBlock, 'id'>): Done =>
  cockpit.act(cockpit.pollOrder('hands:reject', { poll, block }), { said: wordsOf(cockpit).hands.saidRejected })

const asSent = (plan: PollPlan) => ({ ...plan, options: plan.options.map((option) => ({ ...option })) })
