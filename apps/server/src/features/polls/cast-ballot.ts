import { isDeepStrictEqual } from 'node:util'
import type { CastBallot } from '@witboek/contract'
import {
  joinPoll,
  mayCast,
  ok,
  pollIn,
  refuse,
  soundChoices,
  type Actor,
  type Attendance,
  type Choices,
  type Instant,
  type Meeting,
  type MeetingId,
  type NewEvent,
  type Person,
  type PersonId,
  type Poll,
  type PollId,
  type Refusal,
  type Result,
} from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import type { BallotBoxes, BallotMode, CastAnswer, Together } from '@witboek/store'
import type { Visitor } from '../../login/visitors.ts'
import { shownPoll, whoMay, type Hands } from './at-poll.ts'
import { tallied } from './live-tally.ts'
import { entitledLate } from './may-vote.ts'

type Ballot = Parameters<BallotBoxes['cast']>[0]

/** It is in the box: now, or since it was sent before. */
interface Cast {
  readonly outcome: 'cast' | 'again'
  readonly version: number
}

/** Every version of a ballot is kept: so often somebody changes theirs who changes their mind, and no program goes on. */
const castLimit: AttemptLimit = { max: 120, within: 10 * 60_000 }

/** Takes back what was done with a ballot that did not get in. */
class NotCast extends Error {
  readonly outcome: Exclude<CastAnswer['outcome'], 'cast' | 'again'>

  constructor(outcome: NotCast['outcome']) {
    super(outcome)
    this.outcome = outcome
  }
}

/**
 * Somebody votes in an open or named poll. What counts is when it came in, by this server's clock; when this answers yes, the
 * ballot is durable (POLL-7). Sent again with the same key it is the same ballot. Votes are saved before the tally moves: a
 * tally can be counted again, a vote cannot be asked again.
 */
export async function castBallot(
  hands: Hands,
  {
    meeting: id,
    poll: pollId,
    key,
    choices: raw,
  }: { readonly meeting: MeetingId; readonly poll: PollId; readonly key: string; readonly choices: unknown },
  visitor: Visitor | null,
): Promise<Result<CastBallot>> {
  const at = hands.now()
  const found = await whoMay('poll:vote', hands, id, visitor)
  if (!found.ok) return found
  const { meeting, actor, person } = found.value
  const before = await hands.openMeetings.proceedings(id)
  const shown = shownPoll(before, pollId)
  if (!shown.ok) return shown
  const poll = shown.value
  if (poll.visibility === 'secret') return refuse({ code: 'poll-secret' })
  const sound = soundChoices(poll, raw)
  if (!sound.ok) return sound
  const choices = sound.value
  const wait = await hands.live.attempts.take(`ballots in ${pollId} of ${person.id}`, castLimit)
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
  const allowed = mayCast(poll, person.id, at)
  const joins = !allowed.ok && allowed.refusal.code === 'not-in-electorate'
  if (!allowed.ok && !joins) return (await lastSaid(hands, poll, person.id, choices)) ?? allowed

  const ballot = { poll: pollId, person: person.id, key, choices, mode: modeOf(before.attendance, person.id), at }
  const answer = joins
    ? await joinAndCast(hands, { meeting, actor, person }, ballot)
    : await castNow(hands, meeting, actor, ballot)
  if (!answer.ok) return answer
  const { outcome, version } = answer.value
  if (outcome === 'cast') void tell(hands, meeting.id, poll, ballot, version)
  return ok({ version })
}

/** A ballot of somebody who is on the list: no fact, so it waits for nobody but its box. */
async function castNow(hands: Hands, meeting: Meeting, actor: Actor, ballot: Ballot): Promise<Result<Cast>> {
  const answer = await hands.store
    .together(async (ports) => {
      const cast = await intoBox(ports, ballot)
      await onRecord(ports, meeting, actor, ballot, cast)
      return cast
    })
    .catch(notCast)
  if (answer instanceof NotCast) return refuse(await whyNotCast(hands, meeting.id, ballot.poll, answer.outcome))
  return ok(answer)
}

/** The same of somebody who got a seat, or came, after the opening: they are on the list from now on (POLL-6). */
async function joinAndCast(
  hands: Hands,
  { meeting, actor, person }: { readonly meeting: Meeting; readonly actor: Actor; readonly person: Person },
  ballot: Ballot,
): Promise<Result<Cast>> {
  const answer = await hands.openMeetings
    .inLine(meeting, async (before, write) => {
      const poll = pollIn(before.polls, ballot.poll)
      const entitled = poll ? entitledLate(poll, before, meeting, person) : []
      const joined = joinPoll(before.polls, ballot.poll, person.id, entitled, ballot.at)
      if (!joined.ok) return joined
      return hands.store.together(async (ports) => {
        let cast: Cast | null = null
        if (joined.value.length > 0)
          await write(ports, joined.value, actor, async (within) => (cast = await intoBox(within, ballot)))
        cast ??= await intoBox(ports, ballot)
        await onRecord(ports, meeting, actor, ballot, cast)
        return ok(cast)
      })
    })
    .catch(notCast)
  return answer instanceof NotCast ? refuse(await whyNotCast(hands, meeting.id, ballot.poll, answer.outcome)) : answer
}

/** Throws `NotCast` when it does not get in. */
async function intoBox({ ballotBoxes }: Pick<Together, 'ballotBoxes'>, ballot: Ballot): Promise<Cast> {
  const answer = await ballotBoxes.cast(ballot)
  if (answer.outcome === 'closed' || answer.outcome === 'by-hand') throw new NotCast(answer.outcome)
  const { outcome, version } = answer
  return { outcome, version }
}

/** A retry stands there already. */
async function onRecord(
  { events }: Pick<Together, 'events'>,
  meeting: Meeting,
  actor: Actor,
  ballot: Ballot,
  { outcome, version }: Cast,
): Promise<void> {
  if (outcome === 'cast') await events.append(meeting.dialogue, [ballotCast(meeting, actor, ballot, version)])
}

function notCast(cause: unknown): NotCast {
  if (cause instanceof NotCast) return cause
  throw cause
}

/** In ids: what was chosen stands in the box alone. */
const ballotCast = (
  { id, theme }: Meeting,
  { person, seat }: Actor,
  { poll, at }: Ballot,
  version: number,
): NewEvent => ({
  at,
  actor: person,
  role: seat.role,
  theme,
  type: 'ballot:cast',
  subject: id,
  details: { poll, version },
})

/**
 * A ballot that comes too late and says what their last one says is that one, sent again because its answer was lost: whoever
 * voted in time is not told that they did not.
 */
async function lastSaid(
  { store }: Hands,
  { id }: Poll,
  person: PersonId,
  choices: Choices,
): Promise<Result<CastBallot> | null> {
  const last = (await store.ballotBoxes.history(id, person)).at(-1)
  return last && isDeepStrictEqual(last.choices, choices) ? ok({ version: last.version }) : null
}

/** The box was closed, or a hand was counted, between looking and writing. */
export async function whyNotCast(
  { openMeetings, now }: Hands,
  meeting: MeetingId,
  id: PollId,
  outcome: NotCast['outcome'],
): Promise<Refusal> {
  if (outcome === 'by-hand') return { code: 'votes-by-hand' }
  const poll = pollIn((await openMeetings.proceedings(meeting)).polls, id)
  if (poll?.state === 'void') return { code: 'poll-not-open' }
  const at: Instant = now()
  return { code: 'poll-closed', at: poll?.closedAt ?? at, now: at }
}

/** Where somebody votes from; `null`: they have not checked in, or have left. */
export function modeOf(attendance: Attendance, person: PersonId): BallotMode {
  const attendee = attendance.get(person)
  return attendee && attendee.state !== 'left' ? attendee.mode : null
}

/** The tally moves, and everybody sees that one more has voted. Nobody waits for it. */
async function tell(
  { live, filling, openMeetings }: Hands,
  meeting: MeetingId,
  poll: Poll,
  { person, choices }: Ballot,
  version: number,
): Promise<void> {
  await live.tallies.add(poll.id, tallied(poll, { person, version, choices }))
  await filling.hasCast(poll.id, person)
  openMeetings.changed(meeting)
}
