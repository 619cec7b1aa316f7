import { readFileSync } from 'node:fs'

/** What the system says of one process at one moment. */
export interface ProcessMark {
  readonly at: number
  /** Processor time it has used so far (ms), all its threads together. */
  readonly cpuMs: number
  /** What it holds in memory (bytes). */
  readonly rss: number
}

/** Linux counts processor time in hundredths of a second, whatever the clock of the processor. */
const msPerTick = 10
const pageBytes = 4096

/** `null` when there is no such process here, or no `/proc` to ask. */
export function markProcess(pid: number): ProcessMark | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name stands in brackets and may hold anything; what follows it are plain numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return { at: performance.now(), cpuMs: ticks * msPerTick, rss: Number(fields[21]) * pageBytes }
  } catch {
    return null
  }
}

/** Percent of one core between two moments. */
export const cpuBetween = (before: ProcessMark, after: ProcessMark): number =>
  (100 * (after.cpuMs - before.cpuMs)) / Math.max(1, after.at - before.at)
