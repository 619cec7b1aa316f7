import type { Actor, BookId, DialogueId, PersonId, Role, SectionId, ThemeId } from '@witboek/domain'

const sport = 'theme-sport' as ThemeId
export const sportBook = {
  id: 'book-sport' as BookId,
  dialogue: 'dialogue-2011' as DialogueId,
  theme: sport,
  kind: 'green',
} as const

export const sectionId = (name: string): SectionId => `section-${name}` as SectionId

/** Somebody in a seat: `anActor('expert')` writes in Sport. */
export const anActor = (role: Role, name: string = role, theme: ThemeId | null = sport): Actor => ({
  person: `person-${name}` as PersonId,
  name,
  seat: { role, theme },
})
