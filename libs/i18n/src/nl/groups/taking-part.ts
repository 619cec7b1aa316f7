import { takingPart } from '../taking-part.ts'

/** For whoever has checked in. */
export const forTakingPart = { takingPart }
