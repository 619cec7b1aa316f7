import type { WireName } from './wires.ts'

/** Who comes, where to, and as what. */
export interface PersonPlan {
  /** What they are told to do, they are told by this name. */
  readonly group: string
  /** `ws://…` of the server, without a path. */
  readonly server: string
  readonly wire: WireName
  /** The book, or with other servers the document. */
  readonly room: string
  readonly cookie: string | null
  /** The section in which they write and point, when they do either: counted round the sections there are. */
  readonly section: number
  /** Keeps all it hears, to compare it with what the others have in the end. */
  readonly witness: boolean
}

/** What a group does until it is told to stop. */
export interface Activity {
  readonly group: string
  /** Letters per second and person; 0: they write nothing. */
  readonly lettersPerSecond: number
  /** `per letter`: the caret goes with the text; a number: so many moves per second and person. */
  readonly carets: 'per letter' | number
  /** So many letters in one go, taken out again the next time. */
  readonly paste?: number
  /** Writes the next letter as soon as the one before it is acknowledged, so `lettersPerSecond` only starts it off. */
  readonly whenAcknowledged?: boolean
}

/** A text with a past: the same words for the same numbers. */
export interface HistoryPlan {
  readonly seed: number
  /** Paragraphs of ninety words that are there first. */
  readonly paragraphs: number
  /** Letters that were typed into them one by one, some of them taken out again. */
  readonly operations: number
  readonly writers: number
}
