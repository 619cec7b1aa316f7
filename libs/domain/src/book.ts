import type { BookId, DialogueId, SectionId, ThemeId } from './ids.ts'

/** A green book (groenboek: what is going on) or a white book (witboek: what we propose). */
export type BookKind = 'green' | 'white'

export interface Book {
  readonly id: BookId
  readonly dialogue: DialogueId
  readonly theme: ThemeId
  readonly kind: BookKind
}

/** A section (hoofdstuk) in the manifest: its text is a document of its own, kept beside it. */
export interface Section {
  readonly id: SectionId
  readonly heading: string
  /** The template's slot it came from: a hint to the writers about what belongs here. `null` for an added section. */
  readonly slot: GreenBookSlot | null
  readonly removed: boolean
}

/** The shape of a book: its sections in reading order. Removed ones keep their place, so that they can come back. */
export interface Manifest {
  readonly sections: readonly Section[]
}

/**
 * The template of a green book: what is it about and where does the money go; who notices it; what is already settled;
 * what could change; frameworks; open questions. The headings themselves are text and live in `libs/i18n`.
 */
export const greenBookSlots = ['about', 'noticed', 'settled', 'change', 'frameworks', 'questions'] as const
export type GreenBookSlot = (typeof greenBookSlots)[number]

/** What happened to the shape of a book. The facts, in the order of the book's own sequence, ARE the manifest. */
export type StructureFact =
  | {
      readonly type: 'section:added'
      readonly section: SectionId
      readonly heading: string
      readonly slot: GreenBookSlot | null
      readonly after: SectionId | null
    }
  | { readonly type: 'section:renamed'; readonly section: SectionId; readonly heading: string }
  | { readonly type: 'section:moved'; readonly section: SectionId; readonly after: SectionId | null }
  | { readonly type: 'section:removed'; readonly section: SectionId }
  | { readonly type: 'section:restored'; readonly section: SectionId }

export const emptyManifest: Manifest = { sections: [] }

/** The manifest after one more fact. Facts come from `section-structure.ts`, so they always fit. */
export function withFact(manifest: Manifest, fact: StructureFact): Manifest {
  switch (fact.type) {
    case 'section:added':
      return {
        sections: insertAfter(manifest.sections, fact.after, {
          id: fact.section,
          heading: fact.heading,
          slot: fact.slot,
          removed: false,
        }),
      }
    case 'section:moved': {
      const section = sectionIn(manifest, fact.section)
      if (!section) return manifest
      return {
        sections: insertAfter(
          manifest.sections.filter((other) => other !== section),
          fact.after,
          section,
        ),
      }
    }
    case 'section:renamed':
      return changed(manifest, fact.section, { heading: fact.heading })
    case 'section:removed':
      return changed(manifest, fact.section, { removed: true })
    case 'section:restored':
      return changed(manifest, fact.section, { removed: false })
  }
}

export const sectionIn = (manifest: Manifest, id: SectionId): Section | undefined =>
  manifest.sections.find((section) => section.id === id)

/** The sections a reader sees, in order. */
export const openSections = (manifest: Manifest): readonly Section[] =>
  manifest.sections.filter((section) => !section.removed)

const changed = (manifest: Manifest, id: SectionId, change: Partial<Section>): Manifest => ({
  sections: manifest.sections.map((section) => (section.id === id ? { ...section, ...change } : section)),
})

/** `after: null` is the first place; an `after` that is gone puts it last. */
function insertAfter(sections: readonly Section[], after: SectionId | null, section: Section): readonly Section[] {
  if (after === null) return [section, ...sections]
  const index = sections.findIndex((other) => other.id === after)
  return index < 0 ? [...sections, section] : sections.toSpliced(index + 1, 0, section)
}
