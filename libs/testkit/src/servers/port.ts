import { createServer } from 'node:net'

/**
 * A free port of the loopback to come back to: from below the range in which the system gives ports to whoever asks for
 * any, so that nobody gets it while its server is away.
 */
export async function aPortToKeep(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 10_000)
    const probe = createServer()
    const free = await new Promise((resolve) => {
      probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
    })
    await new Promise((resolve) => probe.close(resolve))
    if (free) return port
  }
}
