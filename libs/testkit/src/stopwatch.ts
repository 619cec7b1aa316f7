import { readFileSync } from 'node:fs'

/**
 * Starts a clock, and answers what reads it (ms). It stands still while this thread waits for a processor: a rule that says
 * "within a second" is about us, and not about what else a machine has to do.
 */
export function stopwatch(): () => number {
  const [began, waited] = [performance.now(), waitedForAProcessor()]
  return () => performance.now() - began - (waitedForAProcessor() - waited)
}

/** Since this thread began, in ms, as Linux counts it; 0 on what does not count it. */
function waitedForAProcessor(): number {
  try {
    const [, nanoseconds] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')
    return Number(nanoseconds) / 1e6
  } catch {
    return 0
  }
}
