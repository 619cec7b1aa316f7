/**
 * One after the other: what is asked under the same key begins when what was asked before has ended, well or badly. For
 * deeds that look first and act then, where a second one in between would act on what is no longer so.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>()

  take<Value>(key: string, act: () => Promise<Value>): Promise<Value> {
    const own = (this.last.get(key) ?? Promise.resolve()).then(act, act)
    this.last.set(key, own)
    const leave = () => {
      if (this.last.get(key) === own) this.last.delete(key)
    }
    own.then(leave, leave)
    return own
  }
}
