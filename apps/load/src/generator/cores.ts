import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const pins = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0

/** Which cores serve and which load: the first is the server's alone. Without `taskset`, or with one core, nobody has their own. */
export function dealCores(): { readonly server: readonly number[]; readonly load: readonly number[] } {
  const count = availableParallelism()
  if (!pins || count < 2) return { server: [], load: [] }
  return { server: [0], load: Array.from({ length: count - 1 }, (_, i) => i + 1) }
}

/** The command that runs on these cores only. */
export const onCores = (cores: readonly number[], command: readonly string[]): readonly string[] =>
  cores.length > 0 && pins ? ['taskset', '-c', cores.join(','), ...command] : command
