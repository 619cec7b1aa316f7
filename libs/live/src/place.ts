import type { BookId, MeetingId, PollId } from '@witboek/domain'

/**
 * Where people are seen: in a book, at a meeting, or with the ballot of a poll in front of them. It says which of these it is:
 * pages choose the ids of polls themselves, and that of a poll must never be the place of a book or a meeting.
 */
export type Place = `book:${BookId}` | `meeting:${MeetingId}` | `poll:${PollId}`

export const inBook = (book: BookId): Place => `book:${book}`
export const atMeeting = (meeting: MeetingId): Place => `meeting:${meeting}`
export const atBallot = (poll: PollId): Place => `poll:${poll}`

/** The book that this place is; `null`: it is another kind of place. */
export const bookAt = (place: Place): BookId | null =>
  place.startsWith('book:') ? (place.slice('book:'.length) as BookId) : null
