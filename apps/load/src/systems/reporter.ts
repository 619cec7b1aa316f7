import { LoopWatch } from '../measure/loop-delay.ts'

/**
 * Loaded into the process under test before its own code (`node --import`), whoever's it is: it says over the channel to
 * the conductor what only the process itself can know. The server's own code knows nothing of it.
 */
const loop = new LoopWatch()

export type ReporterAsks = 'restart' | 'report' | 'collect'

export interface ReporterAnswer {
  readonly loop: ReturnType<LoopWatch['read']>
  readonly memory: NodeJS.MemoryUsage
}

process.on('message', (asks: ReporterAsks) => {
  if (asks === 'restart') loop.restart()
  if (asks === 'collect') {
    globalThis.gc?.()
    globalThis.gc?.()
  }
  process.send?.({ loop: loop.read(), memory: process.memoryUsage() } satisfies ReporterAnswer)
})
// The channel alone does not keep the process alive, nor does it outlive the conductor.
process.channel?.unref()
process.on('disconnect', () => process.exit(0))
