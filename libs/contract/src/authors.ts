import type { PersonId, SectionId } from '@witboek/domain'

/**
 * `GET /api/books/{book}/authors`: who wrote in each section, by the server's record. `clients` says whose each Yjs
 * client id is, to colour the text with; `writers` are in the order of their first word.
 */
export interface AuthorsAnswer {
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
  readonly sections: {
    readonly [section: SectionId]: {
      readonly writers: readonly PersonId[]
      readonly clients: readonly (readonly [client: number, person: PersonId])[]
    }
  }
}
