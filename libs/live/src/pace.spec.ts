import type { PersonId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import type { Pace } from './ports.ts'
import { accountRates, adapters, serversOnRedis } from './testing/servers.ts'

const noor = 'person-noor' as PersonId
const bram = 'person-bram' as PersonId
const { messages, bytes } = accountRates

/** So many messages come in at once. */
function brings(pace: Pace, count: number, { who = noor, size = 1, now = 0 } = {}): number {
  let wait = 0
  for (let i = 0; i < count; i++) wait = pace.read(who, size, now)
  return wait
}

describe.each(adapters())('[I6] the pace of an account, %s', (_, open) => {
  it('holds nobody up who brings what is allowed, and everyone who brings more', async () => {
    const { pace } = await open()
    expect(brings(pace, messages.burst)).toBe(0)
    expect(brings(pace, messages.perSecond)).toBe(1_000)
    expect(brings(pace, 1, { who: bram, size: bytes.burst })).toBe(0)
    expect(brings(pace, 1, { who: bram, size: bytes.perSecond })).toBe(1_000)
  })

  it('is full again for whoever had nothing open meanwhile', async () => {
    const { pace } = await open()
    expect(brings(pace, messages.burst + 1)).toBeGreaterThan(0)
    pace.forget(noor)
    expect(brings(pace, 1)).toBe(0)
  })
})

describe('[I6] the pace of an account, on two servers', () => {
  const servers = serversOnRedis()
  const two = async () => {
    const [one, other] = await Promise.all([servers.connected(), servers.connected()])
    return { one: one.pace, other: other.pace }
  }
  const free = 1 / 16

  it('counts what comes in on both, a moment later', async () => {
    const { one, other } = await two()
    expect(brings(one, messages.burst * 0.75)).toBe(0)
    expect(brings(other, messages.burst * 0.75)).toBe(0)
    let asked = 0
    let waits = [0, 0]
    await until('both hold up', () => {
      asked += 2
      waits = [one, other].map((pace) => brings(pace, 1, { now: 1_000 }))
      return waits.every((wait) => wait > 0)
    })
    // Half a burst too much, less what each server takes without asking, and what was brought to ask.
    const over = messages.burst * (0.5 - 2 * free) + asked
    for (const wait of waits) expect(wait).toBeLessThan((over * 1_000) / messages.perSecond + 1)
    expect(brings(one, 1, { who: bram })).toBe(0)
  })

  it('is that of each server while Redis is away', async () => {
    const { one, other } = await two()
    await servers.redis.kill()
    expect(brings(one, messages.burst)).toBe(0)
    expect(brings(other, messages.burst)).toBe(0)
    expect(brings(one, messages.perSecond)).toBe(1_000)
  })

  it('asks nothing of Redis for somebody who types', async () => {
    const { one } = await two()
    for (let second = 0; second < 600; second++) brings(one, 2, { size: 60, now: second * 1_000 })
    await until('a report would have come', async () => {
      brings(one, messages.burst, { who: bram })
      return (await servers.asks((redis) => redis.keys('*pace*'))).length > 0
    })
    expect(await servers.asks((redis) => redis.keys('*pace*'))).toEqual([`witboek:1:pace:${bram}`])
  })

  it('leaves nothing in Redis when it is full again', async () => {
    const { one } = await two()
    brings(one, messages.burst)
    const key = `witboek:1:pace:${noor}`
    await until('it was reported', () => servers.asks(async (redis) => (await redis.exists(key)) === 1))
    const full = (messages.burst / messages.perSecond) * 1_000
    expect(await servers.asks((redis) => redis.pTTL(key))).toBeLessThanOrEqual(full + 1_000)
  })
})
