import { guests } from '../guests.ts'

/** For joining an evening with a code, and waiting for it. */
export const texts = { guests }
