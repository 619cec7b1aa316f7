import type { BookId, DialogueId, LoginId, PersonId, StructureFact } from '@witboek/domain'
import type { Log } from './log.ts'

/** One function per event that a person on duty may want to read back: ids only. */
export const events = (log: Log) => ({
  started: (address: string, ms: number) => log.info({ address, ms }, 'started'),
  stopped: () => log.info('stopped'),
  exampleSet: (dialogue: DialogueId) => log.info({ dialogue }, 'example set up'),
  seatTaken: (person: PersonId, login: LoginId) => log.info({ person, login }, 'seat taken'),
  seatLeft: (person: PersonId, login: LoginId) => log.info({ person, login }, 'seat left'),
  structureChanged: (book: BookId, person: PersonId, fact: StructureFact['type'], seq: number) =>
    log.info({ book, person, fact, seq }, 'book shaped'),
  editRefused: (book: BookId, person: PersonId, code: string) => log.info({ book, person, code }, 'edit refused'),
  malformed: (book: BookId, person: PersonId) => log.warn({ book, person }, 'malformed bytes on a book line'),
  committed: (book: BookId, entries: number, seq: number) => log.debug({ book, entries, seq }, 'committed'),
  roomGivenUp: (book: BookId, cause: unknown) => log.error({ book, err: cause }, 'room given up'),
  originRefused: (origin: string) => log.warn({ origin }, 'foreign origin refused'),
  slowLineClosed: (book: BookId, person: PersonId) => log.warn({ book, person }, 'line too slow'),
})

export type Events = ReturnType<typeof events>
