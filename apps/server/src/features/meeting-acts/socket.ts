import { meetingMessages, type Reaction } from '@witboek/contract'
import { isGoingOn, may, ok, refuse, type PollId } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import type { MeetingNews } from '../../meetings/meeting-news.ts'
import { readableMeeting } from '../../meetings/readable-meeting.ts'
import type { Reactions } from '../../meetings/reactions.ts'
import type { BookSocket } from '../../sockets.ts'
import { mayVoteIn } from '../polls/may-vote.ts'

/** So many reactions of one person, on all their devices: calm enough to be read. */
const reactionLimit = { max: 6, within: 15_000 }

/** The door for pages that watch a meeting. */
export function meetingLine(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'live' | 'openMeetings' | 'filling' | 'surprises'>,
  { news, reactions }: { readonly news: MeetingNews; readonly reactions: Reactions },
): void {
  const { store, live, openMeetings, filling, surprises } = hands
  const { actor } = socket.data
  const atMeeting = `${socket.id} meeting`
  const seen = { person: actor.person, name: actor.name, role: actor.seat.role, section: null }
  let filledIn: PollId | null = null

  openDoor(socket, surprises, meetingMessages, {
    'meeting:watch': async ({ meeting }) => {
      const first = await news.watch(meeting, socket, actor)
      if (!first.ok) return first
      await live.presence.say(atMeeting, meeting, seen)
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
      const wait = await live.attempts.take(`react ${actor.person}`, reactionLimit)
      if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
      reactions.add(id, reaction satisfies Reaction)
      return ok(null)
    },
    'meeting:fill': async ({ meeting: id, poll }) => {
      if (poll === filledIn) return ok(null)
      const found = await readableMeeting(store, id, actor)
      if (!found.ok) return found
      const now = openMeetings.known(id) ?? (await openMeetings.proceedings(id))
      const one = now.polls.find((other) => other.id === poll)
      if (poll !== null && !one) return refuse({ code: 'poll-not-found' })
      filledIn = poll
      // Whoever looks at it again, or may not vote, is not waited for.
      const waitedFor =
        one &&
        mayVoteIn(one, now, found.value.meeting, found.value.person) &&
        !(await store.ballotBoxes.voted(one.id, actor.person))
      await (waitedFor ? filling.opens(socket.id, one.id, actor.person) : filling.leaves(socket.id))
      openMeetings.changed(id)
      return ok(null)
    },
  })
  socket.on('disconnect', () => {
    void live.presence.forget(atMeeting)
    void filling.leaves(socket.id)
  })
}
