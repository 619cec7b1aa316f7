import type { RecordCheck } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Events } from '../../events.ts'
import { verifyRecord, type RecordVerdict } from '../../record/verify.ts'

/** So long (ms) a check is good for whoever asks next. */
const goodFor = 60_000

interface Hands {
  readonly store: Store
  readonly events: Events
  readonly now: () => Instant
}

/**
 * Checks the record for whoever asks. It reads everything there is, so one check at a time is made on a server, and whoever
 * asks meanwhile, or soon after it, gets the same answer.
 */
export class RecordChecks {
  private readonly hands: Hands
  private last: { readonly at: Instant; readonly verdict: RecordVerdict } | null = null
  private running: Promise<void> | null = null

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** What the last check found about a chain; `null` when there was none. */
  latest(chain: string): RecordCheck | null {
    if (!this.last) return null
    const found = this.last.verdict.chains.find((other) => other.chain === chain)
    const { events, fault, waiting } = found ?? { events: 0, fault: null, waiting: 0 }
    return { at: this.last.at, events, fault, waiting }
  }

  async check(chain: string): Promise<RecordCheck | null> {
    const old = !this.last || this.hands.now() - this.last.at >= goodFor
    if (old || this.running) await (this.running ??= this.run().finally(() => (this.running = null)))
    return this.latest(chain)
  }

  private async run(): Promise<void> {
    const { store, events, now } = this.hands
    const verdict = await verifyRecord(store)
    for (const { chain, fault } of verdict.chains) if (fault) events.recordNotRight(chain, fault)
    this.last = { at: now(), verdict }
  }
}
