import { access } from './en/access.ts'
import { accessibility } from './en/accessibility.ts'
import { account } from './en/account.ts'
import { authors } from './en/authors.ts'
import { book } from './en/book.ts'
import { consent } from './en/consent.ts'
import { guests } from './en/guests.ts'
import { home } from './en/home.ts'
import { invitations } from './en/invitations.ts'
import { locks } from './en/locks.ts'
import { mail } from './en/mail.ts'
import { meetings } from './en/meetings.ts'
import { outbox } from './en/outbox.ts'
import { ownContact } from './en/own-contact.ts'
import { ownData } from './en/own-data.ts'
import { parked } from './en/parked.ts'
import { people } from './en/people.ts'
import { privacy } from './en/privacy.ts'
import { errorPage, problems } from './en/problems.ts'
import { record } from './en/record.ts'
import { remarks } from './en/remarks.ts'
import { roles } from './en/roles.ts'
import { seats } from './en/seats.ts'
import { setUp } from './en/set-up.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'
import { theme } from './en/theme.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
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
