import type { Instant, ParkedId, ParkedPiece, SectionId } from '@witboek/domain'
import { uuidv4 } from 'lib0/random'
import type { SetAside } from './book-state.ts'
import type { Device } from './device.ts'
import type { OwnEdit } from './outbox.ts'

interface Hands {
  readonly device: Device | null
  readonly now: () => Instant
  readonly changed: (words: readonly SetAside[]) => void
}

/** Own words that were refused, until the server has them or the writer throws them away (PARK-1). */
export class WordsShelf {
  private readonly hands: Hands
  private words: readonly SetAside[] = []
  private readonly forgotten = new Set<ParkedId>()

  constructor(hands: Hands) {
    this.hands = hands
    void hands.device?.words().then(
      (kept) => {
        const here = new Set(this.words.map(({ id }) => id))
        const before = kept.filter(({ id }) => !here.has(id) && !this.forgotten.has(id))
        if (before.length > 0) this.change([...before, ...this.words])
      },
      () => undefined,
    )
  }

  /** Keeps words instead of the edits that they were. */
  add(section: SectionId, code: string, pieces: readonly ParkedPiece[], insteadOf: readonly OwnEdit[]): void {
    const words: SetAside = { id: uuidv4() as ParkedId, section, code, at: this.hands.now(), pieces }
    this.change([...this.words, words])
    const edits = insteadOf.map(({ id }) => id)
    this.hands.device?.keepWords(words, edits).catch(() => undefined)
  }

  forget(id: ParkedId): void {
    this.forgotten.add(id)
    if (this.words.some((words) => words.id === id)) this.change(this.words.filter((words) => words.id !== id))
    this.hands.device?.forgetWords(id).catch(() => undefined)
  }

  private change(words: readonly SetAside[]): void {
    this.words = words
    this.hands.changed(words)
  }
}
