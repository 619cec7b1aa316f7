import { access } from './nl/access.ts'
import { accessibility } from './nl/accessibility.ts'
import { account } from './nl/account.ts'
import { authors } from './nl/authors.ts'
import { book } from './nl/book.ts'
import { consent } from './nl/consent.ts'
import { guests } from './nl/guests.ts'
import { home } from './nl/home.ts'
import { invitations } from './nl/invitations.ts'
import { locks } from './nl/locks.ts'
import { mail } from './nl/mail.ts'
import { meetings } from './nl/meetings.ts'
import { outbox } from './nl/outbox.ts'
import { ownContact } from './nl/own-contact.ts'
import { ownData } from './nl/own-data.ts'
import { parked } from './nl/parked.ts'
import { people } from './nl/people.ts'
import { privacy } from './nl/privacy.ts'
import { errorPage, problems } from './nl/problems.ts'
import { record } from './nl/record.ts'
import { remarks } from './nl/remarks.ts'
import { roles } from './nl/roles.ts'
import { seats } from './nl/seats.ts'
import { setUp } from './nl/set-up.ts'
import { shell } from './nl/shell.ts'
import { signIn } from './nl/sign-in.ts'
import { theme } from './nl/theme.ts'

/** The Dutch texts, in plain language (level B1). The English ones have the same shape: the compiler finds a missing one. */
export const nl = {
  access,
  accessibility,
  account,
  authors,
  book,
  consent,
  errorPage,
  guests,
  home,
  invitations,
  locks,
  mail,
  meetings,
  outbox,
  ownContact,
  ownData,
  parked,
  people,
  privacy,
  problems,
  record,
  remarks,
  roles,
  seats,
  setUp,
  shell,
  signIn,
  theme,
}

export type Texts = typeof nl
