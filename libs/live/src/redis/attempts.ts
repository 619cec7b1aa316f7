import { createHash } from 'node:crypto'
import { InProcessAttempts } from '../in-process/attempts.ts'
import type { AttemptLimit, Attempts } from '../ports.ts'
import { inTime } from './in-time.ts'
import type { Link } from './link.ts'

/** Counts one more in the window under this name; answers how many there are, and how long (ms) the window still lasts. */
const count = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`

/** The same without counting. */
const look = `
return { tonumber(redis.call('GET', KEYS[1]) or 0), redis.call('PTTL', KEYS[1]) }`

/** Attempts on all servers. Without Redis each server counts its own: a limit gets wider, and never goes away. */
export class RedisAttempts implements Attempts {
  private readonly link: Link
  private readonly own = new InProcessAttempts()

  constructor(link: Link) {
    this.link = link
  }

  async take(name: string, limit: AttemptLimit): Promise<number> {
    const here = await this.own.take(name, limit)
    const there = await this.ask(count, name, limit)
    if (!there) return here
    const [attempts, left] = there
    return attempts <= limit.max ? 0 : Math.max(1, left)
  }

  async left(name: string, limit: AttemptLimit): Promise<number> {
    const there = await this.ask(look, name, limit)
    if (!there) return this.own.left(name, limit)
    const [attempts, left] = there
    return attempts < limit.max ? 0 : Math.max(1, left)
  }

  /** How many attempts there are in the window, and how long (ms) it lasts; `null` while Redis is away. */
  private async ask(script: string, name: string, { within }: AttemptLimit): Promise<[number, number] | null> {
    const { client, names } = this.link
    if (!client) return null
    try {
      // A name may hold an address: Redis gets its hash.
      const key = names.attempts(createHash('sha256').update(name).digest('base64url'))
      const answer = client.eval(script, { keys: [key], arguments: [String(within)] })
      return (await inTime(answer)) as unknown as [number, number]
    } catch {
      return null
    }
  }
}
