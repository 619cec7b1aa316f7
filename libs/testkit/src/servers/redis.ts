import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binary } from './binaries.ts'
import { aPortToKeep } from './port.ts'
import { ThrowawayServer } from './throwaway.ts'

/** A real Redis on a free port of the loopback, which keeps nothing: what is in it can be rebuilt. */
export async function aRedis(): Promise<ThrowawayServer> {
  const command = binary('redis-server', { package: 'redis-server', elsewhere: '/usr/{bin,sbin}' })
  const folder = mkdtempSync(join(tmpdir(), 'witboek-redis-'))
  const port = await aPortToKeep()
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', daemonize: 'no' }
  return ThrowawayServer.start(`redis://127.0.0.1:${port}`, {
    command,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ready: /ready to accept connections/i,
    endSignal: 'SIGTERM',
    folder,
  })
}
