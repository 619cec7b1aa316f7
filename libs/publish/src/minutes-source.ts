import type { BookId, BookKind, Instant, Meeting, MeetingId, Minutes, PersonId } from '@witboek/domain'

/** The minutes of a meeting, with the names of all that they name by an id. */
export interface MinutesSource {
  readonly municipality: string
  readonly meeting: Pick<Meeting, 'title' | 'place' | 'startsAt'>
  /** `null`: all theme groups together. */
  readonly theme: string | null
  readonly minutes: Minutes
  /** When something in them last changed: the only time of the file. */
  readonly changedAt: Instant
  readonly hash: string
  readonly people: { readonly [person: PersonId]: string }
  readonly books: { readonly [book: BookId]: { readonly kind: BookKind; readonly theme: string } }
  readonly meetings: { readonly [meeting: MeetingId]: { readonly title: string } }
}
