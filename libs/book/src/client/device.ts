import type { ParkedId, SectionId } from '@witboek/domain'
import type { SetAside } from './book-state.ts'

/** An own edit that the server has not acknowledged yet. */
export interface KeptEdit {
  /** Of this device; sorts in the order of writing. */
  readonly id: string
  readonly section: SectionId
  readonly update: Uint8Array
}

/**
 * What the writer's own device keeps for one person in one book, also when the tab is closed or the browser dies
 * (IndexedDB in a browser). Losing it loses unsent words, and nothing else. A method that rejects means: this device
 * cannot keep things (full, private window); writing goes on without it. What is asked happens in the order of asking.
 */
export interface Device {
  keepEdit(edit: KeptEdit): Promise<void>
  forgetEdits(ids: readonly string[]): Promise<void>
  /** Takes over the edits that tabs which are gone left behind, oldest first: no other tab gets them. */
  adoptEdits(): Promise<readonly KeptEdit[]>
  /** Keeps the words and forgets the edits that they were, both or neither: a tab may be gone between the two. */
  keepWords(words: SetAside, insteadOf: readonly string[]): Promise<void>
  forgetWords(id: ParkedId): Promise<void>
  /** All refused words kept here, oldest first. */
  words(): Promise<readonly SetAside[]>
}
