import { BookRoom, type RoomLog, type RoomNote } from '@witboek/book'
import { type Actor, type BookEntry, type BookRights, type PersonId, type SectionId } from '@witboek/domain'
import { HandClock } from './hand-clock.ts'
import { InMemoryBookLog } from './in-memory-book-log.ts'
import { Participant } from './participant.ts'
import { anActor, sectionId, sportBook } from './people.ts'

/** Sections the book of the evening has from the start. */
const headings = { pool: 'Zwembad', fields: 'Velden' } as const

export interface Evening {
  readonly room: BookRoom
  readonly log: RoomLog
  readonly clock: HandClock
  readonly notes: RoomNote[]
  readonly failures: unknown[]
  /** Somebody opens the book; their line is up when this answers. */
  comes(actor: Actor, rights?: Partial<BookRights>): Promise<Participant>
  goes(participant: Participant): void
  /** Delivers messages, turns the clock and waits for commits until nothing moves any more. */
  settle(): Promise<void>
}

/** A theme group's evening with one green book of two sections, in memory. */
export async function anEvening(hands: { log?: RoomLog; at?: number } = {}): Promise<Evening> {
  const log = hands.log ?? new InMemoryBookLog()
  const clock = new HandClock(hands.at)
  const notes: RoomNote[] = []
  const failures: unknown[] = []
  const present = new Set<Participant>()
  if ((await log.read(sportBook.id, { after: 0, limit: 1 })).length === 0)
    await log.append(sportBook.id, 0, sectionsAdded(clock))
  const room = await BookRoom.open(sportBook.id, {
    log,
    clock,
    noted: (note) => notes.push(note),
    failed: (cause) => failures.push(cause),
  })
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3;) {
      let moved = 0
      for (const person of [...present]) {
        moved += person.outbox.length + person.inbox.length
        person.deliver(room)
        person.read()
      }
      moved += clock.turn(10)
      await new Promise((resolve) => setImmediate(resolve))
      quiet = moved === 0 ? quiet + 1 : 0
    }
  }
  return {
    room,
    log,
    clock,
    notes,
    failures,
    settle,
    async comes(actor, rights) {
      const participant = new Participant(actor, rights)
      present.add(participant)
      room.join(participant)
      await settle()
      return participant
    },
    goes(participant) {
      present.delete(participant)
      room.leave(participant)
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
