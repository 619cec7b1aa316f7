import type { Traces } from './traces.ts'

/** Nobody collects: nothing is loaded and nothing is kept. */
const noTraces: Traces = { begin: () => () => undefined, close: () => Promise.resolve() }

/** Traces for the collector at this address (OTLP over HTTP); `null`: there is none. */
export async function openTraces(collector: string | null): Promise<Traces> {
  if (collector === null) return noTraces
  // Twenty megabytes that only who collects has to carry.
  const { CollectedTraces } = await import('./collected-traces.ts')
  return new CollectedTraces(collector)
}
