import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PersonId, PollId } from '@witboek/domain'
import { until } from '@witboek/testkit'

const script = fileURLToPath(new URL('./voting-server.ts', import.meta.url))

/** Whose ballots were acknowledged by a server that is dead now. */
export interface Acknowledged {
  readonly named: readonly PersonId[]
  readonly secret: readonly PersonId[]
}

/**
 * A server as a process of its own, on a folder or a database in which the two boxes are open. It is killed without a
 * goodbye once so many ballots were acknowledged.
 */
export async function killedWhileVoting(
  place: string,
  { named, secret, after }: { readonly named: PollId; readonly secret: PollId; readonly after: number },
): Promise<Acknowledged> {
  const child = spawn(process.execPath, [script, place, named, secret], { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGKILL'))
  const dead = new Promise((resolve) => child.once('close', resolve))
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  await until('enough have voted', () => said.split('\n').length > after)
  child.kill('SIGKILL')
  await dead
  // The last line may be half of one.
  const lines = said.split('\n').slice(0, -1)
  const of = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1) as PersonId)
  return { named: of('named'), secret: of('secret') }
}
