import type { BookId, Instant, ParkedEdit, ParkedId, PersonId, SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { everyStore } from './testing/every-store.ts'

const book = 'book-sport' as BookId
const words = (id: string, minute: number): ParkedEdit => ({
  id: id as ParkedId,
  book,
  section: 'section-pool' as SectionId,
  writer: 'person-noor' as PersonId,
  at: (1_301_680_800_000 + minute * 60_000) as Instant,
  code: 'section-locked',
  pieces: [
    { at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: '’s Maandags dicht – é', bold: true }] }] },
  ],
  state: 'kept',
})

describe.each(everyStore)('words set aside, %s', (_, aPlace) => {
  const open = async () => (await (await aPlace())()).parkedEdits

  it('[PARK-1] come back as they were kept, oldest first, per book', async () => {
    const parked = await open()
    await parked.keep(words('b', 2), 50)
    await parked.keep(words('a', 1), 50)
    await parked.keep({ ...words('c', 3), book: 'book-culture' as BookId }, 50)
    expect(await parked.waiting(book)).toEqual([words('a', 1), words('b', 2)])
    expect(await parked.find('a' as ParkedId)).toEqual(words('a', 1))
    expect(await parked.find('nobody' as ParkedId)).toBeNull()
  })

  it('[PARK-1] are kept once, however often a device brings them', async () => {
    const parked = await open()
    await parked.keep(words('a', 1), 50)
    await parked.move('a' as ParkedId, 'kept', 'handed')
    await parked.keep(words('a', 1), 50)
    expect((await parked.find('a' as ParkedId))?.state).toBe('handed')
  })

  it('[PARK-1] are not mixed up with those of somebody else under the same id', async () => {
    const parked = await open()
    expect(await parked.keep(words('a', 1), 50)).toBe('kept')
    expect(await parked.keep(words('a', 2), 50)).toBe('kept')
    expect(await parked.keep({ ...words('a', 3), writer: 'person-bram' as PersonId }, 50)).toBe('taken')
    expect(await parked.find('a' as ParkedId)).toEqual(words('a', 1))
  })

  it('[PARK-5] are kept up to a number per person and book, also when they all come at once', async () => {
    const parked = await open()
    const ids = ['a', 'b', 'c', 'd', 'e']
    const answers = await Promise.all(ids.map((id) => parked.keep(words(id, 1), 3)))
    const kept = ids[answers.indexOf('kept')] as ParkedId
    expect(answers.toSorted()).toEqual(['full', 'full', 'kept', 'kept', 'kept'])
    expect(await parked.keep({ ...words('f', 1), writer: 'person-bram' as PersonId }, 3)).toBe('kept')
    expect(await parked.keep(words(kept, 1), 3), 'what is there already').toBe('kept')
    await parked.move(kept, 'kept', 'withdrawn')
    expect(await parked.keep(words('g', 1), 3)).toBe('kept')
  })

  it('[PRIVACY-2] are all there for their writer, whatever became of them', async () => {
    const parked = await open()
    for (const [id, minute] of [
      ['b', 2],
      ['a', 1],
      ['c', 3],
    ] as const)
      await parked.keep(words(id, minute), 50)
    await parked.keep({ ...words('d', 4), writer: 'person-bram' as PersonId }, 50)
    await parked.move('a' as ParkedId, 'kept', 'withdrawn')
    expect(await parked.of('person-noor' as PersonId)).toEqual([
      { ...words('a', 1), state: 'withdrawn' },
      words('b', 2),
      words('c', 3),
    ])
  })

  it('[PRIVACY-5] are taken back and without words when their writer is erased, but for those that the Chef has', async () => {
    const parked = await open()
    for (const state of ['kept', 'handed', 'returned', 'admitted', 'withdrawn'] as const) {
      await parked.keep(words(state, 1), 50)
      await parked.move(state as string as ParkedId, 'kept', state)
    }
    await parked.keep({ ...words('other', 1), writer: 'person-bram' as PersonId }, 50)
    await parked.forget('person-noor' as PersonId)
    const after = await parked.of('person-noor' as PersonId)
    expect(after.map(({ id, state, pieces }) => [id, state, pieces.length])).toEqual([
      ['admitted', 'admitted', 1],
      ['handed', 'handed', 1],
      ['kept', 'withdrawn', 0],
      ['returned', 'withdrawn', 0],
      ['withdrawn', 'withdrawn', 0],
    ])
    expect((await parked.find('other' as ParkedId))?.state).toBe('kept')
  })

  it('[PARK-3] are decided about once: whoever is second is told so', async () => {
    const parked = await open()
    await parked.keep({ ...words('a', 1), state: 'handed' }, 50)
    const answers = await Promise.all([
      parked.move('a' as ParkedId, 'handed', 'admitted'),
      parked.move('a' as ParkedId, 'handed', 'returned'),
    ])
    expect(answers.toSorted()).toEqual([false, true])
  })

  it.each(['admitted', 'withdrawn'] as const)('no longer wait once they are %s', async (state) => {
    const parked = await open()
    await parked.keep(words('a', 1), 50)
    await parked.move('a' as ParkedId, 'kept', state)
    expect(await parked.waiting(book)).toEqual([])
  })
})
