import { takingPart } from '../taking-part.ts'

/** For whoever has checked in. */
export const texts = { takingPart }
