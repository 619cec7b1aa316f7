import { guests } from '../guests.ts'
import { meetings } from '../meetings.ts'

/** For evenings: leading one, joining one, waiting. */
export const evening = { guests, meetings }
