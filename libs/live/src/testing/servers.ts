import { until } from '@witboek/testkit'
import { aRedis, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openInProcessLive } from '../in-process/live.ts'
import type { Live } from '../ports.ts'
import { newClient, type Client } from '../redis/connection.ts'
import { openRedisLive } from '../redis/live.ts'

export const accountRates = {
  messages: { perSecond: 40, burst: 400 },
  bytes: { perSecond: 4_000, burst: 40_000 },
} as const

export interface TestLive extends Live {
  /** What it said about Redis, in order: why it was lost, and that it is back. */
  readonly said: readonly string[]
  readonly surprises: readonly unknown[]
}

/** Servers that share a Redis of this spec, and what becomes of both. Begins empty for each test. */
export function serversOnRedis() {
  let redis: ThrowawayServer
  const open = new Set<TestLive>()
  beforeAll(async () => {
    redis = await aRedis()
  })
  afterEach(async () => {
    await Promise.all([...open].map((live) => live.close()))
    open.clear()
    await redis.restart()
  })
  afterAll(() => redis.stop())
  return {
    get redis(): ThrowawayServer {
      return redis
    },
    /** Asks Redis itself, as somebody on duty would. */
    async asks<Value>(question: (client: Client) => Promise<Value>): Promise<Value> {
      const client = newClient(redis.url)
      await client.connect()
      return question(client).finally(() => client.destroy())
    },
    /** A server, whether Redis is there or not. */
    async server(url = redis.url): Promise<TestLive> {
      const said: string[] = []
      const surprises: unknown[] = []
      const live = await openRedisLive(url, {
        accountRates,
        lost: (cause) => said.push(`lost: ${cause.message}`),
        back: () => said.push('back'),
        surprised: (cause) => surprises.push(cause),
      })
      const server = Object.assign(live, { said, surprises })
      open.add(server)
      return server
    },
    /** Servers that hear each other. */
    async connected(): Promise<TestLive> {
      const live = await this.server()
      await until('it is connected', () => live.books.connected)
      return live
    },
  }
}

/** Each adapter, with one server: everything a port promises holds in both. */
export function adapters(): [string, () => Promise<Live>][] {
  const servers = serversOnRedis()
  return [
    ['in process', () => Promise.resolve(openInProcessLive({ accountRates }))],
    ['on Redis', () => servers.connected()],
  ]
}
