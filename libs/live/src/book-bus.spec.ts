import type { BookEntry, BookId, Instant, PersonId, RecordedEntry, SectionId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import type { BookBus } from './ports.ts'
import { adapters, serversOnRedis } from './testing/servers.ts'

const sport = 'book-sport' as BookId
const culture = 'book-culture' as BookId
/** Where Redis has the one about sport. */
const stream = 'witboek:1:book:book-sport'
const base = { person: 'person-anna' as PersonId, at: 1_301_680_800_000 as Instant }

const edit = (seq: number, { size = 40, fill = seq % 256 } = {}): RecordedEntry => ({
  ...base,
  seq,
  kind: 'edit',
  section: 'pool' as SectionId,
  update: new Uint8Array(size).fill(fill),
  newClients: seq % 3 === 0 ? [seq, 4_294_967_295] : [],
})
const fact: RecordedEntry & BookEntry = {
  ...base,
  seq: 2,
  kind: 'fact',
  fact: { type: 'section:renamed', section: 'pool' as SectionId, title: 'Zwembad – “De Dúiker”' } as never,
}
const edits = (from: number, through: number) => Array.from({ length: through - from + 1 }, (_, i) => edit(from + i))

/** What somebody who listens has heard. A room looks into the log at a hole, and when nothing was told at all. */
function ears(bus: BookBus, book: BookId, after = 0) {
  const recorded: RecordedEntry[] = []
  const told: number[][] = []
  let looks = 0
  const stop = bus.listen(book, after, {
    recorded(entries) {
      if (entries.length === 0) looks += 1
      recorded.push(...entries)
    },
    told: (message) => told.push([...message]),
  })
  return {
    recorded,
    told,
    stop,
    looks: () => looks,
    seqs: () => recorded.map(({ seq }) => seq),
    has: (seq: number) => recorded.some((entry) => entry.seq === seq),
  }
}

describe.each(adapters())('the bus between servers, %s', (_, open) => {
  it('is connected, and has nobody to tell when there is one server', async () => {
    const { books } = await open()
    expect(books.connected).toBe(true)
    expect(await books.tell(sport, Uint8Array.of(1))).toBe(0)
    const own = ears(books, sport)
    expect(await books.tell(sport, Uint8Array.of(1))).toBe(0)
    books.spread(sport, edits(1, 3))
    own.stop()
    own.stop()
    expect(await books.tell(sport, Uint8Array.of(1))).toBe(0)
    expect([own.seqs(), own.told]).toEqual([[], []])
  })
})

describe('the bus between servers, on Redis', () => {
  const servers = serversOnRedis()
  const two = async () => {
    const [one, other] = await Promise.all([servers.connected(), servers.connected()])
    return { one: one.books, other: other.books }
  }

  it('brings entries as they were, in order, and not back to who said them', async () => {
    const { one, other } = await two()
    const [own, others] = [ears(one, sport), ears(other, sport)]
    one.spread(sport, [edit(1), fact, edit(3, { size: 15_000 })])
    await until('they have come', () => others.has(3))
    expect(others.recorded).toEqual([edit(1), fact, edit(3, { size: 15_000 })])
    other.spread(sport, [edit(4)])
    await until('the answer has come', () => own.has(4))
    expect([own.seqs(), others.seqs()]).toEqual([[4], [1, 2, 3]])
  })

  it('brings what came after the entry from which on somebody listens, and nothing after the end', async () => {
    const { one, other } = await two()
    one.spread(sport, edits(1, 5))
    const early = ears(other, sport)
    await until('the first five have come', () => early.has(5))
    const late = ears(other, sport, 3)
    await until('the last two have come', () => late.has(5))
    early.stop()
    one.spread(sport, edits(6, 7))
    await until('the next have come', () => late.has(7))
    expect([early.seqs(), late.seqs()]).toEqual([
      [1, 2, 3, 4, 5],
      [4, 5, 6, 7],
    ])
  })

  it('keeps books apart, however many there are', async () => {
    const { one, other } = await two()
    const books = Array.from({ length: 200 }, (_, i) => `book-${i}` as BookId)
    const all = books.map((book) => ears(other, book))
    books.forEach((book, i) => one.spread(book, [edit(1, { fill: i })]))
    await until('each has its own', () => all.every((each) => each.has(1)))
    expect(all.map(({ recorded }) => recorded)).toEqual(books.map((_, i) => [edit(1, { fill: i })]))
  })

  it('takes an entry that comes late, or twice, from nobody', async () => {
    const { one, other } = await two()
    const third = (await servers.connected()).books
    const heard = ears(third, sport)
    one.spread(sport, edits(1, 2))
    await until('both have come', () => heard.has(2))
    other.spread(sport, edits(1, 3))
    await until('the third has come', () => heard.has(3))
    one.spread(sport, edits(1, 4))
    await until('the fourth has come', () => heard.has(4))
    expect(heard.seqs()).toEqual([1, 2, 3, 4])
  })

  it('spreads no large edit, and says that there is one', async () => {
    const { one, other } = await two()
    const heard = ears(other, sport)
    one.spread(sport, [edit(1), edit(2, { size: 4 * 1024 * 1024 })])
    await until('it was said', () => heard.has(1) && heard.looks() === 1)
    one.spread(sport, [edit(3, { size: 1_000_000 }), edit(4)])
    await until('the next has come', () => heard.has(4))
    expect(heard.recorded).toEqual([edit(1), edit(4)])
    expect(await servers.asks((redis) => redis.memoryUsage(stream))).toBeLessThan(10_000)
  })

  it('keeps a bounded number of entries, and forgets a book in which nothing happens', async () => {
    const { one } = await two()
    for (let i = 0; i < 50; i++) one.spread(sport, edits(i * 100 + 1, i * 100 + 100))
    const last = () => servers.asks((redis) => redis.xRevRange(stream, '+', '-', { COUNT: 1 }))
    await until('all have come', async () => (await last())?.[0]?.id === '5000-0')
    expect(await servers.asks((redis) => redis.xLen(stream))).toBeLessThan(700)
    expect(await servers.asks((redis) => redis.pTTL(stream))).toBeGreaterThan(60_000)
  })

  it('says how many servers heard what passes, without the one that said it', async () => {
    const { one, other } = await two()
    const third = (await servers.connected()).books
    const [own, second] = [ears(one, sport), ears(other, sport)]
    ears(third, culture)
    await until('the other listens', async () => (await one.tell(sport, Uint8Array.of(1))) === 1)
    const also = ears(third, sport)
    await until('both listen', async () => (await one.tell(sport, Uint8Array.of(2))) === 2)
    expect(await one.tell(sport, Uint8Array.of(255, 0, 128))).toBe(2)
    await until('both heard it', () => [second, also].every(({ told }) => told.at(-1)?.length === 3))
    expect(second.told.at(-1)).toEqual([255, 0, 128])
    second.stop()
    await until('one listens', async () => (await one.tell(sport, Uint8Array.of(3))) === 1)
    own.stop()
    expect(await one.tell(sport, Uint8Array.of(4))).toBe(1)
    const again = ears(one, sport)
    expect(await one.tell(sport, Uint8Array.of(5))).toBe(1)
    expect([own.told, again.told]).toEqual([[], []])
  })

  it('asks to look into the log when Redis comes back, and goes on by itself', async () => {
    const { one, other } = await two()
    const heard = ears(other, sport)
    one.spread(sport, edits(1, 2))
    await until('they have come', () => heard.has(2))
    await servers.redis.kill()
    await until('both know', () => !one.connected && !other.connected)
    expect(await one.tell(sport, Uint8Array.of(1))).toBe(0)
    one.spread(sport, edits(3, 4))
    const late = ears(other, culture, 7)
    const looks = heard.looks()
    await servers.redis.restart()
    await until('both hear each other', () => one.connected && other.connected)
    await until('they were asked to look', () => heard.looks() > looks && late.looks() > 0)
    one.spread(sport, [edit(5)])
    one.spread(culture, [edit(8)])
    await until('what is new comes', () => heard.has(5) && late.has(8))
    await until('what passes, too', async () => (await one.tell(sport, Uint8Array.of(9))) === 1)
    await until('it was heard', () => heard.told.length === 1)
    expect([heard.seqs(), late.seqs()]).toEqual([[1, 2, 5], [8]])
  })

  it('asks to look into the log when Redis was emptied', async () => {
    const { one, other } = await two()
    const heard = ears(other, sport)
    one.spread(sport, edits(1, 2))
    await until('they have come', () => heard.has(2))
    const looks = heard.looks()
    await servers.asks((redis) => redis.flushAll())
    await until('it was asked', () => heard.looks() > looks)
    one.spread(sport, edits(3, 3))
    await until('the next comes', () => heard.has(3))
  })

  it('tells of what a server could not spread as soon as it can', async () => {
    const { one, other } = await two()
    await servers.redis.kill()
    await until('both know', () => !one.connected && !other.connected)
    one.spread(sport, edits(1, 4))
    await servers.redis.restart()
    await until('both hear each other', () => one.connected && other.connected)
    const late = ears((await servers.connected()).books, sport)
    await until('a server that was not there is asked to look', () => late.looks() > 0)
    expect(late.seqs()).toEqual([])
  })
})
