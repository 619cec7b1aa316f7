import type { VisitAnswer } from '@witboek/contract'
import { may, type Act } from '@witboek/domain'

/**
 * May whoever reads this page do this in the dialogue as a whole, by the table of rights? To show what can be done; the
 * server decides. Not for acts of one theme.
 */
export function mayHere(act: Act, { actor, dialogue }: VisitAnswer): boolean {
  const reader = actor && { person: actor.person, name: actor.name, seat: { role: actor.role, theme: null } }
  return may(act, reader, { phase: dialogue?.phase ?? 'preparing' }).ok
}
