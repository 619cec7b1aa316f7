import { Times } from './times.ts'

/** One section as somebody has it open. */
export class SectionSeen {
  synced = false
  /** All that was heard and written here, for a witness. */
  readonly kept: Uint8Array[] | null
  /** Messages with edits, counted as the server counts them. */
  sent = 0
  acknowledged = 0
  private readonly times = new Times()

  constructor(witness: boolean) {
    this.kept = witness ? [] : null
  }

  /** One more message with edits; `at` 0: it is no letter, and nobody waits for it. */
  wrote(at: number): void {
    this.sent += 1
    if (at > 0) this.times.set(this.sent, at)
  }

  sentWhen(number: number): number | undefined {
    return this.times.get(number)
  }
}
