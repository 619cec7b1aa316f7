import { BookRoom, type RoomLog, type RoomNote } from '@witboek/book'
import { type Actor, type BookEntry, type BookRights, type PersonId, type SectionId } from '@witboek/domain'
import { HandBus } from './hand-bus.ts'
import { HandClock } from './hand-clock.ts'
import { InMemoryBookLog } from './in-memory-book-log.ts'
import { Participant } from './participant.ts'
import { anActor, sectionId, sportBook } from './people.ts'

/** Sections the book of the evening has from the start. */
const headings = { pool: 'Zwembad', fields: 'Velden' } as const

export interface Evening {
  readonly room: BookRoom
  /** One on each server; `room` is the first. */
  readonly rooms: readonly BookRoom[]
  readonly bus: HandBus
  readonly log: RoomLog
  readonly clock: HandClock
  readonly notes: RoomNote[]
  readonly failures: unknown[]
  /** Somebody opens the book; their line is up when this answers. */
  comes(actor: Actor, rights?: Partial<BookRights>, on?: { server: number }): Promise<Participant>
  /** What the store says of somebody's rights from now on; rooms ask it when another server changed something. */
  allow(person: PersonId, rights: BookRights | null): void
  goes(participant: Participant): void
  /** Delivers messages, turns the clock and waits for commits until nothing moves any more. */
  settle(): Promise<void>
}

/** A theme group's evening with one green book of two sections, in memory, on one server or on several. */
export async function anEvening(hands: { log?: RoomLog; at?: number; servers?: number } = {}): Promise<Evening> {
  const log = hands.log ?? new InMemoryBookLog()
  const bus = new HandBus()
  const allowed = new Map<PersonId, BookRights | null>()
  const clock = new HandClock(hands.at)
  const notes: RoomNote[] = []
  const failures: unknown[] = []
  const present = new Map<Participant, BookRoom>()
  if ((await log.read(sportBook.id, { after: 0, limit: 1 })).length === 0)
    await log.append(sportBook.id, 0, sectionsAdded(clock))
  const rooms = await Promise.all(
    Array.from({ length: hands.servers ?? 1 }, (_, server) =>
      BookRoom.open(sportBook.id, {
        log,
        clock,
        bus: hands.servers ? bus.of(server) : null,
        rightsNow: () => Promise.resolve((actor) => allowed.get(actor.person) ?? null),
        noted: (note) => notes.push(note),
        failed: (cause) => failures.push(cause),
      }),
    ),
  )
  const [room] = rooms as [BookRoom]
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3;) {
      let moved = 0
      for (const [person, room] of [...present]) {
        moved += person.outbox.length + person.inbox.length
        person.deliver(room)
        person.read()
      }
      moved += bus.deliver()
      moved += clock.turn(10)
      await new Promise((resolve) => setImmediate(resolve))
      quiet = moved === 0 ? quiet + 1 : 0
    }
  }
  return {
    room,
    rooms,
    bus,
    log,
    clock,
    notes,
    failures,
    settle,
    async comes(actor, rights, { server } = { server: 0 }) {
      const participant = new Participant(actor, rights)
      const entered = rooms[server] ?? room
      if (!allowed.has(actor.person)) allowed.set(actor.person, participant.rights)
      present.set(participant, entered)
      entered.join(participant)
      await settle()
      return participant
    },
    goes(participant) {
      present.get(participant)?.leave(participant)
      present.delete(participant)
    },
    allow(person, rights) {
      allowed.set(person, rights)
    },
  }
}

/** The two sections of the evening's book. */
export const pool: SectionId = sectionId('pool')
export const fields: SectionId = sectionId('fields')

const sectionsAdded = (clock: HandClock): BookEntry[] =>
  Object.entries(headings).map(([name, heading]) => ({
    kind: 'fact',
    person: anActor('chef').person satisfies PersonId,
    at: clock.now(),
    fact: {
      type: 'section:added',
      section: sectionId(name),
      heading,
      slot: null,
      after: name === 'pool' ? null : pool,
    },
  }))
