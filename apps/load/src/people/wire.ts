/** What somebody heard. One of these is used again for every message: nothing of it is kept. */
export interface Heard {
  kind: 'welcome' | 'step1' | 'step2' | 'update' | 'carets' | 'acknowledged' | 'setAside' | 'other'
  /** The number of the section, from 0. */
  section: number
  /** Where its content stands in the bytes of the message. */
  start: number
  end: number
  /** Of `acknowledged`: up to which message with edits. Of `welcome`: how many sections there are. */
  count: number
}

export const nothingHeard = (): Heard => ({ kind: 'other', section: 0, start: 0, end: 0, count: 0 })

/** How one kind of server is spoken to. What is said in a section – sync and carets – is the same with all of them. */
export interface Wire {
  /** Whether the server answers with what it has: a bare relay has nothing. */
  readonly syncs: boolean
  /** `up to`: an acknowledgement names the last message it stands for; `each`: there is one per message; `none`. */
  readonly acknowledges: 'up to' | 'each' | 'none'
  /** Whether the server begins, with a welcome that tells what sections there are. */
  readonly welcomes: boolean
  /** Where somebody connects to. */
  address(server: string, room: string): string
  /** What is said first on a fresh line, before anything else. */
  greeting(room: string): readonly Uint8Array[]
  /** Puts a section's message into what goes over the line. */
  wrap(room: string, section: number, message: Uint8Array): Uint8Array
  /** Reads a message into `heard`. Of a long one only the beginning may be there. */
  read(bytes: Uint8Array, start: number, end: number, heard: Heard): void
}
