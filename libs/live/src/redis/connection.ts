import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { inTime, RedisAway } from './in-time.ts'

/** RESP 2, because its answers have the same plain shape in every Redis. Coming back is done here, and not by the client. */
export const newClient = (url: string) =>
  createClient({
    url,
    RESP: 2,
    maintNotifications: 'disabled',
    // What cannot be asked now is refused now: nothing piles up for better times.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: false, connectTimeout: 900 },
  })

/** A connection as node-redis has it. */
export type Client = ReturnType<typeof newClient>

/** The first pause (ms) before trying anew, doubled up to the longest; both by chance somewhat shorter. */
const pauses = { first: 100, longest: 1_000 } as const

interface ConnectionHands {
  /** Makes a fresh connection ready; it counts as open only after that. */
  readonly prepare: (client: Client) => Promise<unknown>
  /** Runs as long as it is open, and asks something again and again; it ends by throwing when no answer came in time. */
  readonly serve: (client: Client) => Promise<never>
  /** It is open now (`null`), or is not, and why. Said after every attempt. */
  readonly changed: (cause: Error | null) => void
}

/**
 * One connection to Redis. It is given up when Redis does not answer in time – all that was asked of it fails then – and
 * made anew until it is closed.
 */
export class Connection {
  private readonly hands: ConnectionHands
  private readonly ending = new AbortController()
  private readonly running: Promise<void>
  private open: Client | null = null

  constructor(url: string, hands: ConnectionHands) {
    this.hands = hands
    this.running = this.run(url)
  }

  /** `null` while Redis is away. */
  get client(): Client | null {
    return this.open
  }

  /** The same, for whoever has to have one. */
  get needed(): Client {
    if (!this.open) throw new RedisAway('not connected')
    return this.open
  }

  async close(): Promise<void> {
    this.ending.abort()
    await this.running
  }

  private async run(url: string): Promise<void> {
    const { signal } = this.ending
    const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    for (let failures = 0; !signal.aborted; failures++) {
      const client = newClient(url)
      const broken = new Promise<never>((_, reject) => client.on('error', reject))
      broken.catch(() => undefined)
      let cause: unknown = null
      try {
        await Promise.race([ended, inTime(client.connect(), 1_000)])
        await Promise.race([ended, inTime(this.hands.prepare(client))])
        if (!signal.aborted) {
          failures = 0
          this.open = client
          this.hands.changed(null)
          await Promise.race([ended, broken, this.hands.serve(client)])
        }
      } catch (reason) {
        cause = reason
      }
      this.open = null
      client.destroy()
      if (signal.aborted) return
      this.hands.changed(cause instanceof Error ? cause : new RedisAway(String(cause)))
      await pause(untilNextTry(failures), null, { signal }).catch(() => undefined)
    }
  }
}

function untilNextTry(failures: number): number {
  const longest = Math.min(pauses.longest, pauses.first * 2 ** Math.min(failures, 10))
  return longest * (0.5 + Math.random() / 2)
}
