import type { BallotHistoryAnswer, HandsToCheck, OwnBallotAnswer, PollAuditAnswer } from '@witboek/contract'
import {
  auditOf,
  isHere,
  may,
  ok,
  refuse,
  secretMin,
  voterName,
  withVoterNames,
  type MeetingId,
  type PersonId,
  type Poll,
  type PollId,
  type Result,
} from '@witboek/domain'
import { eventHash } from '@witboek/store'
import type { Visitor } from '../../login/visitors.ts'
import { shownPoll, whoChecksHands, whoMay, type Hands } from './at-poll.ts'
import { ballotsIn } from './publish-poll.ts'

/** What whoever asks did in a poll. Of a secret one there is nothing to tell but that they took part (POLL-10). */
export async function ownBallot(
  hands: Hands,
  meeting: MeetingId,
  id: PollId,
  visitor: Visitor | null,
): Promise<Result<OwnBallotAnswer>> {
  const found = await whoMay('meeting:read', hands, meeting, visitor)
  if (!found.ok) return found
  const poll = shownPoll(await hands.openMeetings.proceedings(meeting), id)
  return poll.ok ? ok(await ballotOf(hands, poll.value, found.value.actor.person)) : poll
}

/** What somebody else did, for the auditor. */
export async function ballotHistory(
  hands: Hands,
  meeting: MeetingId,
  { poll: id, person }: { readonly poll: PollId; readonly person: PersonId },
  visitor: Visitor | null,
): Promise<Result<BallotHistoryAnswer>> {
  const found = await whoMay('poll:audit', hands, meeting, visitor)
  if (!found.ok) return found
  const poll = shownPoll(await hands.openMeetings.proceedings(meeting), id)
  if (!poll.ok) return poll
  if (poll.value.visibility === 'secret') return refuse({ code: 'poll-secret' })
  return ok({ person, ...(await ballotOf(hands, poll.value, person)) })
}

async function ballotOf({ store }: Hands, poll: Poll, person: PersonId): Promise<OwnBallotAnswer> {
  const voted = await store.ballotBoxes.voted(poll.id, person)
  if (poll.visibility === 'secret') return { poll: poll.id, voted, voter: null, versions: [] }
  const versions = await store.ballotBoxes.history(poll.id, person)
  return {
    poll: poll.id,
    voted,
    voter: voterName(poll, person, eventHash),
    versions: versions.map(({ version, choices, at }) => ({ version, choices, at })),
  }
}

/**
 * The proof of what was published, for everybody who may read the meeting (POLL-15); of a poll that was declared void for the
 * auditor.
 */
export async function pollAudit(
  hands: Hands,
  meeting: MeetingId,
  id: PollId,
  visitor: Visitor | null,
): Promise<Result<PollAuditAnswer>> {
  const found = await whoMay('meeting:read', hands, meeting, visitor)
  if (!found.ok) return found
  const { dialogue, actor, meeting: of } = found.value
  const proceedings = await hands.openMeetings.proceedings(meeting)
  const shown = shownPoll(proceedings, id)
  if (!shown.ok) return shown
  const poll = shown.value
  const audits = may('poll:audit', actor, { phase: dialogue.phase, theme: of.theme }).ok
  if (poll.state !== 'published' && !(poll.state === 'void' && audits)) return refuse({ code: 'poll-not-published' })
  const ballots = await ballotsIn(hands.store.ballotBoxes, poll)
  // Of one that was voided after the first votes, it would be known whose they are.
  if (poll.visibility === 'secret' && ballots.length > 0 && ballots.length < secretMin)
    return refuse({ code: 'too-few-ballots', min: secretMin })
  const named = withVoterNames(poll, ballots, eventHash)
  const facts = proceedings.pollFacts.get(id) ?? { from: 0, to: 0 }
  const proof = auditOf(named.poll, named.ballots, facts, eventHash)
  // What was published, and not what a box that was changed since would say: whoever counts again sees the difference.
  const { result, ballotsRoot } = poll
  return ok(result && ballotsRoot ? { ...proof, result, ballotsRoot } : proof)
}

/** Counts of hands that wait for a second person, for those who are there and may be that (POLL-12). */
export async function handsToCheck(
  hands: Hands,
  meeting: MeetingId,
  id: PollId,
  visitor: Visitor | null,
): Promise<Result<HandsToCheck>> {
  const found = await whoChecksHands(hands, meeting, visitor)
  if (!found.ok) return found
  const { person } = found.value.actor
  const proceedings = await hands.openMeetings.proceedings(meeting)
  const poll = shownPoll(proceedings, id)
  if (!poll.ok) return poll
  if (!isHere(proceedings.attendance, person)) return refuse({ code: 'not-checked-in' })
  const people = new Map((await hands.store.people.all()).map((each) => [each.id, each.name]))
  const nameOf = (each: PersonId): string => people.get(each) ?? ''
  return ok({
    poll: id,
    blocks: poll.value.hands
      .filter(({ state }) => state === 'entered')
      .map(({ id: block, counts, voters, enteredBy }) => ({
        id: block,
        counts,
        voters: voters.map((voter) => ({ person: voter, name: nameOf(voter) })),
        enteredByName: nameOf(enteredBy),
        own: enteredBy === person,
      })),
  })
}
