import type { BookId, BookKind, Instant, Meeting, MeetingId, Minutes, Parity, PersonId } from '@witboek/domain'

/** `GET /api/meetings/{meeting}/minutes`, which rises with everything that happens to the meeting. */
export interface MinutesAnswer {
  readonly meeting: Pick<Meeting, 'id' | 'kind' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'state'>
  readonly theme: { readonly slug: string; readonly name: string } | null
  readonly minutes: Minutes
  /** The number of the last fact that is in it: an older answer that arrives late is passed over. */
  readonly head: number
  /** Of what the minutes say, in hexadecimals (MINUTES-5). */
  readonly hash: string
  /** The names of everybody in them. */
  readonly people: { readonly [person: PersonId]: string }
  readonly books: { readonly [book: BookId]: { readonly kind: BookKind; readonly theme: string } }
  /** Those to which something was put off, and the one at which the minutes were confirmed. */
  readonly meetings: { readonly [meeting: MeetingId]: { readonly title: string; readonly startsAt: Instant } }
  /** Whoever asks may add to them, and say that they are complete. */
  readonly writes: boolean
  /** Later meetings of the group that run now: at one of these the group can confirm them. */
  readonly confirmAt: readonly { readonly id: MeetingId; readonly title: string }[]
}

/** `GET /api/meetings/{meeting}/parity`, for whoever may read the minutes. */
export interface ParityAnswer {
  readonly parity: Parity
  /** Of meetings that are going on this is how it is so far. */
  readonly over: boolean
}

export const minutesFileForms = ['pdf', 'odt'] as const
export type MinutesFileForm = (typeof minutesFileForms)[number]

const pathOf = (meeting: MeetingId): string => `/api/meetings/${encodeURIComponent(meeting)}`

export const minutesPath = (meeting: MeetingId): string => `${pathOf(meeting)}/minutes`
export const parityPath = (meeting: MeetingId): string => `${pathOf(meeting)}/parity`
/** In the language of the reader. */
export const minutesFilePath = (meeting: MeetingId, form: MinutesFileForm, language: 'nl' | 'en'): string =>
  `${pathOf(meeting)}/minutes.${form}?language=${language}`
