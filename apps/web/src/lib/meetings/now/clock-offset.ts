import type { Instant } from '@witboek/domain'

/** So many of the last messages count: a clock that is set right meanwhile is believed again soon. */
const remembered = 8

/**
 * How far (ms) the server's clock is ahead of the one here. Every message is on its way for a while, and that makes the
 * server's clock look slower than it is: of the last few, the one that came fastest is nearest to the truth.
 */
export class ClockOffset {
  readonly #heard: number[] = []

  /** `said`: the server's clock when it wrote the message; `here`: the clock here when it came in. */
  hear(said: Instant, here: number): number {
    this.#heard.push(said - here)
    if (this.#heard.length > remembered) this.#heard.shift()
    return Math.max(...this.#heard)
  }
}
