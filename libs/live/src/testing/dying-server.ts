import type { Place } from '../place.ts'
import type { Seen } from '../ports.ts'
import { openRedisLive } from '../redis/live.ts'

// Run by `aDyingServer`: says who is in a place, and stays until it is killed.
const [, , url = '', place = '', seen = ''] = process.argv
const { presence } = await openRedisLive(url, {
  accountRates: { messages: { perSecond: 1, burst: 1 }, bytes: { perSecond: 1, burst: 1 } },
  lost: () => undefined,
  back: () => undefined,
  surprised: () => undefined,
})
await presence.say('dying', place as Place, JSON.parse(seen) as Seen)
