import { aDatabase, aRedis, type ThrowawayServer } from '@witboek/testkit/servers'
import { aMeeting, type Meeting } from './a-meeting.ts'
import type { ServerPlan } from './a-server.ts'

export interface House {
  readonly redis: ThrowawayServer
  readonly databaseUrl: string
  readonly one: Meeting
  readonly other: Meeting
  close(): Promise<void>
}

/** Two real servers on a database of this PostgreSQL and one Redis, with the example, and whoever comes to them. */
export async function aHouse(
  postgres: string,
  more: Record<string, string> = {},
  plan: ServerPlan = {},
): Promise<House> {
  const redis = await aRedis()
  const databaseUrl = await aDatabase(postgres)
  const environment = { ...more, DATABASE_URL: databaseUrl, REDIS_URL: redis.url }
  const one = await aMeeting(environment, plan)
  const other = await aMeeting(environment)
  return {
    redis,
    databaseUrl,
    one,
    other,
    async close() {
      await Promise.all([one.close(), other.close()])
      await redis.stop()
    },
  }
}
