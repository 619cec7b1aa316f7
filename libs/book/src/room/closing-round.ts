import type { Clock } from '../clock.ts'

/** How long pages get to send their last words before a lock falls (ms). */
export const flushTime = 2_000

interface Round<Line> {
  readonly waiting: Set<Line>
  readonly end: () => void
}

/**
 * The first step of a lock (LOCK-3): pages have been told to go read-only, and each says when all it had is on the line.
 * A round is over when all have, or have gone, or the time is up.
 */
export class ClosingRounds<Line> {
  private readonly clock: Clock
  private readonly rounds = new Map<number, Round<Line>>()
  private last = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Starts a round for these lines; `number` is what they are to answer with. */
  start(lines: Iterable<Line>): { readonly number: number; readonly over: Promise<unknown> } {
    const number = ++this.last
    const { promise: over, resolve } = Promise.withResolvers<undefined>()
    const stop = this.clock.after(flushTime, () => round.end())
    const round: Round<Line> = {
      waiting: new Set(lines),
      end: () => {
        stop()
        this.rounds.delete(number)
        resolve(undefined)
      },
    }
    this.rounds.set(number, round)
    if (round.waiting.size === 0) round.end()
    return { number, over }
  }

  /** This page has nothing left for that round. */
  flushed(number: number, line: Line): void {
    const round = this.rounds.get(number)
    if (round?.waiting.delete(line) && round.waiting.size === 0) round.end()
  }

  /** This line is gone: nobody waits for it. */
  leave(line: Line): void {
    for (const number of [...this.rounds.keys()]) this.flushed(number, line)
  }

  /** Nobody waits any more. */
  stop(): void {
    for (const round of [...this.rounds.values()]) round.end()
  }
}
