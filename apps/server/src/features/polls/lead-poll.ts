import {
  changePoll,
  closePoll,
  draftPoll,
  dropPoll,
  electorateOf,
  extendPoll,
  isGoingOn,
  may,
  ok,
  openPoll,
  pollIn,
  refuse,
  thoseHere,
  voidPoll,
  type AgendaItemId,
  type Instant,
  type MeetingId,
  type PersonId,
  type PollFact,
  type PollId,
  type PollPlan,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import { eventHash } from '@witboek/store'
import { newSecret } from '../../login/secrets.ts'
import type { Visitor } from '../../login/visitors.ts'
import { inTurn } from '../access/in-turn.ts'
import { theMeeting } from '../meetings/the-meeting.ts'
import { keepPoll, whoMay, type Decided, type Hands } from './at-poll.ts'

interface OnePoll {
  readonly meeting: MeetingId
  readonly poll: PollId
}
type Led = Promise<Result<{ readonly head: number }>>
type Facts = Result<readonly PollFact[]>

export const draftThePoll = (
  hands: Hands,
  { meeting, poll, plan, item }: OnePoll & { readonly plan: PollPlan; readonly item: AgendaItemId | null },
  visitor: Visitor | null,
): Led =>
  lead(hands, 'poll:draft', { meeting, poll }, visitor, (before) => {
    if (before.state === 'over') return meetingOver
    if (item !== null && !before.agenda.some(({ id }) => id === item)) return refuse({ code: 'item-not-found' })
    return factsOnly(draftPoll(before.polls, { poll, plan, item }))
  })

export const changeThePoll = (
  hands: Hands,
  { plan, ...one }: OnePoll & { readonly plan: PollPlan },
  visitor: Visitor | null,
): Led =>
  lead(hands, 'poll:change', one, visitor, ({ state, polls }) =>
    state === 'over' ? meetingOver : factsOnly(changePoll(polls, one.poll, plan)),
  )

export const dropThePoll = (hands: Hands, one: OnePoll, visitor: Visitor | null): Led =>
  lead(hands, 'poll:drop', one, visitor, ({ polls }) => factsOnly(dropPoll(polls, one.poll)))

/**
 * Opens a poll and its box, for those who hold a seat at this moment: nobody gets or loses one meanwhile (POLL-3, POLL-4).
 */
export function openThePoll(hands: Hands, { meeting: id, poll }: OnePoll, visitor: Visitor | null): Led {
  return inTurn(hands, visitor, async ({ dialogue, people, actor }) => {
    const { store, openMeetings, events, now } = hands
    const found = await theMeeting(store, dialogue, id)
    if (!found.ok) return found
    const meeting = found.value
    const allowed = may('poll:lead', actor, { phase: dialogue.phase, theme: meeting.theme })
    if (!allowed.ok) return allowed
    const opened = await keepPoll({ store, openMeetings }, meeting, actor, async (before) => {
      if (!isGoingOn(before)) return refuse({ code: 'meeting-not-running' })
      const box = await store.ballotBoxes.find(poll)
      // An id comes from outside: that of a poll at another meeting would be its box, too.
      if (box && box.meeting !== id) return refuse({ code: 'poll-changed' })
      const draft = pollIn(before.polls, poll)
      const entitled = electorateOf(people, meeting.theme, draft?.requiresPresence ? presentAt(before) : null)
      const facts = openPoll(before.polls, poll, entitled, now(), eventHash)
      if (!facts.ok || !draft) return factsOnly(facts)
      const secret = draft.visibility === 'secret'
      return ok({
        facts: facts.value.map((fact) => (draft.visibility === 'open' ? { ...fact, voterKey: newSecret() } : fact)),
        inBox: (boxes) => boxes.open({ poll, meeting: id, secret }),
      })
    })
    if (opened.ok) events.pollChanged(id, poll, 'poll:open', actor.person)
    return opened
  })
}

export const extendThePoll = (
  hands: Hands,
  { closesAt, ...one }: OnePoll & { readonly closesAt: Instant },
  visitor: Visitor | null,
): Led =>
  lead(hands, 'poll:extend', one, visitor, ({ polls }) => factsOnly(extendPoll(polls, one.poll, closesAt, hands.now())))

/** No ballot comes in after this, on any server (POLL-5). */
export const closeThePoll = (hands: Hands, one: OnePoll, visitor: Visitor | null): Led =>
  lead(hands, 'poll:close', one, visitor, ({ polls }) => closingBox(one.poll, closePoll(polls, one.poll)))

/** It does not count, and is kept as it was (POLL-14). */
export async function voidThePoll(
  hands: Hands,
  { reason, ...one }: OnePoll & { readonly reason: string },
  visitor: Visitor | null,
): Led {
  const done = await lead(hands, 'poll:void', one, visitor, ({ polls }) =>
    closingBox(one.poll, voidPoll(polls, one.poll, reason)),
  )
  if (done.ok) await hands.live.tallies.forget(one.poll)
  return done
}

async function lead(
  hands: Hands,
  command: `poll:${string}`,
  { meeting: id, poll }: OnePoll,
  visitor: Visitor | null,
  rule: (before: Proceedings) => Result<Decided>,
): Led {
  const found = await whoMay('poll:lead', hands, id, visitor)
  if (!found.ok) return found
  const { meeting, actor } = found.value
  const kept = await keepPoll(hands, meeting, actor, rule)
  if (kept.ok) hands.events.pollChanged(id, poll, command, actor.person)
  return kept
}

const meetingOver = refuse({ code: 'meeting-over' })

const presentAt = ({ attendance }: Proceedings): ReadonlySet<PersonId> =>
  new Set(thoseHere(attendance).map(({ person }) => person))

const factsOnly = (facts: Facts): Result<Decided> => (facts.ok ? ok({ facts: facts.value }) : facts)

/** One that is closed already stays closed. */
const closingBox = (poll: PollId, facts: Facts): Result<Decided> =>
  facts.ok ? ok({ facts: facts.value, inBox: (boxes) => boxes.close(poll) }) : facts
