import type { BookId } from '@witboek/domain'
import type { Seen } from '../ports.ts'
import { openRedisLive } from '../redis/live.ts'

// Run by `aDyingServer`: says who is in a book, and stays until it is killed.
const [, , url = '', book = '', seen = ''] = process.argv
const { presence } = await openRedisLive(url, {
  accountRates: { messages: { perSecond: 1, burst: 1 }, bytes: { perSecond: 1, burst: 1 } },
  lost: () => undefined,
  back: () => undefined,
  surprised: () => undefined,
})
await presence.say('dying', book as BookId, JSON.parse(seen) as Seen)
