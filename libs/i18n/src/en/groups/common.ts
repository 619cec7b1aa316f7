import { doors } from '../doors.ts'
import { outbox } from '../outbox.ts'
import { errorPage, problems } from '../problems.ts'
import { roles } from '../roles.ts'
import { shell } from '../shell.ts'

/** What every page may say. */
export const common = { doors, errorPage, outbox, problems, roles, shell }
