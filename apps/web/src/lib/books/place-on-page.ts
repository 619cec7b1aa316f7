import type { SectionId } from '@witboek/domain'

/** The section an element belongs to; `null`: it stands elsewhere on the page. */
export const sectionOf = (element: Element): SectionId | null =>
  (element.closest('[data-section]')?.id as SectionId | undefined) ?? null

/** In a toolbar, a menu or a dialog one still works on the section one came from. */
export const stillThere = (element: Element): boolean =>
  element.closest('[role="toolbar"], [role="menu"], [role="dialog"], dialog') !== null
