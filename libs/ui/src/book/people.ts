import type { PersonId, Role, SectionId } from '@witboek/domain'

/** Somebody who has the book open, for the lists on the page. */
export interface PersonHere {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly section: SectionId | null
}

/** A section in the table of contents. */
export interface ContentsEntry {
  readonly id: SectionId
  readonly heading: string
  readonly place: number
  readonly people: readonly PersonHere[]
  /** Nobody can write there now. */
  readonly locked: boolean
}
