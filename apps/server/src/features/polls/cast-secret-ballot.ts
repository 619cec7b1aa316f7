import type { CastSecretBallot } from '@witboek/contract'
import { mayCast, ok, refuse, soundChoices, type MeetingId, type PollId, type Result } from '@witboek/domain'
import type { Visitor } from '../../login/visitors.ts'
import { shownPoll, whoMay, type Hands } from './at-poll.ts'
import { modeOf, whyNotCast } from './cast-ballot.ts'

/**
 * Somebody votes in a secret poll: once, and final. Nothing of it stands on the record, in a notice, in a log or in a tally; that
 * they voted is told to nobody but themselves until the poll is closed (POLL-10).
 */
export async function castSecretBallot(
  hands: Hands,
  {
    meeting: id,
    poll: pollId,
    choices: raw,
  }: { readonly meeting: MeetingId; readonly poll: PollId; readonly choices: unknown },
  visitor: Visitor | null,
): Promise<Result<CastSecretBallot>> {
  const { store, openMeetings, filling, now } = hands
  const at = now()
  const found = await whoMay('poll:vote', hands, id, visitor)
  if (!found.ok) return found
  const { person } = found.value
  const before = await openMeetings.proceedings(id)
  const shown = shownPoll(before, pollId)
  if (!shown.ok) return shown
  const poll = shown.value
  if (poll.visibility !== 'secret') return refuse({ code: 'ballot-not-sound' })
  const sound = soundChoices(poll, raw)
  if (!sound.ok) return sound
  const allowed = mayCast(poll, person.id, at)
  if (!allowed.ok) {
    const has = (await store.ballotBoxes.voted(pollId, person.id)) === 'ballot'
    return has ? ok({ cast: 'before' }) : allowed
  }
  const mode = modeOf(before.attendance, person.id)
  const outcome = await store.ballotBoxes.castSecret({ poll: pollId, person: person.id, choices: sound.value, mode })
  if (outcome === 'already') return ok({ cast: 'before' })
  if (outcome !== 'cast') return refuse(await whyNotCast(hands, id, pollId, outcome))
  await filling.hasCast(pollId, person.id)
  openMeetings.changed(id)
  return ok({ cast: 'now' })
}
