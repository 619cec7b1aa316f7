import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { LoopWatch } from '../measure/loop-delay.ts'
import { profilesInto } from './profiles.ts'

/**
 * Loaded into the process under test before its own code (`node --import`), whoever's it is: it says over the channel to
 * the conductor what only the process itself can know. The server's own code knows nothing of it.
 */
export type ReporterAsks = 'restart' | 'report' | 'collect'

export interface ReporterMessage {
  readonly id: number
  readonly asks: ReporterAsks
}

export interface ReporterAnswer {
  /** The number of what was asked: an answer may come too late to be waited for. */
  readonly id: number
  readonly loop: ReturnType<LoopWatch['read']>
  readonly memory: NodeJS.MemoryUsage
  /** The file with the profile since the last `restart`, where profiles were asked for. */
  readonly profile: string | null
}

const folder = process.env[profilesInto] ?? ''
const loop = new LoopWatch()
let session: Session | null = null

async function startProfile(): Promise<void> {
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
}

async function endProfile(): Promise<string | null> {
  if (!session) return null
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  session = null
  const file = join(folder, `${process.pid}-${Date.now()}.cpuprofile`)
  writeFileSync(file, JSON.stringify(profile))
  return file
}

async function answer({ id, asks }: ReporterMessage): Promise<void> {
  const before = loop.read()
  const profile = asks === 'collect' ? null : await endProfile()
  if (asks === 'collect') {
    globalThis.gc?.()
    globalThis.gc?.()
  }
  if (asks === 'restart' && folder !== '') await startProfile()
  if (asks === 'restart') loop.restart()
  process.send?.({ id, loop: before, memory: process.memoryUsage(), profile } satisfies ReporterAnswer)
}

process.on('message', (message: ReporterMessage) => void answer(message))
// The channel alone does not keep the process alive, nor does it outlive the conductor.
process.channel?.unref()
process.on('disconnect', () => process.exit(0))
