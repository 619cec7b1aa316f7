import type { Clock } from '@witboek/book'
import {
  awayAfter,
  isGoingOn,
  lineNews,
  ok,
  seatsGone,
  type Instant,
  type MeetingFact,
  type MeetingId,
  type Person,
  type PersonId,
  type Proceedings,
} from '@witboek/domain'
import { atMeeting, type Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import type { OpenMeetings } from './open-meetings.ts'
import type { PeopleNow } from './people-now.ts'

/** So often (ms) is looked who still has a line. */
const lookEvery = 5_000

interface Hands {
  readonly store: Pick<Store, 'dialogues' | 'meetings' | 'people'>
  readonly peopleNow: Pick<PeopleNow, 'all'>
  readonly live: Pick<Live, 'presence' | 'books'>
  readonly openMeetings: OpenMeetings
  readonly clock: Clock
  readonly surprised: (cause: unknown) => void
}

/**
 * Whose line has been gone for too long is away, and who is there again is back (ATTEND-3). Whoever came in at the very moment
 * in which their seat ended is not there any more (ATTEND-5). Every server looks at the meetings that are watched on it; who
 * has a line is known on all of them together, and what is so already is no fact.
 */
export class LineWatch {
  private readonly hands: Hands
  /** Since when somebody who is here has had no line, as far as this server has seen. */
  private readonly goneSince = new Map<MeetingId, Map<PersonId, Instant>>()
  private stop: () => void = () => undefined
  private looking: Promise<void> = Promise.resolve()
  private closed = false

  constructor(hands: Hands) {
    this.hands = hands
    this.lookLater()
  }

  /** A look that has begun ends first. */
  async close(): Promise<void> {
    this.closed = true
    this.stop()
    await this.looking
  }

  private lookLater(): void {
    if (this.closed) return
    this.stop = this.hands.clock.after(lookEvery, () => {
      this.looking = this.look()
        .catch((cause: unknown) => this.hands.surprised(cause))
        .finally(() => this.lookLater())
    })
  }

  private async look(): Promise<void> {
    const watched = this.hands.openMeetings.watched()
    for (const meeting of this.goneSince.keys()) if (!watched.includes(meeting)) this.goneSince.delete(meeting)
    // What goes wrong at one meeting is not for the others.
    for (const meeting of watched) {
      await this.lookAt(meeting).catch(this.hands.surprised)
      await this.lookForSeats(meeting).catch(this.hands.surprised)
    }
  }

  private async lookAt(id: MeetingId): Promise<void> {
    const { store, live, openMeetings, clock } = this.hands
    const known = openMeetings.known(id)
    if (!known || !isGoingOn(known)) return
    // While the servers do not hear each other, whoever is on another one only seems to be gone.
    const onLine = new Set((await live.presence.list(atMeeting(id))).map(({ person }) => person))
    const gone = this.goneSince.get(id) ?? new Map<PersonId, Instant>()
    this.goneSince.set(id, gone)
    const now = clock.now()
    const changes: { readonly person: PersonId; readonly onLine: boolean }[] = []
    for (const { person, state, mode, byLine } of known.attendance.values()) {
      if (onLine.has(person)) {
        gone.delete(person)
        if (state === 'away') changes.push({ person, onLine: true })
      } else if (state === 'present' && byLine && live.books.connected) {
        const since = gone.get(person) ?? now
        gone.set(person, since)
        if (now - since >= awayAfter[mode]) changes.push({ person, onLine: false })
      } else gone.delete(person)
    }
    const meeting = changes.length > 0 ? await store.meetings.find(id) : null
    if (!meeting) return
    const people = await store.people.all()
    await openMeetings.act(meeting, null, (before) => ({
      ok: true,
      value: changes.flatMap((change) => lineNews(before, change, { people, meeting, now: clock.now() })),
    }))
  }

  private async lookForSeats(id: MeetingId): Promise<void> {
    const { store, peopleNow, openMeetings } = this.hands
    const known = openMeetings.known(id)
    if (!known || !isGoingOn(known)) return
    const [dialogue, meeting] = [await store.dialogues.currentDialogue(), await store.meetings.find(id)]
    if (!dialogue || !meeting) return
    const place = { meeting, phase: dialogue.phase }
    const gone = (before: Proceedings, people: ReadonlyMap<PersonId, Person>): readonly MeetingFact[] =>
      seatsGone(
        before,
        [...before.attendance.keys()].map((person) => people.get(person) ?? { id: person, seats: [] }),
        place,
      )
    if (gone(known, await peopleNow.all()).length === 0) return
    // They may have got a seat since it was looked up.
    await openMeetings.act(meeting, null, async (before) => {
      const people = new Map((await store.people.all()).map((person) => [person.id, person]))
      return ok(gone(before, people))
    })
  }
}
