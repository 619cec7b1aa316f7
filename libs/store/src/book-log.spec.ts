import type { BookEntry, BookId, Instant, PersonId, SectionId } from '@witboek/domain'
import { InMemoryBookLog } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import type { BookLog } from './ports/index.ts'
import { everyStore } from './testing/every-store.ts'

const book = 'book-sport' as BookId
const other = 'book-culture' as BookId
const pool = 'section-pool' as SectionId
const fields = 'section-fields' as SectionId
const person = 'person-noor' as PersonId
const bram = 'person-bram' as PersonId
const at = (n: number) => (1_301_680_800_000 + n) as Instant

const edit = (n: number, section = pool, newClients: readonly number[] = []) =>
  ({ kind: 'edit', person, at: at(n), section, update: Uint8Array.of(0, 255, n % 256, 128), newClients }) as const
const fact = (n: number): BookEntry => ({
  kind: 'fact',
  person,
  at: at(n),
  fact: { type: 'section:renamed', section: pool, heading: `Zwembad – “${n}” é` },
})

/** As it is read back. */
const recorded = (entry: BookEntry, i: number) => ({ ...entry, seq: i + 1 })

/** Every adapter, each with a fresh and empty log. */
const adapters: [string, () => Promise<BookLog>][] = [
  ['in memory', () => Promise.resolve(new InMemoryBookLog())],
  ...everyStore.map(([name, aPlace]): [string, () => Promise<BookLog>] => [
    name,
    async () => (await (await aPlace())()).bookLog,
  ]),
]

describe.each(adapters)('the log of a book, %s', (_, openLog) => {
  it('[I5] remembers whose each client id is, per section and for good, in the order they came', async () => {
    const log = await openLog()
    const largest = 2 ** 32 - 1
    await log.append(book, 0, [edit(1, pool, [largest, 7]), edit(2, pool), { ...edit(3, fields, [7]), person: bram }])
    expect(await log.authors(book)).toHaveLength(3)
    expect(await log.authors(book)).toEqual(
      expect.arrayContaining([
        { section: pool, client: largest, person },
        { section: pool, client: 7, person },
        { section: fields, client: 7, person: bram },
      ]),
    )
    expect(await log.authors(other)).toEqual([])
    expect((await log.append(book, 0, [edit(1, fields, [8])])).ok).toBe(false)
    expect(await log.authors(book), 'what was not written has no author').toHaveLength(3)
  })

  it('[I5] takes no client id twice in a section: then nothing is written, and the head is the answer', async () => {
    const log = await openLog()
    await log.append(book, 0, [edit(1, pool, [7])])
    expect(await log.append(book, 1, [edit(2), { ...edit(3, pool, [8, 7]), person: bram }])).toEqual({
      ok: false,
      head: 1,
    })
    expect(await log.append(other, 0, [edit(1, pool, [7]), edit(2, pool, [7])]), 'not even by itself').toEqual({
      ok: false,
      head: 0,
    })
    expect(await log.head(other)).toEqual({ seq: 0, at: null })
    expect(await log.read(book, { after: 0, limit: 10 })).toHaveLength(1)
    expect(await log.authors(book)).toEqual([{ section: pool, client: 7, person }])
    expect(await log.append(book, 1, [edit(2, pool, [8]), edit(3, fields, [7])])).toEqual({ ok: true, head: 3 })
  })

  it('gives back what was written, byte for byte, in order, numbered from 1 without a gap', async () => {
    const log = await openLog()
    const entries = [fact(1), edit(2, pool, [3, 12]), edit(3, fields), fact(4)]
    expect(await log.append(book, 0, entries.slice(0, 3))).toEqual({ ok: true, head: 3 })
    expect(await log.append(book, 3, entries.slice(3))).toEqual({ ok: true, head: 4 })
    expect(await log.read(book, { after: 0, limit: 10 })).toEqual(entries.map(recorded))
    expect(await log.head(book)).toEqual({ seq: 4, at: at(4) })
  })

  it('writes nothing when the sequence has moved on, and says how far', async () => {
    const log = await openLog()
    await log.append(book, 0, [edit(1), edit(2)])
    expect(await log.append(book, 0, [edit(3)])).toEqual({ ok: false, head: 2 })
    expect(await log.append(book, 1, [edit(3)])).toEqual({ ok: false, head: 2 })
    expect(await log.append(book, 7, [edit(3)])).toEqual({ ok: false, head: 2 })
    expect(await log.read(book, { after: 0, limit: 10 })).toHaveLength(2)
  })

  it('lets exactly one of many who write at once go first', async () => {
    const log = await openLog()
    await log.append(book, 0, [edit(0)])
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => log.append(book, 1, [edit(i)])))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await log.head(book)).seq).toBe(2)
  })

  it('keeps books apart', async () => {
    const log = await openLog()
    await log.append(book, 0, [edit(1)])
    await log.append(other, 0, [fact(1), edit(2)])
    expect((await log.head(book)).seq).toBe(1)
    expect(await log.read(other, { after: 0, limit: 10 })).toHaveLength(2)
    expect(await log.head('book-nobody-wrote' as BookId)).toEqual({ seq: 0, at: null })
  })

  it('reads in pages', async () => {
    const log = await openLog()
    await log.append(
      book,
      0,
      Array.from({ length: 250 }, (_, i) => edit(i)),
    )
    const page = await log.read(book, { after: 100, limit: 100 })
    expect(page.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => 101 + i))
    expect(await log.read(book, { after: 250, limit: 100 })).toEqual([])
  })

  it('finds the facts up to a number', async () => {
    const log = await openLog()
    await log.append(book, 0, [fact(1), edit(2), fact(3), edit(4), fact(5)])
    expect((await log.facts(book, 4)).map(({ seq }) => seq)).toEqual([1, 3])
  })

  it('keeps the last known state of each section in a snapshot', async () => {
    const log = await openLog()
    expect(await log.latestSnapshot(book)).toBeNull()
    await log.saveSnapshot(book, {
      seq: 10,
      sections: [
        { section: pool, state: Uint8Array.of(1) },
        { section: fields, state: Uint8Array.of(2) },
      ],
    })
    await log.saveSnapshot(book, { seq: 20, sections: [{ section: fields, state: Uint8Array.of(3) }] })
    const snapshot = await log.latestSnapshot(book)
    expect(snapshot?.seq).toBe(20)
    expect(new Map(snapshot?.sections.map(({ section, state }) => [section, [...state]]))).toEqual(
      new Map([
        [pool, [1]],
        [fields, [3]],
      ]),
    )
  })

  it('lets no snapshot go back: an older one after a newer one changes nothing', async () => {
    const log = await openLog()
    const at20 = { seq: 20, sections: [{ section: pool, state: Uint8Array.of(2) }] }
    await log.saveSnapshot(book, at20)
    await log.saveSnapshot(book, {
      seq: 10,
      sections: [pool, fields].map((section) => ({ section, state: Uint8Array.of(1) })),
    })
    expect(await log.latestSnapshot(book)).toEqual(at20)
    await log.saveSnapshot(book, { seq: 30, sections: [] })
    expect(await log.latestSnapshot(book)).toEqual({ ...at20, seq: 30 })
  })

  it('keeps bytes of any kind and length', async () => {
    const log = await openLog()
    const updates = [new Uint8Array(), Uint8Array.from({ length: 256 }, (_, i) => i), new Uint8Array(100_000).fill(92)]
    await log.append(
      book,
      0,
      updates.map((update, i) => ({ ...edit(i), update })),
    )
    const read = await log.read(book, { after: 0, limit: 10 })
    expect(read).toEqual(updates.map((update, i) => ({ ...edit(i), update, seq: i + 1 })))
    for (const entry of read)
      expect(entry.kind === 'edit' && Object.getPrototypeOf(entry.update)).toBe(Uint8Array.prototype)
  })

  it('takes an empty append for what it is', async () => {
    const log = await openLog()
    expect(await log.append(book, 0, [])).toEqual({ ok: true, head: 0 })
    expect((await log.head(book)).seq).toBe(0)
  })
})
