import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Place } from '../place.ts'
import type { Seen } from '../ports.ts'

const script = fileURLToPath(new URL('./dying-server.ts', import.meta.url))

/** A server as a process of its own, with somebody in a place, which can die without a goodbye. */
export function aDyingServer(redis: string, place: Place, seen: Seen): { dies(): Promise<void> } {
  const child = spawn(process.execPath, [script, redis, place, JSON.stringify(seen)], { stdio: 'inherit' })
  process.once('exit', () => child.kill('SIGKILL'))
  return {
    async dies() {
      const dead = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      await dead
    },
  }
}
