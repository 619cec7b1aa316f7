import { companion } from '../companion.ts'

/** For an evening on one's own phone. */
export const forCompanion = { companion }
