import type { RoomNote } from '@witboek/book'
import type { RecordFault } from '@witboek/contract'
import type {
  BookId,
  DialogueFact,
  DialogueId,
  GuestCommand,
  InvitationAct,
  InvitationId,
  LockCommand,
  LoginId,
  MeetingId,
  MeetingLetterKind,
  ParkedCommand,
  ParkedId,
  PersonId,
  PollId,
  RemarkCommand,
  RetentionCounts,
  Seat,
  ThemeId,
} from '@witboek/domain'
import type { LoginProof } from '@witboek/store'
import type { Log } from './log.ts'
import type { MailId, MailOutcome } from './mail/mail.ts'
import type { Metrics } from './watch/metrics.ts'

/** One function per event that a person on duty may want to read back or count: ids only. */
export const events = (log: Log, metrics: Metrics) => {
  const malformed = (book: BookId, person: PersonId, why: string): void => {
    metrics.malformed.inc()
    log.warn({ book, person, why }, 'malformed bytes on a book line')
  }
  return {
    malformed,
    started: (address: string, ms: number) => log.info({ address, ms }, 'started'),
    draining: (ms: number) => log.info({ ms }, 'draining'),
    noSecurityContact: () => log.warn('no SECURITY_CONTACT: who finds a weakness cannot read whom to tell'),
    stopped: () => log.info('stopped'),
    redisLost(cause: Error) {
      metrics.redisAnswers.set(0)
      log.error({ why: cause.message }, 'Redis is away: servers do not hear each other')
    },
    redisBack() {
      metrics.redisAnswers.set(1)
      log.info('Redis is back: servers hear each other')
    },
    storeAway: (away: boolean) => (away ? log.error('the store does not answer') : log.info('the store answers again')),
    newerTables: (migrations: readonly string[]) => log.warn({ migrations }, 'the tables are of a newer version'),
    databaseLineLost: (cause: Error) => log.warn({ why: cause.message }, 'a connection to the database broke'),
    exampleSet: (dialogue: DialogueId) => log.info({ dialogue }, 'example set up'),
    signedIn(person: PersonId, login: LoginId, how: LoginProof) {
      metrics.logins.inc({ how })
      log.info({ person, login, how }, 'signed in')
    },
    linkMade: (person: PersonId) => log.info({ person }, 'link to sign in made'),
    identityAdded: (person: PersonId) => log.info({ person }, 'identity of the issuer added'),
    issuerFailed(why: string) {
      // That somebody turned back, or is not known here, is the story of an evening.
      const isStory = why === 'nobody here' || why === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR'
      log[isStory ? 'info' : 'warn']({ why }, 'the issuer vouched for nobody')
    },
    seatLeft: (person: PersonId, login: LoginId) => log.info({ person, login }, 'seat left'),
    seatEnded: (person: PersonId, theme: ThemeId | null, by: PersonId) => log.info({ person, theme, by }, 'seat ended'),
    seatGiven: (person: PersonId, { role, theme }: Pick<Seat, 'role' | 'theme'>, by: PersonId) =>
      log.info({ person, role, theme, by }, 'seat given'),
    personAdded: (person: PersonId, by: PersonId) => log.info({ person, by }, 'person added'),
    personRemoved: (person: PersonId, by: PersonId) => log.info({ person, by }, 'person removed'),
    dialogueSetUp: (dialogue: DialogueId, by: PersonId) => log.info({ dialogue, by }, 'dialogue set up'),
    dialogueChanged: (dialogue: DialogueId, fact: DialogueFact['type'], by: PersonId) =>
      log.info({ dialogue, fact, by }, 'dialogue changed'),
    pdfNotMade: (code: string) => log.error({ code }, 'a PDF could not be made'),
    ownDataTaken: (person: PersonId, form: string) => log.info({ person, form }, 'own data taken out'),
    personErased: (person: PersonId, by: PersonId) => log.info({ person, by }, 'person erased'),
    retentionDone: (counts: RetentionCounts) => log.info(counts, 'what was kept long enough is gone'),
    retentionFailed: (cause: unknown) => log.error({ err: cause }, 'what was kept long enough could not be erased'),
    structureChanged: (book: BookId, person: PersonId, fact: string, seq: number) =>
      log.info({ book, person, fact, seq }, 'book shaped'),
    locksChanged: (book: BookId, person: PersonId, command: LockCommand['type'], seq: number) =>
      log.info({ book, person, command, seq }, 'locks changed'),
    remarksChanged: (book: BookId, person: PersonId, command: RemarkCommand['type'], seq: number) =>
      log.info({ book, person, command, seq }, 'remarks changed'),
    editParked(book: BookId, person: PersonId, parked: ParkedId, code: string) {
      metrics.editsParked.inc({ code })
      log.info({ book, person, parked, code }, 'words set aside')
    },
    parkedChanged: (book: BookId, person: PersonId, parked: ParkedId, command: ParkedCommand) =>
      log.info({ book, person, parked, command }, 'words set aside: decided'),
    /** To be kept elsewhere: it proves later that nobody wrote the record anew. */
    recordHead: (chain: string, seq: number, hash: string) => log.info({ chain, seq, hash }, 'head of the record'),
    recordHeadUnknown: (cause: unknown) => log.warn({ err: cause }, 'the head of the record could not be read'),
    recordBehind: (book: BookId, cause: unknown) => log.error({ book, err: cause }, 'the record is behind'),
    recordCaughtUp: (book: BookId) => log.info({ book }, 'the record has caught up'),
    recordNotRight: (chain: string, fault: RecordFault) => log.error({ chain, ...fault }, 'the record is not right'),
    recordTakenOut: (person: PersonId, chain: string, form: string) =>
      log.info({ person, chain, form }, 'record taken out'),
    mailed(mail: MailId, outcome: MailOutcome, cause?: string) {
      metrics.mails.inc({ outcome: outcome.ok ? 'sent' : outcome.why })
      if (outcome.ok) return log.info({ mail }, 'mail sent')
      const { why, code } = outcome
      return why === 'refused'
        ? log.info({ mail, code, cause }, 'mail refused: nobody takes mail there')
        : log.warn({ mail, code, cause }, 'mail not sent: it has to be tried again')
    },
    invited: (dialogue: DialogueId, count: number, by: PersonId) => log.info({ dialogue, count, by }, 'people invited'),
    invitationSent: (invitation: InvitationId) => log.info({ invitation }, 'invitation sent'),
    invitationBounced: (invitation: InvitationId) => log.info({ invitation }, 'invitation bounced'),
    invitationChanged: (invitation: InvitationId, act: InvitationAct, by: PersonId) =>
      log.info({ invitation, act, by }, 'invitation changed'),
    invitationAnswered: (invitation: InvitationId, answer: 'accepted' | 'declined') =>
      log.info({ invitation, answer }, 'invitation answered'),
    toldOfMeeting: (meeting: MeetingId, kind: MeetingLetterKind, arrives: boolean) =>
      log.info({ meeting, kind, arrives }, 'told of a meeting by mail'),
    meetingChanged: (meeting: MeetingId, command: string, by: PersonId | null) =>
      log.info({ meeting, command, by }, 'meeting changed'),
    actedInMeeting: (meeting: MeetingId, command: string) => log.debug({ meeting, command }, 'acted in meeting'),
    pollChanged: (meeting: MeetingId, poll: PollId, command: string, by: PersonId | null) =>
      log.info({ meeting, poll, command, by }, 'poll changed'),
    rollRead: (meeting: MeetingId, poll: PollId, by: PersonId) =>
      log.info({ meeting, poll, by }, 'roll of a secret poll read'),
    /** Of all ballots alike: nothing here tells whose it was, or in which poll. */
    ballotTaken: (ms: number) => metrics.ballotSeconds.observe(ms / 1000),
    tallyDiffered(meeting: MeetingId, poll: PollId) {
      metrics.talliesDiffered.inc()
      log.error({ meeting, poll }, 'a running tally was not what the ballots say; the ballots were published')
    },
    guestAsked: (meeting: MeetingId, person: PersonId) => log.info({ meeting, person }, 'guest asked to join'),
    guestsChanged: (meeting: MeetingId, command: GuestCommand['type'], count: number, by: PersonId) =>
      log.info({ meeting, command, count, by }, 'guests changed'),
    guestConfirmed: (guest: PersonId, person: PersonId) => log.info({ guest, person }, 'guest confirmed an address'),
    roomGivenUp(book: BookId, cause: unknown) {
      metrics.roomsGivenUp.inc()
      log.error({ book, err: cause }, 'room given up')
    },
    originRefused(origin: string | undefined) {
      metrics.originsRefused.inc()
      // What is no origin may be anything, a name included.
      log.warn({ origin: origin && URL.canParse(origin) ? new URL(origin).origin : 'none' }, 'foreign origin refused')
    },
    tooManyLines(person: PersonId) {
      metrics.linesRefused.inc({ why: 'too-many' })
      log.warn({ person }, 'too many lines of one account')
    },
    lineTooFast(book: BookId, person: PersonId) {
      metrics.linesRefused.inc({ why: 'too-fast' })
      log.warn({ book, person }, 'line ended: more than could be read')
    },
    roomNoted(note: RoomNote) {
      const { what, book } = note
      switch (what) {
        case 'refused':
          metrics.editsRefused.inc({ code: note.code })
          return log.info(
            { book, section: note.section, person: note.person, code: note.code, why: note.why },
            'edit refused',
          )
        case 'malformed':
          return malformed(book, note.person, note.why)
        case 'committed':
          metrics.entriesCommitted.inc(note.entries)
          return log.debug({ book, entries: note.entries, seq: note.seq }, 'committed')
        case 'acknowledged':
          return metrics.acknowledgementSeconds.observe(note.ms / 1000)
        case 'differs':
          metrics.divergence.inc()
          return log.error({ book, section: note.section, person: note.person }, 'a copy differs')
        case 'slow':
          metrics.slowLines.inc({ step: note.step })
          return log.warn({ book, person: note.person, step: note.step }, 'slow line')
      }
    },
  }
}

export type Events = ReturnType<typeof events>
