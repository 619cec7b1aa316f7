import type { Clock } from '@witboek/book'

/** It is asked again so long (ms) after it has answered, or has not. */
const every = 2_000
/** An answer that takes longer (ms) is none. */
const patience = 3_000
/** Once can be chance. */
const awayAfter = 2

interface Hands {
  readonly clock: Clock
  /** Any small question that only the store can answer. */
  readonly ask: () => Promise<unknown>
  /** It is away, or there again: told once each time. */
  readonly away: (away: boolean) => void
}

/**
 * Asks a store on another machine whether it is there, and keeps asking: a server whose store is away can serve nobody,
 * and who sends it people should know. One question at a time: a store that hangs is not given more to do.
 */
export class StoreWatch {
  private readonly hands: Hands
  private asking = false
  private failures = 0
  private stopWaiting: () => void

  constructor(hands: Hands) {
    this.hands = hands
    this.stopWaiting = hands.clock.after(every, () => this.look())
  }

  stop(): void {
    this.stopWaiting()
    this.stopWaiting = () => undefined
  }

  private look(): void {
    const { clock, ask } = this.hands
    let open = true
    const hear = (there: boolean): void => {
      if (!open) return
      open = false
      stopPatience()
      this.heard(there)
      this.stopWaiting = clock.after(every, () => this.look())
    }
    const stopPatience = clock.after(patience, () => hear(false))
    this.stopWaiting = () => {
      open = false
      stopPatience()
    }
    // What was asked before is still on its way: that is an answer, too.
    if (this.asking) return hear(false)
    this.asking = true
    ask().then(
      () => {
        this.asking = false
        hear(true)
      },
      () => {
        this.asking = false
        hear(false)
      },
    )
  }

  private heard(there: boolean): void {
    const { away } = this.hands
    if (there) {
      if (this.failures >= awayAfter) away(false)
      this.failures = 0
      return
    }
    this.failures += 1
    if (this.failures === awayAfter) away(true)
  }
}
