import type { RoomNote } from '@witboek/book'
import type {
  BookId,
  DialogueFact,
  DialogueId,
  LockCommand,
  LoginId,
  ParkedCommand,
  ParkedId,
  PersonId,
  RemarkCommand,
  ThemeId,
} from '@witboek/domain'
import type { Counted, Counters } from './counters.ts'
import type { Log } from './log.ts'

/** One function per event that a person on duty may want to read back or count: ids only. */
export const events = (log: Log, counters: Counters) => {
  const count = (what: Counted) => counters.raise(what)
  const malformed = (book: BookId, person: PersonId, why: string): void => {
    count('malformed')
    log.warn({ book, person, why }, 'malformed bytes on a book line')
  }
  return {
    malformed,
    started: (address: string, ms: number) => log.info({ address, ms }, 'started'),
    draining: (ms: number) => log.info({ ms }, 'draining'),
    stopped: () => log.info('stopped'),
    exampleSet: (dialogue: DialogueId) => log.info({ dialogue }, 'example set up'),
    seatTaken: (person: PersonId, login: LoginId) => log.info({ person, login }, 'seat taken'),
    seatLeft: (person: PersonId, login: LoginId) => log.info({ person, login }, 'seat left'),
    seatEnded: (person: PersonId, theme: ThemeId, by: PersonId) => log.info({ person, theme, by }, 'seat ended'),
    dialogueChanged: (dialogue: DialogueId, fact: DialogueFact['type'], by: PersonId) =>
      log.info({ dialogue, fact, by }, 'dialogue changed'),
    structureChanged: (book: BookId, person: PersonId, fact: string, seq: number) =>
      log.info({ book, person, fact, seq }, 'book shaped'),
    locksChanged: (book: BookId, person: PersonId, command: LockCommand['type'], seq: number) =>
      log.info({ book, person, command, seq }, 'locks changed'),
    remarksChanged: (book: BookId, person: PersonId, command: RemarkCommand['type'], seq: number) =>
      log.info({ book, person, command, seq }, 'remarks changed'),
    editParked(book: BookId, person: PersonId, parked: ParkedId, code: string) {
      count('edits-parked')
      log.info({ book, person, parked, code }, 'words set aside')
    },
    parkedChanged: (book: BookId, person: PersonId, parked: ParkedId, command: ParkedCommand) =>
      log.info({ book, person, parked, command }, 'words set aside: decided'),
    roomGivenUp(book: BookId, cause: unknown) {
      count('rooms-given-up')
      log.error({ book, err: cause }, 'room given up')
    },
    originRefused(origin: string) {
      count('origins-refused')
      log.warn({ origin }, 'foreign origin refused')
    },
    tooManyLines(person: PersonId) {
      count('lines-refused')
      log.warn({ person }, 'too many lines of one account')
    },
    lineTooFast(book: BookId, person: PersonId) {
      count('lines-refused')
      log.warn({ book, person }, 'line ended: more than could be read')
    },
    roomNoted(note: RoomNote) {
      const { what, book } = note
      switch (what) {
        case 'refused':
          count('edits-refused')
          return log.info(
            { book, section: note.section, person: note.person, code: note.code, why: note.why },
            'edit refused',
          )
        case 'malformed':
          return malformed(book, note.person, note.why)
        case 'committed':
          return log.debug({ book, entries: note.entries, seq: note.seq }, 'committed')
        case 'differs':
          count('divergence')
          return log.error({ book, section: note.section, person: note.person }, 'a copy differs')
        case 'slow':
          count('slow-lines')
          return log.warn({ book, person: note.person, step: note.step }, 'slow line')
      }
    },
  }
}

export type Events = ReturnType<typeof events>
