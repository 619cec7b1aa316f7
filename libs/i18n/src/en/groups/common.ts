import { doors } from '../doors.ts'
import { errorPage, mishaps } from '../mishaps.ts'
import { roles } from '../roles.ts'
import { shell } from '../shell.ts'

/** What every page may say. */
export const texts = { doors, errorPage, mishaps, roles, shell }
