import type { Clock } from '../clock.ts'
import type { SectionRoom } from './section-room.ts'

/** Pages compare their copies this often (ms), where something changed (I7). */
const digestEvery = 15_000

interface Hands {
  readonly clock: Clock
  readonly sections: () => readonly SectionRoom[]
  /** Nothing waits to be committed: the documents hold what is durable, and no more. */
  readonly quiet: () => boolean
  readonly send: (section: SectionRoom, digest: string) => void
}

/**
 * Takes the digests of what changed. A digest is only worth something when the document holds exactly what a number in
 * the sequence stands for: when nothing waits, or just as a commit starts. One section at a time, so that nobody waits long.
 */
export class DigestRound {
  private readonly hands: Hands
  private stopWaiting: (() => void) | null = null
  private due = false
  private taken: { readonly section: SectionRoom; readonly digest: string } | null = null

  constructor(hands: Hands) {
    this.hands = hands
  }

  commitStarts(): void {
    if (this.due && !this.taken) this.taken = this.take()
  }

  /** The commit did not happen: what was taken stands for no number in the sequence, and is due again. */
  notStarted(): void {
    if (!this.taken) return
    this.taken.section.digestDue = this.due = true
    this.taken = null
  }

  /** What was taken as the commit started is durable now, and the lines have been sent what led to it. */
  committed(): void {
    if (this.taken) {
      this.hands.send(this.taken.section, this.taken.digest)
      this.taken = null
    }
    this.stopWaiting ??= this.hands.clock.after(digestEvery, () => this.start())
  }

  stop(): void {
    this.stopWaiting?.()
  }

  private start(): void {
    this.stopWaiting = null
    this.due = true
    while (this.hands.quiet()) {
      const taken = this.take()
      if (!taken) return
      this.hands.send(taken.section, taken.digest)
    }
  }

  private take(): DigestRound['taken'] {
    const section = this.hands.sections().find(({ digestDue }) => digestDue)
    this.due = section !== undefined
    if (!section) return null
    section.digestDue = false
    return { section, digest: section.digest() }
  }
}
