import type { BookId, DialogueId, Instant, MeetingId, ParkedId, PersonId, RemarkId, SectionId, ThemeId } from './ids.ts'
import type { Phase } from './phase.ts'

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
  /** Its own lock (vergrendeling); `null` when there is none. The book may be frozen all the same: ask `lockOn`. */
  readonly lock: Lock | null
  /** Beside the text and never in it, oldest first. */
  readonly remarks: readonly EditorialRemark[]
}

/** A remark of a Chef (redactionele opmerking), under the Chef's own name. */
interface EditorialRemark {
  readonly id: RemarkId
  readonly chef: PersonId
  readonly at: Instant
  readonly text: string
}

/** A Chef stops the writing in a section, or in the whole book. It never changes a letter, and never lives in a document. */
export interface Lock {
  readonly chef: PersonId
  readonly since: Instant
  /** In the Chef's own words; empty when none was given. */
  readonly reason: string
  /** When it ends by itself, by the server's clock; `null`: when a Chef ends it. */
  readonly until: Instant | null
}

/** The shape of a book: its sections in reading order. Removed ones keep their place, so that they can come back. */
export interface Manifest {
  readonly sections: readonly Section[]
  /** The whole book is locked (bevroren); `null` when it is not. */
  readonly freeze: Lock | null
}

/**
 * The template of a green book: what is it about and where does the money go; who notices it; what is already settled;
 * what could change; frameworks; open questions. The headings themselves are text and live in `libs/i18n`.
 */
export const greenBookSlots = ['about', 'noticed', 'settled', 'change', 'frameworks', 'questions'] as const
export type GreenBookSlot = (typeof greenBookSlots)[number]

/** What happened to the shape of a book. */
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

/** What happened to its locks. `by: 'time'`: the lock had come to its end. */
export type LockFact =
  | { readonly type: 'section:locked'; readonly sections: readonly SectionId[]; readonly lock: Lock }
  | { readonly type: 'section:unlocked'; readonly sections: readonly SectionId[]; readonly by: 'chef' | 'time' }
  | { readonly type: 'book:frozen'; readonly lock: Lock }
  | { readonly type: 'book:unfrozen'; readonly by: 'chef' | 'time' }

/** What happened to the remarks of its Chefs. */
export type RemarkFact =
  | { readonly type: 'remark:placed'; readonly section: SectionId; readonly remark: EditorialRemark }
  | { readonly type: 'remark:removed'; readonly section: SectionId; readonly remark: RemarkId }

/** Who may write changed: it stands between the edits, so that "before" and "after" mean the same to everyone (I3). */
export type AccessFact =
  | { readonly type: 'seat:ended'; readonly person: PersonId }
  /** A guest writes from now on, or no longer does: the Chef says so. */
  | { readonly type: 'guest:allowed'; readonly person: PersonId; readonly writes: boolean }
  /** A meeting is over, and with it the seats of all its guests. */
  | { readonly type: 'guests:ended'; readonly meeting: MeetingId }
  | DialogueFact

/** What the lead decides for the whole dialogue. */
export type DialogueFact =
  | { readonly type: 'phase:reached'; readonly phase: Phase }
  /** The lead lets Chefs place remarks from now on, or no longer does. */
  | { readonly type: 'remarks:allowed'; readonly allowed: boolean }

/** Words that had been refused came into the text after all; the edit right before it in the sequence holds them. */
interface AdmissionFact {
  readonly type: 'edit:admitted'
  readonly parked: ParkedId
  readonly section: SectionId
  readonly writer: PersonId
}

/** What happened to a book besides edits. The facts, in the order of the book's own sequence, ARE the manifest. */
export type BookFact = StructureFact | LockFact | RemarkFact | AccessFact | AdmissionFact

export const emptyManifest: Manifest = { sections: [], freeze: null }

/** The manifest after one more fact. Facts come from the rules beside this file, so they always fit. */
export function withFact(manifest: Manifest, fact: BookFact): Manifest {
  switch (fact.type) {
    case 'section:added':
      return {
        ...manifest,
        sections: insertAfter(manifest.sections, fact.after, {
          id: fact.section,
          heading: fact.heading,
          slot: fact.slot,
          removed: false,
          lock: null,
          remarks: [],
        }),
      }
    case 'section:moved': {
      const section = sectionIn(manifest, fact.section)
      if (!section) return manifest
      return {
        ...manifest,
        sections: insertAfter(
          manifest.sections.filter((other) => other !== section),
          fact.after,
          section,
        ),
      }
    }
    case 'section:renamed':
      return changed(manifest, [fact.section], { heading: fact.heading })
    case 'section:removed':
      return changed(manifest, [fact.section], { removed: true })
    case 'section:restored':
      return changed(manifest, [fact.section], { removed: false })
    case 'section:locked':
      return changed(manifest, fact.sections, { lock: fact.lock })
    case 'section:unlocked':
      return changed(manifest, fact.sections, { lock: null })
    case 'book:frozen':
      return { ...manifest, freeze: fact.lock }
    case 'book:unfrozen':
      return { ...manifest, freeze: null }
    case 'remark:placed':
      return withRemarks(manifest, fact.section, (remarks) => [...remarks, fact.remark])
    case 'remark:removed':
      return withRemarks(manifest, fact.section, (remarks) => remarks.filter(({ id }) => id !== fact.remark))
    case 'seat:ended':
    case 'guest:allowed':
    case 'guests:ended':
    case 'phase:reached':
    case 'remarks:allowed':
    case 'edit:admitted':
      return manifest
  }
  // Of a later version: while servers are renewed one by one, old and new ones write in the same book.
  return manifest
}

/**
 * Whether rights have to be looked up again after this fact. Of a fact that this version does not know the answer is yes.
 */
export function changesAccess(fact: BookFact): boolean {
  switch (fact.type) {
    case 'section:added':
    case 'section:moved':
    case 'section:renamed':
    case 'section:removed':
    case 'section:restored':
    case 'section:locked':
    case 'section:unlocked':
    case 'book:frozen':
    case 'book:unfrozen':
    case 'remark:placed':
    case 'remark:removed':
    case 'edit:admitted':
      return false
    case 'seat:ended':
    case 'guest:allowed':
    case 'guests:ended':
    case 'phase:reached':
    case 'remarks:allowed':
      return true
  }
  return true
}

export const sectionIn = (manifest: Manifest, id: SectionId): Section | undefined =>
  manifest.sections.find((section) => section.id === id)

/** What stops the writing in a section: the freeze of the whole book, else the section's own lock, else nothing. */
export const lockOn = (manifest: Manifest, id: SectionId): Lock | null =>
  manifest.freeze ?? sectionIn(manifest, id)?.lock ?? null

/** The sections a reader sees, in order. */
export const openSections = (manifest: Manifest): readonly Section[] =>
  manifest.sections.filter((section) => !section.removed)

const changed = (manifest: Manifest, ids: readonly SectionId[], change: Partial<Section>): Manifest => ({
  ...manifest,
  sections: manifest.sections.map((section) => (ids.includes(section.id) ? { ...section, ...change } : section)),
})

const withRemarks = (
  manifest: Manifest,
  id: SectionId,
  change: (remarks: readonly EditorialRemark[]) => readonly EditorialRemark[],
): Manifest => changed(manifest, [id], { remarks: change(sectionIn(manifest, id)?.remarks ?? []) })

/** `after: null` is the first place; an `after` that is gone puts it last. */
function insertAfter(sections: readonly Section[], after: SectionId | null, section: Section): readonly Section[] {
  if (after === null) return [section, ...sections]
  const index = sections.findIndex((other) => other.id === after)
  return index < 0 ? [...sections, section] : sections.toSpliced(index + 1, 0, section)
}
