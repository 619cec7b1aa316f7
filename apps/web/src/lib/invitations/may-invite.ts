import type { VisitAnswer } from '@witboek/contract'
import { may, type Theme } from '@witboek/domain'

/**
 * May whoever reads this page see who was invited for this theme, or (`null`) for the dialogue as a whole? To show the way
 * there; the server decides.
 */
export function mayReadInvitations(
  { actor, dialogue }: VisitAnswer,
  theme: Pick<Theme, 'id' | 'slug'> | null,
): boolean {
  if (!actor || !dialogue) return false
  const own = theme !== null && actor.theme?.slug === theme.slug
  const reader = { person: actor.person, name: actor.name, seat: { role: actor.role, theme: own ? theme.id : null } }
  return may('invitation:read', reader, { phase: dialogue.phase, theme: theme?.id ?? null }).ok
}
