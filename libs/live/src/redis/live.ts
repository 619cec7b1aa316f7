import { randomBytes } from 'node:crypto'
import type { Live } from '../ports.ts'
import type { Rates } from '../reading-pace.ts'
import { RedisAttempts } from './attempts.ts'
import { RedisBookBus } from './book-bus.ts'
import { BookPublisher } from './book-publisher.ts'
import { BookReader } from './book-reader.ts'
import { Channels } from './channels.ts'
import { Link } from './link.ts'
import { namesIn } from './names.ts'
import { RedisNotices } from './notices.ts'
import { RedisPace } from './pace.ts'
import { RedisPresence } from './presence.ts'
import { socketsAdapter } from './sockets.ts'
import { RedisTallies } from './tallies.ts'

interface RedisHands {
  readonly accountRates: Rates
  /** The servers do not hear each other any more, or from the start not; said once, and not for each attempt. */
  readonly lost: (cause: Error) => void
  /** They hear each other again. */
  readonly back: () => void
  /** What a listener did not expect. */
  readonly surprised: (cause: unknown) => void
}

/**
 * Everything live that several servers share. It opens without Redis, too, and finds it when it comes: resolves when that
 * was tried once.
 */
export async function openRedisLive(url: string, { accountRates, lost, back, surprised }: RedisHands): Promise<Live> {
  const server = randomBytes(8).toString('hex')
  const names = namesIn(url)
  const channels = new Channels(server, surprised)
  const client = () => link.client
  const streamOf = names.book
  const wakeStream = names.wake(server)
  const wake = () =>
    void client()
      ?.xAdd(wakeStream, '*', { wake: '' }, wakes)
      .catch(() => undefined)
  const reader = new BookReader({ server, streamOf, wakeStream, wake, surprised })
  const link = new Link({ url, names, server, channels, read: reader.read, lost, back })
  const books = new RedisBookBus(link, reader, new BookPublisher({ server, streamOf, client }))
  const presence = new RedisPresence(link)
  const notices = new RedisNotices(link)
  const pace = new RedisPace(link, accountRates)
  const sockets = socketsAdapter(url, link)
  await link.tried
  return {
    presence,
    books,
    notices,
    pace,
    attempts: new RedisAttempts(link),
    tallies: new RedisTallies(link),
    sockets: sockets.adapter,
    async close() {
      pace.close()
      await presence.close()
      await Promise.all([link.close(), sockets.close()])
    },
  }
}

/** One wake is enough. */
const wakes = { TRIM: { strategy: 'MAXLEN', threshold: 1 } } as const
