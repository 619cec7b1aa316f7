import type { BookId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { inBook } from './place.ts'
import { serversOnRedis } from './testing/servers.ts'

describe('a server whose Redis', () => {
  const servers = serversOnRedis()
  /** Longer than this (ms) nobody may believe in a Redis that does not answer. */
  const soon = 1_500

  it.each([
    ['is gone', () => servers.redis.kill(), () => servers.redis.restart()],
    ['hangs', () => Promise.resolve(servers.redis.pause()), () => Promise.resolve(servers.redis.resume())],
  ])('%s knows that soon, says it once, and that it is back', async (_, away, back) => {
    const live = await servers.connected()
    for (let round = 1; round <= 2; round++) {
      await away()
      await until('it knows', () => !live.books.connected, soon)
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      expect(live.said).toHaveLength(2 * round - 1)
      await back()
      await until('it is back', () => live.books.connected)
      expect(live.said).toHaveLength(2 * round)
    }
    expect(live.said.filter((what) => what === 'back')).toHaveLength(2)
  })

  it('hangs fails what was asked, and does not keep it waiting', async () => {
    const [live] = await Promise.all([servers.connected(), servers.connected()])
    await until('it knows the other', async () => (await live.presence.counts([inBook('book' as BookId)])).size === 1)
    servers.redis.pause()
    const before = performance.now()
    await live.presence.list(inBook('book' as BookId))
    await live.notices.send({ type: 'access-changed' })
    expect(await live.books.tell('book' as BookId, Uint8Array.of(1))).toBe(0)
    expect(performance.now() - before).toBeLessThan(2 * soon)
    servers.redis.resume()
  })

  it.each([
    ['is not there', () => servers.redis.kill(), /ECONNREFUSED/],
    ['hangs', () => Promise.resolve(servers.redis.pause()), /no answer within/],
  ])('%s when it starts opens all the same, says it once, and finds it later', async (_, away, why) => {
    await away()
    const live = await servers.server()
    expect(live.books.connected).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(live.said).toEqual([expect.stringMatching(why)])
    await servers.redis.restart()
    await until('it is back', () => live.books.connected)
    expect(live.said.slice(1)).toEqual(['back'])
  })

  it('takes nothing more is away, too', async () => {
    const live = await servers.connected()
    await servers.asks((redis) => redis.configSet({ maxmemory: '1', 'maxmemory-policy': 'noeviction' }))
    await until('it knows', () => !live.books.connected)
    expect(live.said).toEqual([expect.stringMatching(/^lost: OOM/)])
    await servers.asks((redis) => redis.configSet('maxmemory', '0'))
    await until('it is back', () => live.books.connected)
  })

  it('wants another password is away, and the password is not said', async () => {
    await servers.asks((redis) => redis.configSet('requirepass', 'right'))
    const { hostname, port } = new URL(servers.redis.url)
    const wrong = await servers.server(`redis://:secret-and-wrong@${hostname}:${port}`)
    expect(wrong.said).toEqual([expect.stringMatching(/^lost: WRONGPASS/)])
    expect(wrong.said.join()).not.toContain('secret-and-wrong')
    const right = await servers.server(`redis://:right@${hostname}:${port}`)
    await until('it is connected', () => right.books.connected)
    expect(right.said).toEqual([])
  })

  it('is slow under many words still spreads in order, in bounded memory', async () => {
    const [one, other] = await Promise.all([servers.connected(), servers.connected()])
    const book = 'book' as BookId
    const seqs: number[] = []
    let looks = 0
    other.books.listen(book, 0, {
      recorded: (entries) => (entries.length > 0 ? seqs.push(...entries.map(({ seq }) => seq)) : (looks += 1)),
      told: () => undefined,
    })
    servers.redis.pause()
    for (let seq = 1; seq <= 20_000; seq++)
      one.books.spread(book, [
        { kind: 'edit', seq, person: 'p', at: 0, section: 's', newClients: [], update: new Uint8Array(1_000) } as never,
      ])
    servers.redis.resume()
    await until('it is said that there is more', () => looks > 0)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect(seqs.length).toBeLessThan(10_000)
  })
})
