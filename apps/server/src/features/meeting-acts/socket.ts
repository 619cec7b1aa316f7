import { meetingMessages, type Reaction } from '@witboek/contract'
import { isGoingOn, may, ok, refuse, type MeetingId, type PollId, type Result } from '@witboek/domain'
import { atMeeting, type AttemptLimit } from '@witboek/live'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import type { MeetingNews } from '../../meetings/meeting-news.ts'
import { readableMeeting } from '../../meetings/readable-meeting.ts'
import type { Reactions } from '../../meetings/reactions.ts'
import type { BookSocket } from '../../sockets.ts'
import { shownPoll } from '../polls/at-poll.ts'
import { mayVoteIn } from '../polls/may-vote.ts'

/** So many reactions of one person, on all their devices: calm enough to be read. */
const reactionLimit: AttemptLimit = { max: 6, within: 15_000 }
/** How many are filling in is told to everybody each time: nobody opens and closes ballots faster than this. */
const fillLimit: AttemptLimit = { max: 60, within: 60_000 }

/** The door for pages that watch a meeting. */
export function meetingLine(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'live' | 'openMeetings' | 'filling' | 'surprises'>,
  { news, reactions }: { readonly news: MeetingNews; readonly reactions: Reactions },
): void {
  const { store, live, openMeetings, filling, surprises } = hands
  const { actor } = socket.data
  const line = `${socket.id} meeting`
  const seen = { person: actor.person, name: actor.name, role: actor.seat.role, section: null }
  let filledIn: PollId | null = null

  openDoor(socket, surprises, meetingMessages, {
    'meeting:watch': async ({ meeting }) => {
      const first = await news.watch(meeting, socket, actor)
      // Who is gone by now would be seen here for good.
      if (first.ok && socket.connected) await live.presence.say(line, atMeeting(meeting), seen)
      return first
    },
    'meeting:react': async ({ meeting: id, reaction }) => {
      const found = await readableMeeting(store, id, actor)
      if (!found.ok) return found
      const { dialogue, meeting } = found.value
      const allowed = may('meeting:join', found.value.actor, { phase: dialogue.phase, theme: meeting.theme })
      if (!allowed.ok) return allowed
      const now = openMeetings.known(id) ?? (await openMeetings.proceedings(id))
      if (!isGoingOn(now)) return refuse({ code: 'meeting-not-running' })
      if (now.reactionsMuted) return refuse({ code: 'reactions-muted' })
      const calm = await within(reactionLimit, `react ${actor.person}`)
      if (!calm.ok) return calm
      reactions.add(id, reaction satisfies Reaction)
      return ok(null)
    },
    'meeting:fill': async ({ meeting: id, poll }) => {
      if (poll === filledIn) return ok(null)
      filledIn = poll
      const waited = await waitedFor(id, poll)
      // Of two messages that come together the later one is right.
      if (filledIn !== poll) return ok(null)
      if (waited.ok && waited.value) await filling.opens(socket.id, waited.value, actor.person)
      // Who is gone by now would be waited for for good.
      if (!waited.ok || !waited.value || !socket.connected) await filling.leaves(socket.id)
      openMeetings.changed(id)
      return waited.ok ? ok(null) : waited
    },
  })

  /** The poll in which this one is waited for; `null`: whoever looks at it again, or may not vote, is not. */
  async function waitedFor(id: MeetingId, poll: PollId | null): Promise<Result<PollId | null>> {
    const found = await readableMeeting(store, id, actor)
    if (!found.ok) return found
    const calm = await within(fillLimit, `fill ${actor.person}`)
    if (!calm.ok || poll === null) return calm
    const now = openMeetings.known(id) ?? (await openMeetings.proceedings(id))
    const one = shownPoll(now, poll)
    if (!one.ok) return one
    const { meeting, person } = found.value
    const waits = mayVoteIn(one.value, now, meeting, person) && !(await store.ballotBoxes.voted(poll, actor.person))
    return ok(waits ? poll : null)
  }

  async function within(limit: AttemptLimit, what: string): Promise<Result<null>> {
    const wait = await live.attempts.take(what, limit)
    return wait > 0 ? refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) }) : ok(null)
  }

  socket.on('disconnect', () => {
    void live.presence.forget(line)
    void filling.leaves(socket.id)
  })
}
