import type { BookRights, Instant, Manifest, ParkedId, ParkedPiece, SectionId } from '@witboek/domain'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** What a page knows of its line to one book. Every change brings a new object. */
export interface BookState {
  /**
   * `connecting`: first time; `unreachable`: still the first time, after several tries, so there is nothing to type in yet;
   * `open`; `lost`: trying again, typing goes on; `refused`: the server said no, for good.
   */
  readonly line: 'connecting' | 'unreachable' | 'open' | 'lost' | 'refused'
  /** Why the server refused the line, as a problem code. */
  readonly refusal: string | null
  /** Own changes that the server has not yet acknowledged as durable (I2). 0 means: everything is saved. */
  readonly unsaved: number
  /** Own changes that this device was given and has not yet said to have. */
  readonly unkept: number
  /** When the last of the own changes was acknowledged. */
  readonly savedAt: Instant | null
  /** The shape of the book with its locks, by the server's word. */
  readonly manifest: Manifest
  readonly rights: BookRights
  /** Sections on which a lock is about to fall: nobody types there any more, what was typed is still let in (LOCK-3). */
  readonly closing: readonly SectionId[]
  /** Own words that the server did not accept and that only this device has yet, oldest first (PARK-1). */
  readonly setAside: readonly SetAside[]
  /** How often a section was started anew: when it rises, `section(id)` is another text and wants another editor. */
  readonly renewed: ReadonlyMap<SectionId, number>
  /** How full the sections are, in percent of what one can hold; only those that came near. */
  readonly filled: ReadonlyMap<SectionId, number>
}

/** Own edits that were refused, as words. */
export interface SetAside {
  readonly id: ParkedId
  readonly section: SectionId
  /** Why, as a problem code. */
  readonly code: string
  readonly at: Instant
  /** What was written, by place. Empty when the edits only took something out: that is back in the text. */
  readonly pieces: readonly ParkedPiece[]
}

/** One section's shared text, for one editor. */
export interface SectionLine {
  readonly section: SectionId
  readonly doc: Y.Doc
  /** The root fragment that the editor binds to. */
  readonly text: Y.XmlFragment
  /** Carets of this section. */
  readonly awareness: Awareness
  /** Resolves when the section has been in sync with the server once, and what earlier tabs left unsent is in it. */
  readonly synced: Promise<void>
  /** Own changes of this section that are not yet durable. */
  readonly unsaved: () => number
}

export interface BookLine {
  readonly state: BookState
  /** Svelte's store contract: called at once and after every change; answers the way to stop. */
  subscribe(listener: (state: BookState) => void): () => void
  /** The live text of a section; the same object at every call, until the section is started anew (`state.renewed`). */
  section(id: SectionId): SectionLine
  /** The server has these words now (or the writer threw them away): this device need not keep them. */
  forget(id: ParkedId): void
  /** Puts words back where they stood, as the writer's own new edit. Answers whether the section is open to that. */
  putBack(section: SectionId, pieces: readonly ParkedPiece[]): boolean
  /** Tries again at once when the line is lost: for the browser's own "online" and "visible" events. */
  hurry(): void
  close(): void
}
