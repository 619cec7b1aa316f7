import { access } from '../access.ts'
import { accessibility } from '../accessibility.ts'
import { consent } from '../consent.ts'
import { doors } from '../doors.ts'
import { home } from '../home.ts'
import { outbox } from '../outbox.ts'
import { errorPage, problems } from '../problems.ts'
import { remarks } from '../remarks.ts'
import { roles } from '../roles.ts'
import { seats } from '../seats.ts'
import { setUp } from '../set-up.ts'
import { shell } from '../shell.ts'
import { signIn } from '../sign-in.ts'
import { theme } from '../theme.ts'

/** What every page may say. */
export const common = {
  access,
  accessibility,
  consent,
  doors,
  errorPage,
  home,
  outbox,
  problems,
  remarks,
  roles,
  seats,
  setUp,
  shell,
  signIn,
  theme,
}
