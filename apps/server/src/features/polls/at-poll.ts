import {
  may,
  ok,
  pollIn,
  refuse,
  type Act,
  type Actor,
  type Meeting,
  type MeetingId,
  type NewEvent,
  type Poll,
  type PollFact,
  type PollId,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import type { BallotBoxes } from '@witboek/store'
import type { Hands as AllHands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { readableMeeting, type AtMeeting } from '../../meetings/readable-meeting.ts'

export type Hands = Pick<AllHands, 'store' | 'live' | 'openMeetings' | 'filling' | 'events' | 'now'>

/** Somebody who may do this at this meeting, in the seat as they hold it now. */
export async function whoMay(
  act: Act,
  { store }: Pick<Hands, 'store'>,
  id: MeetingId,
  visitor: Visitor | null,
): Promise<Result<AtMeeting>> {
  const found = await readableMeeting(store, id, visitor?.actor ?? null)
  if (!found.ok) return found
  const { dialogue, meeting, actor } = found.value
  const allowed = may(act, actor, { phase: dialogue.phase, theme: meeting.theme })
  return allowed.ok ? found : allowed
}

/** Somebody who may be the second pair of eyes on hands that were counted: a guest is none (POLL-12). */
export async function whoChecksHands(
  hands: Pick<Hands, 'store'>,
  id: MeetingId,
  visitor: Visitor | null,
): Promise<Result<AtMeeting>> {
  const found = await whoMay('hands:confirm', hands, id, visitor)
  return !found.ok && visitor?.actor?.seat.guest ? refuse({ code: 'guest-checks-no-hands' }) : found
}

/** A poll that people have seen; what is only prepared is not there. */
export function shownPoll({ polls }: Pick<Proceedings, 'polls'>, id: PollId): Result<Poll> {
  const poll = pollIn(polls, id)
  return poll && poll.state !== 'draft' ? ok(poll) : refuse({ code: 'poll-not-found' })
}

/** What a rule made of a poll, and what goes with that in the same transaction. */
export interface Decided {
  readonly facts: readonly PollFact[]
  /** Throws to take all of it back. */
  readonly inBox?: (boxes: BallotBoxes) => Promise<unknown>
  readonly events?: readonly NewEvent[]
}

/**
 * Keeps what becomes of a poll: its facts, then its ballots, then what stands on the record of them. Answers up to which
 * fact the meeting is known. `decide` may be asked again, when another server was first.
 */
export function keepPoll(
  { store, openMeetings }: Pick<Hands, 'store' | 'openMeetings'>,
  meeting: Meeting,
  by: Pick<Actor, 'person' | 'seat'> | null,
  decide: (before: Proceedings) => Result<Decided> | Promise<Result<Decided>>,
): Promise<Result<{ readonly head: number }>> {
  return openMeetings.inLine(meeting, async (before, write) => {
    const decided = await decide(before)
    if (!decided.ok) return decided
    const { facts, inBox, events = [] } = decided.value
    if (facts.length === 0) return ok({ head: before.head })
    await store.together(async (ports) => {
      await write(ports, facts, by, inBox && (({ ballotBoxes }) => inBox(ballotBoxes)))
      if (events.length > 0) await ports.events.append(meeting.dialogue, events)
    })
    return ok({ head: before.head + facts.length })
  })
}
