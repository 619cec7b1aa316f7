import type { RoomLog } from '@witboek/book'
import type { Chance } from './chance.ts'

/** A log that takes its time, as a database does: others get in between. */
export class SlowLog implements RoomLog {
  private readonly log: RoomLog
  private readonly chance: Chance
  private calls = 0

  constructor(log: RoomLog, chance: Chance) {
    this.log = log
    this.chance = chance
  }

  /** How often it was called since this was asked last. */
  takeCalls(): number {
    const { calls } = this
    this.calls = 0
    return calls
  }

  append(...args: Parameters<RoomLog['append']>): ReturnType<RoomLog['append']> {
    return this.slowly(() => this.log.append(...args))
  }

  read(...args: Parameters<RoomLog['read']>): ReturnType<RoomLog['read']> {
    return this.slowly(() => this.log.read(...args))
  }

  latestSnapshot(...args: Parameters<RoomLog['latestSnapshot']>): ReturnType<RoomLog['latestSnapshot']> {
    return this.slowly(() => this.log.latestSnapshot(...args))
  }

  saveSnapshot(...args: Parameters<RoomLog['saveSnapshot']>): ReturnType<RoomLog['saveSnapshot']> {
    return this.slowly(() => this.log.saveSnapshot(...args))
  }

  facts(...args: Parameters<RoomLog['facts']>): ReturnType<RoomLog['facts']> {
    return this.slowly(() => this.log.facts(...args))
  }

  authors(...args: Parameters<RoomLog['authors']>): ReturnType<RoomLog['authors']> {
    return this.slowly(() => this.log.authors(...args))
  }

  private async slowly<Value>(act: () => Promise<Value>): Promise<Value> {
    this.calls += 1
    await this.turns()
    const value = await act()
    await this.turns()
    return value
  }

  private async turns(): Promise<void> {
    for (let left = this.chance.below(3); left > 0; left--) {
      this.calls += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}
