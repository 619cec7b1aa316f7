import { voting } from '../voting.ts'

/** For polls and what they came to. */
export const texts = { voting }
