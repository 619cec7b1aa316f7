/**
 * One after the other, on all servers of this store: what is asked under a name begins when what was asked before under it
 * has ended, well or badly. For deeds that look first and act then, where a second one in between would act on what is no
 * longer so. A server that is cut off loses its turn without knowing: what must never happen twice is a condition of the
 * write besides. Within a turn no other is taken.
 */
export interface Turns {
  /** Answers what `work` answers. Rejects with `TurnMissed`, without calling `work`, when the turn does not come in time. */
  take<Value>(name: string, work: () => Promise<Value>): Promise<Value>
}

/** Others were at it for too long, or cannot be asked. Nothing was done. */
export class TurnMissed extends Error {
  constructor(name: string, cause?: unknown) {
    super(`no turn for ${name} in time`, { cause })
  }
}
