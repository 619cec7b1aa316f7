import type { BallotBoxes } from './ballots.ts'
import type { BookLog, Books, ParkedEdits } from './books.ts'
import type { Dialogues } from './dialogues.ts'
import type { Invitations } from './invitations.ts'
import type { MeetingLetters } from './meeting-letters.ts'
import type { Admissions, CalendarKeys, MeetingLog, MeetingNotes, Meetings } from './meetings.ts'
import type { Consents, Contacts, People } from './people.ts'
import type { EventChains } from './record.ts'
import type { Identities, Logins, Passkeys, Tickets } from './signing-in.ts'
import type { Turns } from './turns.ts'

/** What can be changed together: all of it or nothing. */
export interface Together {
  readonly books: Books
  readonly dialogues: Dialogues
  readonly people: People
  readonly contacts: Contacts
  readonly identities: Identities
  readonly passkeys: Passkeys
  readonly consents: Consents
  readonly logins: Logins
  readonly tickets: Tickets
  readonly invitations: Invitations
  readonly meetings: Meetings
  readonly admissions: Admissions
  readonly meetingLog: MeetingLog
  readonly ballotBoxes: BallotBoxes
  readonly meetingNotes: MeetingNotes
  readonly calendarKeys: CalendarKeys
  readonly meetingLetters: MeetingLetters
  readonly parkedEdits: ParkedEdits
  readonly events: EventChains
}

/** Everything that must survive a restart. */
export interface Store extends Together {
  readonly bookLog: BookLog
  readonly turns: Turns
  /**
   * One transaction: what `work` does by the ports it is handed is durable as a whole when this resolves, and undone when it
   * rejects. For a change and the event that records it. `work` asks nothing else of the store, and waits for nobody.
   */
  together<Value>(work: (ports: Together) => Promise<Value>): Promise<Value>
  /** Everything written is durable; the store cannot be used after it. */
  close(): Promise<void>
}
