import type { MeetingNow, OwnView } from '@witboek/contract'
import {
  may,
  ok,
  type Actor,
  type Dialogue,
  type Meeting,
  type MeetingId,
  type PersonId,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import type { Hands as AllHands } from '../http/hands.ts'
import { deskRoom, hallRoom, settleRoom } from './meeting-rooms.ts'
import { readableMeeting } from './readable-meeting.ts'
import type { BookSocket, BookSockets } from '../sockets.ts'
import { deskView, hallView, ownView, settleView, type Seen } from './views.ts'

/** Views go out at most this often per meeting (ms), however much happens. */
const tick = 200

type Hands = Pick<AllHands, 'store' | 'openMeetings' | 'peopleNow' | 'pollsShown' | 'now' | 'surprises'>

interface Watcher {
  readonly person: PersonId
  readonly desk: boolean
  readonly settle: boolean
  /** What this one was told last, as text. */
  own: string
}

interface Watched {
  readonly watchers: Map<BookSocket, Watcher>
  readonly stop: () => void
  timer: NodeJS.Timeout | null
}

/**
 * Tells those who watch a meeting how it goes. Every server makes the views for its own sockets: one for the hall, one for
 * the desk of the Chef, and for each person what is theirs. Always the whole: what got lost comes with the next one.
 */
export class MeetingNews {
  private readonly hands: Hands
  private readonly watched = new Map<MeetingId, Watched>()
  private sockets: BookSockets | null = null
  private last = 0

  constructor(hands: Hands) {
    this.hands = hands
    hands.openMeetings.onChange((meeting) => this.tellSoon(meeting))
  }

  goesOver(sockets: BookSockets): void {
    this.sockets = sockets
  }

  /** How a meeting is now, for whoever may read it. */
  async now(id: MeetingId, actor: Actor | null): Promise<Result<MeetingNow>> {
    const found = await readableMeeting(this.hands.store, id, actor)
    if (!found.ok) return found
    const { dialogue, meeting } = found.value
    return ok(await this.nowFor(dialogue, meeting, found.value.actor))
  }

  /** The same, and this socket is told what changes from now on, until it ends. */
  async watch(id: MeetingId, socket: BookSocket, actor: Actor): Promise<Result<MeetingNow>> {
    const found = await readableMeeting(this.hands.store, id, actor)
    if (!found.ok) return found
    const { dialogue, meeting } = found.value
    const entry = this.entryOf(id)
    const first = await this.nowFor(dialogue, meeting, found.value.actor)
    entry.watchers.set(socket, {
      person: actor.person,
      desk: first.desk !== null,
      settle: first.settle !== null,
      own: said(first.own),
    })
    await socket.join(hallRoom(id))
    if (first.desk) await socket.join(deskRoom(id))
    if (first.settle) await socket.join(settleRoom(id))
    socket.once('disconnect', () => this.leave(id, socket))
    // Something that happened while this was read is told to this one too.
    this.tellSoon(id)
    return ok(first)
  }

  close(): void {
    for (const { timer, stop } of this.watched.values()) {
      if (timer) clearTimeout(timer)
      stop()
    }
    this.watched.clear()
  }

  private async nowFor(dialogue: Dialogue, meeting: Meeting, actor: Actor): Promise<MeetingNow> {
    const proceedings = await this.hands.openMeetings.proceedings(meeting.id)
    const seen = await this.seen(meeting, proceedings)
    const place = { phase: dialogue.phase, theme: meeting.theme }
    return {
      hall: hallView(proceedings, seen),
      own: ownView(proceedings, actor.person, seen),
      desk: may('meeting:lead', actor, place).ok ? deskView(proceedings, seen) : null,
      settle: may('meeting:settle', actor, place).ok ? settleView(proceedings, seen) : null,
    }
  }

  private async seen(meeting: Meeting, proceedings: Proceedings): Promise<Seen> {
    const { peopleNow, pollsShown, now } = this.hands
    const people = await peopleNow.all()
    const polls = await pollsShown(proceedings, people)
    // Later than every one before it, whatever the clock on the wall does.
    this.last = Math.max(this.last + 1, now())
    return { meeting, people, polls, version: this.last, now: now() }
  }

  private entryOf(meeting: MeetingId): Watched {
    const known = this.watched.get(meeting)
    if (known) return known
    const entry: Watched = { watchers: new Map(), stop: this.hands.openMeetings.watch(meeting), timer: null }
    this.watched.set(meeting, entry)
    return entry
  }

  private leave(meeting: MeetingId, socket: BookSocket): void {
    const entry = this.watched.get(meeting)
    if (!entry) return
    entry.watchers.delete(socket)
    if (entry.watchers.size > 0) return
    if (entry.timer) clearTimeout(entry.timer)
    entry.stop()
    this.watched.delete(meeting)
  }

  private tellSoon(meeting: MeetingId): void {
    const entry = this.watched.get(meeting)
    if (!entry || entry.timer) return
    entry.timer = setTimeout(() => {
      entry.timer = null
      this.tell(meeting, entry).catch((cause: unknown) => this.hands.surprises.problem(cause, meeting))
    }, tick)
  }

  private async tell(id: MeetingId, { watchers }: Watched): Promise<void> {
    const { store, openMeetings } = this.hands
    const meeting = await store.meetings.find(id)
    if (!meeting || !this.sockets) return
    const proceedings = await openMeetings.proceedings(id)
    const seen = await this.seen(meeting, proceedings)
    const { local } = this.sockets
    local.to(hallRoom(id)).emit('meeting:hall', hallView(proceedings, seen))
    const desk = [...watchers.values()].some((watcher) => watcher.desk)
    if (desk) local.to(deskRoom(id)).emit('meeting:desk', deskView(proceedings, seen))
    const settle = [...watchers.values()].some((watcher) => watcher.settle)
    if (settle) local.to(settleRoom(id)).emit('meeting:settle', settleView(proceedings, seen))
    for (const [socket, watcher] of watchers) {
      const own = ownView(proceedings, watcher.person, seen)
      const text = said(own)
      if (text === watcher.own) continue
      watcher.own = text
      socket.emit('meeting:own', own)
    }
  }
}

/** What it says, whenever it is said. */
const said = (own: OwnView): string => JSON.stringify({ ...own, version: 0 })
