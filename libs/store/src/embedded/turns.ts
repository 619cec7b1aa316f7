import { TurnMissed, type Turns } from '../ports/index.ts'

/** Turns within this process: all there is to a store with one server. */
export class EmbeddedTurns implements Turns {
  private readonly last = new Map<string, Promise<unknown>>()
  private readonly patience: number

  /** `patience`: how long a turn is waited for (ms). */
  constructor(patience = 10_000) {
    this.patience = patience
  }

  take<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      let missed = false
      const impatience = setTimeout(() => {
        missed = true
        reject(new TurnMissed(name))
      }, this.patience)
      const turn = async () => {
        clearTimeout(impatience)
        if (missed) return
        try {
          resolve(await work())
        } catch (cause) {
          reject(cause)
        }
      }
      const own = (this.last.get(name) ?? Promise.resolve()).then(turn)
      this.last.set(name, own)
      void own.then(() => {
        if (this.last.get(name) === own) this.last.delete(name)
      })
    })
  }
}
