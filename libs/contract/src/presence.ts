import { z } from 'zod'
import type { PersonId, Role, SectionId } from '@witboek/domain'
import { BookIdOnWire, SectionIdOnWire } from './ids.ts'

/** `presence:enter` says which book's page is open; `presence:move` which section one is in (`null`: none). */
export const presenceMessages = {
  'presence:enter': z.strictObject({ book: BookIdOnWire }),
  'presence:move': z.strictObject({ section: SectionIdOnWire.nullable() }),
} as const

/** Somebody who has the book open now; a person with two pages is listed once, at the page used last. */
export interface Present {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly section: SectionId | null
}

/** `presence:changed`, to everyone in the book: the whole list, at most once per tick. */
export interface PresenceChanged {
  readonly book: string
  readonly present: readonly Present[]
}
