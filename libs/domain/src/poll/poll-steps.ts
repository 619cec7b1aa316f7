import type { HashOf } from '../event-chain.ts'
import type { AgendaItemId, Instant, PersonId, PollId } from '../ids.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Recount } from './audit.ts'
import { electorateHash } from './electorate.ts'
import { handsOf } from './hands.ts'
import { pollNotOpen, pollIn, definitionHash, definitionOf, type Poll, type PollFact } from './poll.ts'
import { samePlan, soundPlan, type PollPlan } from './poll-plan.ts'
import { secretMin } from './reveal.ts'

/** At one meeting. */
export const pollsMax = 100
/** At a time: people follow no more, and a big screen shows one. */
const pollsOpenMax = 3
export const voidReasonMax = 200

type Facts = Result<readonly PollFact[]>

const nothing = ok([])
const changed = refuse({ code: 'poll-changed' })
const notFound = refuse({ code: 'poll-not-found' })

/** A poll that can still be changed. The same draft twice is one (POLL-1). */
export function draftPoll(
  polls: readonly Poll[],
  { poll: id, plan, item }: { readonly poll: PollId; readonly plan: PollPlan; readonly item: AgendaItemId | null },
): Facts {
  const sound = soundPlan(plan)
  if (!sound.ok) return sound
  const there = pollIn(polls, id)
  if (there) return there.item === item && samePlan(there, sound.value) ? nothing : changed
  if (polls.length >= pollsMax) return refuse({ code: 'too-many-polls', max: pollsMax })
  return ok([{ type: 'poll:drafted', poll: id, plan: sound.value, item }])
}

/** Only a draft changes: text, options and how one votes are fixed from the opening on (POLL-2). */
export function changePoll(polls: readonly Poll[], id: PollId, plan: PollPlan): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  const sound = soundPlan(plan)
  if (!sound.ok) return sound
  if (samePlan(poll, sound.value)) return nothing
  return poll.state === 'draft' ? ok([{ type: 'poll:changed', poll: id, plan: sound.value }]) : changed
}

/** Takes a draft away; what was opened stays (POLL-2). */
export function dropPoll(polls: readonly Poll[], id: PollId): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return nothing
  return poll.state === 'draft' ? ok([{ type: 'poll:dropped', poll: id }]) : changed
}

/** Opens a draft for those who may vote now: `electorateOf` (POLL-3, POLL-4). */
export function openPoll(
  polls: readonly Poll[],
  id: PollId,
  entitled: readonly PersonId[],
  now: Instant,
  hashOf: HashOf,
): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  if (poll.state === 'open') return nothing
  if (poll.state !== 'draft') return changed
  const electorate = [...new Set(entitled)].sort()
  if (electorate.length === 0) return refuse({ code: 'electorate-empty' })
  if (poll.visibility === 'secret' && electorate.length < secretMin)
    return refuse({ code: 'electorate-too-small', min: secretMin })
  if (polls.filter(({ state }) => state === 'open').length >= pollsOpenMax)
    return refuse({ code: 'too-many-polls-open', max: pollsOpenMax })
  return ok([
    {
      type: 'poll:opened',
      poll: id,
      electorate,
      electorateHash: electorateHash(electorate, hashOf),
      definitionHash: definitionHash(definitionOf(poll), hashOf),
      closesAt: poll.closesAfter === null ? null : ((now + poll.closesAfter * 60_000) as Instant),
    },
  ])
}

/** More time, never less, and not once the time is over (POLL-5). */
export function extendPoll(polls: readonly Poll[], id: PollId, closesAt: Instant, now: Instant): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  const why = pollNotOpen(poll, now)
  if (why) return refuse(why)
  if (closesAt === poll.closesAt) return nothing
  if (poll.closesAt === null || closesAt < poll.closesAt) return refuse({ code: 'poll-only-later' })
  return ok([{ type: 'poll:extended', poll: id, closesAt }])
}

/** Somebody who came late votes too, when they would have been `entitled` at the opening; not in a secret poll (POLL-6). */
export function joinPoll(
  polls: readonly Poll[],
  id: PollId,
  person: PersonId,
  entitled: readonly PersonId[],
  now: Instant,
): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  const why = pollNotOpen(poll, now)
  if (why) return refuse(why)
  if (poll.electorate.includes(person)) return nothing
  if (poll.visibility === 'secret') return refuse({ code: 'poll-secret' })
  if (!entitled.includes(person)) return refuse({ code: 'not-in-electorate' })
  return ok([{ type: 'poll:joined', poll: id, person }])
}

export function closePoll(polls: readonly Poll[], id: PollId): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  if (poll.state === 'draft') return refuse({ code: 'poll-not-open' })
  if (poll.state === 'void') return changed
  return poll.state === 'open' ? ok([{ type: 'poll:closed', poll: id }]) : nothing
}

/** Shows what the ballots say, counted again: no running tally is ever published (POLL-13). */
export function publishPoll(polls: readonly Poll[], id: PollId, { result, ballotsRoot }: Recount): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  if (poll.state === 'published') return nothing
  if (poll.state === 'void') return changed
  if (poll.state !== 'closed') return refuse({ code: 'poll-not-closed' })
  if (poll.hands.some(({ state }) => state === 'entered')) return refuse({ code: 'hands-unconfirmed' })
  if (poll.visibility === 'secret') {
    // The list of ballots and each block of hands are shown apart: a list of two would tell what those two chose.
    const inBox = result.cast - handsOf(poll).reduce((sum, { voters }) => sum + voters.length, 0)
    if (result.cast < secretMin || (inBox > 0 && inBox < secretMin))
      return refuse({ code: 'too-few-ballots', min: secretMin })
  }
  return ok([{ type: 'poll:published', poll: id, result, ballotsRoot }])
}

/** Says, with a reason, that a poll does not count. Everything of it is kept for the auditor, and shown to nobody else (POLL-14). */
export function voidPoll(polls: readonly Poll[], id: PollId, why: string): Facts {
  const poll = pollIn(polls, id)
  if (!poll) return notFound
  const reason = oneLine(why)
  if (poll.state === 'void') return nothing
  if (poll.state === 'draft') return refuse({ code: 'poll-not-open' })
  if (poll.state === 'published') return changed
  if (reason === '') return refuse({ code: 'reason-needed' })
  if (reason.length > voidReasonMax) return refuse({ code: 'reason-too-long', max: voidReasonMax })
  return ok([{ type: 'poll:voided', poll: id, reason }])
}
