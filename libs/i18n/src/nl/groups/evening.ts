import { guests } from '../guests.ts'
import { meetings } from '../meetings.ts'
import { video } from '../video.ts'

/** For evenings: leading one, joining one, waiting. */
export const evening = { guests, meetings, video }
