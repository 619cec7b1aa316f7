import type { VisitAnswer } from '@witboek/contract'
import { may, type Theme } from '@witboek/domain'

/** May whoever reads this page know of the meetings of a theme? To show the way there; the server decides. */
export function mayReadMeetings({ actor, dialogue }: VisitAnswer, { id, slug }: Pick<Theme, 'id' | 'slug'>): boolean {
  if (!actor || !dialogue) return false
  const theme = actor.theme?.slug === slug ? id : null
  const reader = { person: actor.person, name: actor.name, seat: { role: actor.role, theme } }
  return may('meeting:read', reader, { phase: dialogue.phase, theme: id }).ok
}
