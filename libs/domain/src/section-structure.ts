import type { SectionId } from './ids.ts'
import { openSections, sectionIn, type Manifest, type StructureFact } from './book.ts'
import type { BookRights } from './book-rights.ts'
import { ok, refuse, type Result } from './result.ts'

/** A heading longer than this does not fit the table of contents of a phone. */
export const headingMax = 120
/** A book with more sections than this is two books; it also bounds what one page has to keep open. */
export const sectionsMax = 40

/** What a Chef asks of the shape of a book. `after: null` is the first place; an added section brings a fresh id. */
export type StructureCommand =
  | {
      readonly type: 'section:add'
      readonly section: SectionId
      readonly heading: string
      readonly after: SectionId | null
    }
  | { readonly type: 'section:rename'; readonly section: SectionId; readonly heading: string }
  | { readonly type: 'section:move'; readonly section: SectionId; readonly after: SectionId | null }
  | { readonly type: 'section:remove'; readonly section: SectionId }
  | { readonly type: 'section:restore'; readonly section: SectionId }

/**
 * A Chef guards the shape of a book and stays out of its content: no command touches a letter of text (BOOK-4, BOOK-5).
 * Answers the fact to record, or the refusal to explain.
 */
export function changeStructure(
  manifest: Manifest,
  command: StructureCommand,
  rights: BookRights,
): Result<StructureFact> {
  if (!rights.order) return refuse({ code: 'not-for-your-role', role: rights.role })
  switch (command.type) {
    case 'section:add':
      return addSection(manifest, command)
    case 'section:rename':
      return renameSection(manifest, command)
    case 'section:move':
      return moveSection(manifest, command)
    case 'section:remove':
      return removeSection(manifest, command)
    case 'section:restore':
      return restoreSection(manifest, command)
  }
}

type Command<Type extends StructureCommand['type']> = Extract<StructureCommand, { type: Type }>

function addSection(manifest: Manifest, command: Command<'section:add'>): Result<StructureFact> {
  if (openSections(manifest).length >= sectionsMax) return refuse({ code: 'too-many-sections', max: sectionsMax })
  const { section, after } = command
  if (after !== null && !sectionIn(manifest, after)) return refuse({ code: 'section-not-found' })
  return withHeading(command.heading, (heading) => ({ type: 'section:added', section, heading, slot: null, after }))
}

function renameSection(manifest: Manifest, command: Command<'section:rename'>): Result<StructureFact> {
  const found = present(manifest, command.section)
  if (!found.ok) return found
  return withHeading(command.heading, (heading) => ({ type: 'section:renamed', section: command.section, heading }))
}

function moveSection(manifest: Manifest, { section, after }: Command<'section:move'>): Result<StructureFact> {
  const found = present(manifest, section)
  if (!found.ok) return found
  if (after === section || (after !== null && !sectionIn(manifest, after))) return refuse({ code: 'section-not-found' })
  return ok({ type: 'section:moved', section, after })
}

function removeSection(manifest: Manifest, { section }: Command<'section:remove'>): Result<StructureFact> {
  const found = present(manifest, section)
  if (!found.ok) return found
  if (openSections(manifest).length === 1) return refuse({ code: 'last-section' })
  return ok({ type: 'section:removed', section })
}

function restoreSection(manifest: Manifest, { section }: Command<'section:restore'>): Result<StructureFact> {
  const found = sectionIn(manifest, section)
  if (!found) return refuse({ code: 'section-not-found' })
  if (!found.removed) return refuse({ code: 'section-not-removed' })
  if (openSections(manifest).length >= sectionsMax) return refuse({ code: 'too-many-sections', max: sectionsMax })
  return ok({ type: 'section:restored', section })
}

function present(manifest: Manifest, id: SectionId): Result<SectionId> {
  const section = sectionIn(manifest, id)
  if (!section) return refuse({ code: 'section-not-found' })
  return section.removed ? refuse({ code: 'section-removed' }) : ok(id)
}

/** At least one sign that can be seen: a heading of zero-width characters is empty. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

function withHeading(wish: string, fact: (heading: string) => StructureFact): Result<StructureFact> {
  const heading = wish.replaceAll(/\s+/g, ' ').trim()
  if (!visible.test(heading)) return refuse({ code: 'heading-empty' })
  if (heading.length > headingMax) return refuse({ code: 'heading-too-long', max: headingMax })
  return ok(fact(heading))
}
