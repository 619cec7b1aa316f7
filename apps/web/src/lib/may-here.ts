import type { VisitAnswer } from '@witboek/contract'
import type { Act } from '@witboek/domain'

/**
 * May whoever reads this page do this in the dialogue as a whole? To show what can be done; the server, which says so, decides
 * again. Not for acts of one theme.
 */
export const mayHere = (act: Act, visit: VisitAnswer): boolean => visit.may.includes(act)
