import { meetings } from '../meetings.ts'
import { video } from '../video.ts'

/** For evenings that are planned. */
export const texts = { meetings, video }
