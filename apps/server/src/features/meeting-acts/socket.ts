import { meetingMessages, type Reaction } from '@witboek/contract'
import { isGoingOn, ok, refuse, type PollId } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import type { MeetingNews } from '../../meetings/meeting-news.ts'
import { readableMeeting } from '../../meetings/readable-meeting.ts'
import type { Reactions } from '../../meetings/reactions.ts'
import type { BookSocket } from '../../sockets.ts'

/** So many reactions of one person, on all their devices: calm enough to be read. */
const reactionLimit = { max: 6, within: 15_000 }

/** The door for pages that watch a meeting. */
export function meetingLine(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'live' | 'openMeetings' | 'surprises'>,
  { news, reactions }: { readonly news: MeetingNews; readonly reactions: Reactions },
): void {
  const { store, live, openMeetings, surprises } = hands
  const { actor } = socket.data
  // Of the line, and of the ballot it has open: each is somewhere of its own.
  const [atMeeting, atPoll] = [`${socket.id} meeting`, `${socket.id} poll`]
  const seen = { person: actor.person, name: actor.name, role: actor.seat.role, section: null }
  let filling: PollId | null = null

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
      const now = openMeetings.known(id) ?? (await openMeetings.proceedings(id))
      if (!isGoingOn(now)) return refuse({ code: 'meeting-not-running' })
      if (now.reactionsMuted) return refuse({ code: 'reactions-muted' })
      const wait = await live.attempts.take(`react ${actor.person}`, reactionLimit)
      if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
      reactions.add(id, reaction satisfies Reaction)
      return ok(null)
    },
    'meeting:fill': async ({ meeting: id, poll }) => {
      if (poll === filling) return ok(null)
      const found = await readableMeeting(store, id, actor)
      if (!found.ok) return found
      const now = openMeetings.known(id) ?? (await openMeetings.proceedings(id))
      if (poll !== null && !now.polls.some((other) => other.id === poll)) return refuse({ code: 'poll-not-found' })
      filling = poll
      // Only how many fill one in is ever told, and nothing of it is kept.
      await (poll === null ? live.presence.forget(atPoll) : live.presence.say(atPoll, poll, { ...seen, name: '' }))
      openMeetings.changed(id)
      return ok(null)
    },
  })
  socket.on('disconnect', () => {
    void live.presence.forget(atMeeting)
    void live.presence.forget(atPoll)
  })
}
