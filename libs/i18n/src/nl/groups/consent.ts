import { consent } from '../consent.ts'

/** For who comes in for the first time, and agrees to what is kept. */
export const texts = { consent }
