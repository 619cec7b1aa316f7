import type { Together } from '../ports/index.ts'
import type { Database } from '../tables.ts'
import { SqlAdmissions } from './admissions.ts'
import { SqlBallotBoxes } from './ballot-boxes.ts'
import { SqlBooks } from './books.ts'
import { SqlCalendarKeys } from './calendar-keys.ts'
import { SqlConsents } from './consents.ts'
import { SqlContacts } from './contacts.ts'
import { SqlDialogues } from './dialogues.ts'
import { SqlEventChains } from './event-chains.ts'
import { SqlIdentities } from './identities.ts'
import { SqlInvitations } from './invitations.ts'
import { SqlLogins } from './logins.ts'
import { SqlMeetingLetters } from './meeting-letters.ts'
import { SqlMeetingLog } from './meeting-log.ts'
import { SqlMeetingNotes } from './meeting-notes.ts'
import { SqlMeetings } from './meetings.ts'
import { SqlParkedEdits } from './parked-edits.ts'
import { SqlPasskeys } from './passkeys.ts'
import { SqlPeople } from './people.ts'
import { SqlTickets } from './tickets.ts'
import type { Manners } from './whole.ts'

/** The ports on a database, or on one transaction of it. */
export const portsOn = (db: Database, manners: Manners): Together => ({
  books: new SqlBooks(db),
  dialogues: new SqlDialogues(db),
  people: new SqlPeople(db),
  contacts: new SqlContacts(db, manners.alone),
  identities: new SqlIdentities(db),
  passkeys: new SqlPasskeys(db),
  consents: new SqlConsents(db),
  logins: new SqlLogins(db),
  tickets: new SqlTickets(db),
  invitations: new SqlInvitations(db),
  meetings: new SqlMeetings(db),
  admissions: new SqlAdmissions(db),
  meetingLog: new SqlMeetingLog(db, manners.alone),
  ballotBoxes: new SqlBallotBoxes(db, manners),
  meetingNotes: new SqlMeetingNotes(db),
  calendarKeys: new SqlCalendarKeys(db),
  meetingLetters: new SqlMeetingLetters(db),
  parkedEdits: new SqlParkedEdits(db, manners.alone),
  events: new SqlEventChains(db, manners.alone),
})

/** One transaction: all that is done by its ports, or nothing. What votes in secret leave behind is cleared away after it. */
export async function together<Value>(
  db: Database,
  manners: Manners,
  work: (ports: Together) => Promise<Value>,
): Promise<Value> {
  let sealed = false
  const seal = () => {
    sealed = true
    return Promise.resolve()
  }
  const answer = await db.transaction().execute((trx) => work(portsOn(trx, { ...manners, seal })))
  if (sealed) await manners.seal()
  return answer
}
