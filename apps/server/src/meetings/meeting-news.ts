import type { HallView, MeetingNow, PollShown } from '@witboek/contract'
import {
  goneOnBy,
  isAnnounced,
  may,
  ok,
  type Actor,
  type Agenda,
  type Dialogue,
  type Instant,
  type Meeting,
  type MeetingId,
  type Person,
  type PersonId,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import { carriedTo } from './group-meetings.ts'
import { deskRoom, hallRoom, settleRoom } from './meeting-rooms.ts'
import type { OpenMeetings } from './open-meetings.ts'
import type { PeopleNow } from './people-now.ts'
import { readableMeeting } from './readable-meeting.ts'
import type { BookSocket, BookSockets } from '../sockets.ts'
import type { Surprises } from '../surprises.ts'
import { deskView, hallView, ownView, settleView, type Seen } from './views.ts'

/** Views go out at most this often per meeting (ms), however much happens. */
const tick = 200
/** So much of the views (characters) goes out in a millisecond; when they are longer they go out less often, and at least so often (ms). */
const perMs = 20_000
const tickMax = 3_000

interface Hands {
  readonly store: Store
  readonly openMeetings: OpenMeetings
  readonly peopleNow: Pick<PeopleNow, 'all'>
  readonly pollsShown: (
    proceedings: Proceedings,
    people: ReadonlyMap<PersonId, Person>,
  ) => Promise<readonly PollShown[]>
  /** Which version of whose ballot counts, in each poll that is not secret. */
  readonly ballotsOf: (proceedings: Proceedings) => Promise<Seen['ballots']>
  readonly surprises: Pick<Surprises, 'problem'>
  readonly now: () => Instant
}

interface Watcher {
  readonly actor: Actor
  desk: boolean
  settle: boolean
  /** What this one was told last, as text. */
  readonly told: { hall: string; own: string; desk: string; settle: string }
}
type Watchers = Map<BookSocket, Watcher>

interface Watched {
  readonly watchers: Watchers
  readonly stop: () => void
  timer: NodeJS.Timeout | null
  /** Until the next views may go out (ms). */
  pause: number
}

/**
 * Tells those who watch a meeting how it goes. Every server makes the views for its own sockets: one for the hall, one for
 * the desk of the Chef, and for each person what is theirs. Always the whole: what got lost comes with the next one.
 */
export class MeetingNews {
  private readonly hands: Hands
  private readonly watched = new Map<MeetingId, Watched>()
  /** The sockets whose end is waited for. */
  private readonly ending = new WeakSet<BookSocket>()
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
  async watch(id: MeetingId, socket: BookSocket, asked: Actor): Promise<Result<MeetingNow>> {
    const found = await readableMeeting(this.hands.store, id, asked)
    if (!found.ok) return found
    const { dialogue, meeting, actor } = found.value
    const { watchers } = this.entryOf(id)
    const known = watchers.get(socket)
    const watcher = known ?? { actor, desk: false, settle: false, told: { hall: '', own: '', desk: '', settle: '' } }
    // Before anything is waited for: as long as somebody watches, nobody else lets go of the meeting.
    watchers.set(socket, watcher)
    this.waitForEnd(socket)
    try {
      const first = await this.nowFor(dialogue, meeting, actor)
      // A line that ended meanwhile does not end once more.
      if (socket.connected) await this.place(socket, watcher, id, first)
      else this.leave(id, socket)
      for (const view of views) watcher.told[view] = said(first[view])
      // Something that happened while this was read is told to this one too.
      this.tellSoon(id)
      return ok(first)
    } catch (cause) {
      if (!known) this.leave(id, socket)
      throw cause
    }
  }

  close(): void {
    for (const { timer, stop } of this.watched.values()) {
      if (timer) clearTimeout(timer)
      stop()
    }
    this.watched.clear()
  }

  private async nowFor(dialogue: Dialogue, meeting: Meeting, actor: Actor): Promise<MeetingNow> {
    const { proceedings, seen } = await this.look(meeting)
    const place = { phase: dialogue.phase, theme: meeting.theme }
    return {
      hall: hallView(proceedings, seen),
      own: ownView(proceedings, actor.person, seen),
      desk: may('meeting:lead', actor, place).ok ? deskView(proceedings, seen) : null,
      settle: may('meeting:settle', actor, place).ok ? settleView(proceedings, seen) : null,
    }
  }

  private async look(meeting: Meeting): Promise<{ readonly proceedings: Proceedings; readonly seen: Seen }> {
    const { openMeetings, peopleNow, pollsShown, ballotsOf, now } = this.hands
    // Later than every one before it, whatever the clock on the wall does; and from before it is read, so that whoever began
    // to read later, and knows more, is newer.
    const version = (this.last = Math.max(this.last + 1, now()))
    const known = await openMeetings.proceedings(meeting.id)
    const proceedings = goneOnBy(known, await carriedTo(this.hands, meeting, known))
    const { attendance, questions, agenda } = proceedings
    const people = await peopleNow.all([...attendance.keys(), ...questions.flatMap(({ person }) => person ?? [])])
    const polls = await pollsShown(proceedings, people)
    const ballots = await ballotsOf(proceedings)
    const origins = await this.told(agenda)
    return { proceedings, seen: { meeting, people, polls, ballots, origins, version, now: now() } }
  }

  /** Where items come from, unless only those who plan know of it. */
  private async told(agenda: Agenda): Promise<Seen['origins']> {
    const ids = new Set(agenda.flatMap(({ cameFrom }) => cameFrom ?? []))
    const meetings = await Promise.all([...ids].map((id) => this.hands.store.meetings.find(id)))
    return new Map(meetings.flatMap((from) => (from && isAnnounced(from) ? [[from.id, from.title]] : [])))
  }

  private entryOf(meeting: MeetingId): Watched {
    const known = this.watched.get(meeting)
    if (known) return known
    const stop = this.hands.openMeetings.watch(meeting)
    const entry: Watched = { watchers: new Map(), stop, timer: null, pause: tick }
    this.watched.set(meeting, entry)
    return entry
  }

  private waitForEnd(socket: BookSocket): void {
    if (this.ending.has(socket)) return
    this.ending.add(socket)
    socket.once('disconnect', () => {
      for (const meeting of [...this.watched.keys()]) this.leave(meeting, socket)
    })
  }

  private leave(meeting: MeetingId, socket: BookSocket): void {
    const entry = this.watched.get(meeting)
    if (!entry?.watchers.delete(socket) || entry.watchers.size > 0) return
    if (entry.timer) clearTimeout(entry.timer)
    entry.stop()
    this.watched.delete(meeting)
  }

  /** Among those who are told what this one may know. Asked again, it may be less: nobody leads a meeting in the archive. */
  private async place(
    socket: BookSocket,
    watcher: Watcher,
    id: MeetingId,
    { desk, settle }: MeetingNow,
  ): Promise<void> {
    watcher.desk = desk !== null
    watcher.settle = settle !== null
    await socket.join(hallRoom(id))
    await (desk ? socket.join(deskRoom(id)) : socket.leave(deskRoom(id)))
    await (settle ? socket.join(settleRoom(id)) : socket.leave(settleRoom(id)))
  }

  private tellSoon(meeting: MeetingId): void {
    const entry = this.watched.get(meeting)
    if (!entry || entry.timer) return
    entry.timer = setTimeout(() => {
      entry.timer = null
      this.tell(meeting, entry).catch((cause: unknown) => this.hands.surprises.problem(cause, meeting))
    }, entry.pause)
  }

  private async tell(id: MeetingId, entry: Watched): Promise<void> {
    const { store } = this.hands
    const meeting = await store.meetings.find(id)
    if (!meeting || !this.sockets) return
    const { proceedings, seen } = await this.look(meeting)
    const all = [...entry.watchers]
    const { local } = this.sockets

    const desks = all.filter(([, { desk }]) => desk)
    const desk = desks.length > 0 ? deskView(proceedings, seen) : null
    const seeNew = desk ? tell(local, desks, 'desk', desk, deskRoom(id)) : []
    const settles = all.filter(([, watcher]) => watcher.settle)
    if (settles.length > 0) tell(local, settles, 'settle', settleView(proceedings, seen), settleRoom(id))
    const hall = hallView(proceedings, seen)
    // Whoever leads sees by it that what they did has come to pass.
    for (const watcher of seeNew) watcher.told.hall = ''
    const heard = tell(local, all, 'hall', hall, hallRoom(id))
    const characters = heard.reduce((sum, { told }) => sum + told.hall.length, 0)
    entry.pause = Math.min(tickMax, Math.max(tick, characters / perMs))
    for (const [socket, watcher] of all)
      tell(local, [[socket, watcher]], 'own', ownView(proceedings, watcher.actor.person, seen), socket.id)
  }
}

const views = ['hall', 'own', 'desk', 'settle'] as const
type View = MeetingNow[(typeof views)[number]]

/**
 * Says it to those who have not heard it yet, and answers who they are. Over this server alone: what is said to a socket itself
 * would go by Redis, for it to come back elsewhere, and stay there with all that somebody asked or reported.
 */
function tell(
  local: BookSockets['local'],
  those: readonly (readonly [BookSocket, Watcher])[],
  name: (typeof views)[number],
  view: View,
  room: string,
): readonly Watcher[] {
  const text = said(view)
  const behind = those.filter(([, { told }]) => told[name] !== text)
  if (behind.length === 0) return []
  const to = behind.length === those.length ? room : behind.map(([{ id }]) => id)
  local.to(to).emit(`meeting:${name}` as 'meeting:hall', view as HallView)
  return behind.map(([, watcher]) => {
    watcher.told[name] = text
    return watcher
  })
}

/** What it says, whenever it is said. */
const said = (view: View): string => JSON.stringify(view && { ...view, version: 0, now: 0 })
