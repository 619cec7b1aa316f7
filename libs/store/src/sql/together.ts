import type { Together } from '../ports.ts'
import type { Database } from '../tables.ts'
import { SqlAdmissions } from './admissions.ts'
import { SqlBooks } from './books.ts'
import { SqlConsents } from './consents.ts'
import { SqlContacts } from './contacts.ts'
import { SqlDialogues } from './dialogues.ts'
import { SqlEventChains } from './event-chains.ts'
import { SqlIdentities } from './identities.ts'
import { SqlInvitations } from './invitations.ts'
import { SqlLogins } from './logins.ts'
import { SqlMeetings } from './meetings.ts'
import { SqlParkedEdits } from './parked-edits.ts'
import { SqlPasskeys } from './passkeys.ts'
import { SqlPeople } from './people.ts'
import { SqlTickets } from './tickets.ts'
import type { Alone } from './whole.ts'

/** The ports on a database, or on one transaction of it. */
export const portsOn = (db: Database, alone: Alone): Together => ({
  books: new SqlBooks(db),
  dialogues: new SqlDialogues(db),
  people: new SqlPeople(db),
  contacts: new SqlContacts(db, alone),
  identities: new SqlIdentities(db),
  passkeys: new SqlPasskeys(db),
  consents: new SqlConsents(db),
  logins: new SqlLogins(db),
  tickets: new SqlTickets(db),
  invitations: new SqlInvitations(db),
  meetings: new SqlMeetings(db),
  admissions: new SqlAdmissions(db),
  parkedEdits: new SqlParkedEdits(db, alone),
  events: new SqlEventChains(db, alone),
})
