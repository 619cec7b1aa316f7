import type { SectionId } from '@witboek/domain'
import { uint32 } from 'lib0/random'
import type { Device, KeptEdit } from './device.ts'
import type { OwnEdit } from './outbox.ts'

/**
 * The own edits as the device keeps them until the server has them. Without a device, or with one that is full, writing
 * goes on all the same: then they live as long as the page does.
 */
export class KeptEdits {
  private readonly device: Device | null
  private readonly tab = uint32().toString(36)
  private count = 0
  private kept: Promise<unknown> = Promise.resolve()
  private toForget: string[] = []
  private readonly changed: () => void
  /** Edits that the device was given and has not yet said to have. */
  underWay = 0

  constructor(device: Device | null, changed: () => void) {
    this.device = device
    this.changed = changed
  }

  /** A new own edit, handed to the device at once. */
  keep(section: SectionId, update: Uint8Array): OwnEdit {
    this.count += 1
    const order = Date.now().toString().padStart(15, '0') + this.count.toString().padStart(9, '0')
    const id = `${order}-${this.tab}`
    if (this.device) {
      this.underWay += 1
      const keeping = this.device.keepEdit({ id, section, update })
      this.kept = allDone(this.kept, keeping)
      keeping.then(this.isKept, this.isKept)
    }
    return { id, update }
  }

  private readonly isKept = (): void => {
    this.underWay -= 1
    this.changed()
  }

  /** The server has these, or they are kept as words; what was handed over before is on the device by then. */
  forget(edits: readonly OwnEdit[]): void {
    const { device } = this
    if (!device || edits.length === 0) return
    if (this.toForget.length === 0)
      queueMicrotask(() => {
        const ids = this.toForget
        this.toForget = []
        this.kept = this.kept.then(() => device.forgetEdits(ids)).catch(() => undefined)
      })
    this.toForget.push(...edits.map(({ id }) => id))
  }

  /** What earlier tabs left unsent, by section. */
  async adopt(): Promise<ReadonlyMap<SectionId, readonly KeptEdit[]>> {
    const edits = this.device ? await this.device.adoptEdits().catch(() => []) : []
    return Map.groupBy(edits, ({ section }) => section)
  }
}

const allDone = (before: Promise<unknown>, next: Promise<unknown>): Promise<unknown> =>
  Promise.allSettled([before, next])
