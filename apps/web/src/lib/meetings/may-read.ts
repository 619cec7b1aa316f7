import type { VisitAnswer } from '@witboek/contract'
import { may, type Theme } from '@witboek/domain'

/** May whoever reads this page know of the meetings of a theme? To show the way there; the server decides. */
export function mayReadMeetings({ actor, dialogue }: VisitAnswer, { id, slug }: Pick<Theme, 'id' | 'slug'>): boolean {
  if (!actor || !dialogue) return false
  const theme = actor.theme?.slug === slug ? id : null
  const reader = { person: actor.person, name: actor.name, seat: { role: actor.role, theme } }
  return may('meeting:read', reader, { phase: dialogue.phase, theme: id }).ok
}

/** May they know of any meeting: of all themes together, or of the theme they sit in? */
export function mayReadSomeMeetings(visit: VisitAnswer): boolean {
  const { actor, dialogue } = visit
  if (!actor || !dialogue) return false
  // Of which theme group does not matter here, only that it is their own.
  const theme = actor.theme ? ('own' as Theme['id']) : null
  const reader = { person: actor.person, name: actor.name, seat: { role: actor.role, theme } }
  return [null, theme].some((of) => may('meeting:read', reader, { phase: dialogue.phase, theme: of }).ok)
}
