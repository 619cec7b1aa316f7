import type { Scenario } from '../scenario.ts'
import { inALargeTown } from './in-a-large-town.ts'

export const redisAway: Scenario = {
  name: 'redis-away',
  about:
    'Redis is killed, hangs, and comes back with nothing in it: people write on, and see each other a little later.',
  run: (hands) =>
    inALargeTown(hands, async (evening, { redis }) => {
      const away = hands.long ? 60_000 : 3_000
      if (!redis) throw new Error('a large town has Redis')
      const before = evening.acknowledged.size
      await redis.kill()
      await evening.writesFor(away)
      const during = evening.acknowledged.size - before
      const seenWithout = evening.seen.size
      hands.say(`${during} words saved without Redis`)
      await redis.restart()
      await evening.writesFor(1_000)
      redis.pause()
      await evening.writesFor(away / 3)
      redis.resume()
      await evening.writesFor(1_000)
      if (during === 0) throw new Error('nothing was saved while Redis was away')
      return [`Redis away for ${away} ms: ${during} words saved meanwhile, ${seenWithout} seen by others in all`]
    }),
}
