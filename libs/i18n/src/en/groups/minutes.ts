import { minutes } from '../minutes.ts'

/** For the minutes of an evening. */
export const forMinutes = { minutes }
