import type { Dialogue, Frame, Instant } from '@witboek/domain'

/** The frame of each dialogue: themes, budget items, frameworks, and its phase. */
export interface Dialogues {
  /** The dialogue this installation is about; the newest when there are more. `null` on an empty installation. */
  current(): Promise<Frame | null>
  /** The same dialogue without its frame: what every door asks for. */
  currentDialogue(): Promise<Dialogue | null>
  /** Writes the whole frame at once; an existing dialogue with this id is replaced. */
  save(frame: Frame, createdAt: Instant): Promise<void>
  /**
   * What the lead decides on the way; the rest of the frame stays as it is. Answers `false`, and changes nothing, when it
   * is no longer as in `from`: somebody else was first.
   */
  change(from: Decided, to: Omit<Decided, 'id'>): Promise<boolean>
}

/** The part of a dialogue that the lead decides about on the way. */
export type Decided = Pick<Dialogue, 'id' | 'phase' | 'editorialRemarks'>
