import type { LoopDelay } from './loop-delay.ts'

/** How the generator itself was doing while it measured. */
export interface GeneratorHealth {
  /** Percent of one core, of the busiest of the processes. */
  readonly cpu: number
  readonly loop: LoopDelay
  /** How late (ms) a key was pressed, against its plan: 99 of 100 were earlier. */
  readonly lateP99: number
  /** The longest of the times that were measured by 99 of 100 (ms); `null` when none was. */
  readonly measuredP99: number | null
}

/** From this share of a core on, what waits in the generator is measured as if it waited in the server. */
const cpuMost = 90
/** Below this (ms) nobody cares whose delay it was. */
const delayAtLeast = 10

/**
 * Why a figure may say more about the generator than about the server; `null` when it does not. A figure that was taken
 * with a limping ruler is worse than none: it is shown, with this beside it.
 */
export function generatorLimit({ cpu, loop, lateP99, measuredP99 }: GeneratorHealth): string | null {
  if (cpu >= cpuMost) return `the generator used ${Math.round(cpu)} % of its core`
  const ofNote = Math.max(delayAtLeast, (measuredP99 ?? 0) / 2)
  if (loop.p99 > ofNote) return `the generator's own loop was ${Math.round(loop.p99)} ms late`
  if (lateP99 > Math.max(2 * delayAtLeast, ofNote)) return `the generator's keys came ${Math.round(lateP99)} ms late`
  return null
}
