import type { Clock } from '@witboek/book'
import type { ErasureHands } from '../features/erasure/forget-person.ts'
import { retentionRound } from './retention-round.ts'

/** So often (ms) every server looks. */
const lookEvery = 60 * 60 * 1000

/** Erases what was kept long enough, when a server starts and every hour after. What goes wrong is tried again then. */
export class RetentionKeeper {
  private readonly hands: ErasureHands
  private readonly clock: Clock
  private stopWaiting: () => void = () => undefined
  private round: Promise<void> = Promise.resolve()

  constructor(hands: Omit<ErasureHands, 'now'>, clock: Clock) {
    this.hands = { ...hands, now: () => clock.now() }
    this.clock = clock
  }

  /** Nobody waits for it. */
  start(): void {
    this.round = this.look()
    this.stopWaiting = this.clock.after(lookEvery, () => this.start())
  }

  /** Resolves when no round is under way. */
  settled(): Promise<void> {
    return this.round
  }

  /** What is under way is finished; before the books close, which may hear of it. */
  async close(): Promise<void> {
    this.stopWaiting()
    await this.settled()
  }

  private async look(): Promise<void> {
    const { events } = this.hands
    await this.round
    try {
      const counts = await retentionRound(this.hands)
      if (Object.values(counts).some((count) => count > 0)) events.retentionDone(counts)
    } catch (cause) {
      events.retentionFailed(cause)
    }
  }
}
