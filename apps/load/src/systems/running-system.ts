import type { WireName } from '../people/wires.ts'
import type { SystemName } from './names.ts'
import type { SystemProcess } from './system-process.ts'

/** Where somebody connects to, and as whom. */
interface Place {
  readonly server: string
  readonly wire: WireName
  readonly room: string
  readonly cookie: string | null
}

/** A system that is up, with room for people. */
export interface RunningSystem {
  readonly name: SystemName
  /** How many books there are to sit in. */
  readonly books: number
  /** Its process; `null` when it was running before and runs elsewhere: then nobody knows what it costs. */
  readonly process: SystemProcess | null
  /** `ws://…` where it is now: a restart gives it another port. */
  server(): string
  /** A place in book number `book`, for somebody who writes there or only reads. */
  place(book: number, as: 'writer' | 'reader'): Promise<Place>
  /** Stopped in good order and started again on the same data; answers after how long (ms) it said that it was ready. */
  restart(): Promise<number>
  stop(): Promise<void>
}
