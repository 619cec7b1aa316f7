import type { BookId, BudgetItemId, DialogueId, GreenBookSlot, PersonId, SectionId, ThemeId } from '@witboek/domain'

/** The example's ids say what they stand for, and that they belong to the example. */
export const dialogueId = 'example-dialogue' as DialogueId
export const themeId = (slug: string) => `example-theme-${slug}` as ThemeId
export const budgetItemId = (code: string) => `example-item-${code.toLowerCase()}` as BudgetItemId
export const greenBookId = (slug: string) => `example-book-${slug}-green` as BookId
export const sectionId = (slug: string, slot: GreenBookSlot) => `example-section-${slug}-${slot}` as SectionId

/** "Ömer Kaplan" is `example-person-omer-kaplan`. */
export function personId(name: string): PersonId {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase()
  return `example-person-${plain.replaceAll(/[^a-z]+/g, '-')}` as PersonId
}
