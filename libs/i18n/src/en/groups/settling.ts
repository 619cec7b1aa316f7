import { settling } from '../settling.ts'

/** For what a Chef does not decide. */
export const texts = { settling }
