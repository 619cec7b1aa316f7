import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BookId, Cents, DialogueId, Frame, Instant, LoginId, Person, PersonId, ThemeId } from '@witboek/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from './store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'witboek-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = 1_301_680_800_000 as Instant
const dialogue = 'dialogue' as DialogueId
const sport = 'theme-sport' as ThemeId

const frame: Frame = {
  dialogue: {
    id: dialogue,
    title: 'De Bezuinigingsdialoog',
    municipality: 'Voorbeeld',
    fiscalYear: 2012,
    phase: 'green',
    totalTarget: 62_000_000 as Cents,
    rate: 10,
    assignment: ['Wat kan minder?', 'Wat kan anders?'],
    editorialRemarks: false,
    synthetic: true,
    source: 'voorbeeld',
  },
  themes: [
    { id: sport, dialogue, slug: 'sport', name: 'Sport', about: 'Bewegen', target: 39_000_000 as Cents, order: 0 },
  ],
  items: [
    {
      id: 'item' as Frame['items'][number]['id'],
      code: 'SP-01',
      name: 'Zwembad',
      taskField: '5.10',
      theme: sport,
      expenditure: 100 as Cents,
      income: 20 as Cents,
      influenceable: 50 as Cents,
    },
  ],
  frameworks: [
    {
      id: 'kader' as Frame['frameworks'][number]['id'],
      code: 'K1',
      plain: 'Wet blijft wet',
      kind: 'hard',
      theme: null,
    },
  ],
}

const noor: Person = {
  id: 'person-noor' as PersonId,
  name: 'Noor',
  background: 'zwemt',
  seats: [{ role: 'expert', theme: sport }],
}

describe('the embedded store', () => {
  it('keeps a dialogue, its people and its books over a restart', async () => {
    const first = await openEmbeddedStore(folder)
    expect(await first.dialogues.current()).toBeNull()
    await first.dialogues.save(frame, now)
    await first.people.save(noor)
    const book = { id: 'book' as BookId, dialogue, theme: sport, kind: 'green' } as const
    await first.books.add(book)
    await first.books.add(book)
    await first.close()
    const second = await openEmbeddedStore(folder)
    expect(await second.dialogues.current()).toEqual(frame)
    expect(await second.people.all()).toEqual([noor])
    expect(await second.books.of(dialogue)).toEqual([book])
    expect(await second.books.find(book.id)).toEqual(book)
    await second.close()
  })

  it('replaces a dialogue and a person as a whole', async () => {
    const store = await openEmbeddedStore(folder)
    await store.dialogues.save(frame, now)
    const later: Frame = { ...frame, dialogue: { ...frame.dialogue, phase: 'white' }, items: [] }
    await store.dialogues.save(later, now)
    expect(await store.dialogues.current()).toEqual(later)
    await store.people.save(noor)
    const chef: Person = {
      ...noor,
      seats: [
        { role: 'chef', theme: sport },
        { role: 'lead', theme: null },
      ],
    }
    await store.people.save(chef)
    expect(await store.people.find(noor.id)).toEqual(chef)
    expect(await store.people.find('nobody' as PersonId)).toBeNull()
    await store.close()
  })

  it('[ACCESS-2] [REMARK-1] keeps what the lead decides on the way, and touches nothing else of it', async () => {
    const store = await openEmbeddedStore(folder)
    await store.dialogues.save(frame, now)
    await store.dialogues.save(
      { ...frame, dialogue: { ...frame.dialogue, id: 'older' as DialogueId }, themes: [], items: [], frameworks: [] },
      (now - 1) as Instant,
    )
    const decided = { phase: 'green_review', editorialRemarks: true } as const
    await store.dialogues.change({ id: dialogue, ...decided })
    expect(await store.dialogues.current()).toEqual({
      ...frame,
      dialogue: { ...frame.dialogue, ...decided },
    })
    await store.close()
  })

  it('[ACCESS-4] ends all logins of a person, and nobody else’s', async () => {
    const store = await openEmbeddedStore(folder)
    const bram: Person = { ...noor, id: 'person-bram' as PersonId }
    for (const person of [noor, bram]) await store.people.save(person)
    const login = (id: string, person: PersonId) => ({
      id: id as LoginId,
      tokenHash: `hash-${id}`,
      person,
      seatIndex: 0,
      createdAt: now,
      expiresAt: (now + 1000) as Instant,
    })
    for (const each of [login('a', noor.id), login('b', noor.id), login('c', bram.id)]) await store.logins.start(each)
    expect((await store.logins.endOf(noor.id)).toSorted()).toEqual(['a', 'b'])
    expect(await store.logins.endOf(noor.id)).toEqual([])
    expect(await store.logins.find('hash-a', now)).toBeNull()
    expect(await store.logins.find('hash-c', now)).not.toBeNull()
    await store.close()
  })

  it('knows a login until it ends or expires', async () => {
    const store = await openEmbeddedStore(folder)
    await store.people.save(noor)
    const login = (id: string, expires: number) => ({
      id: id as LoginId,
      tokenHash: `hash-${id}`,
      person: noor.id,
      seatIndex: 0,
      createdAt: now,
      expiresAt: (now + expires) as Instant,
    })
    await store.logins.start(login('a', 1000))
    await store.logins.start(login('b', 2000))
    expect(await store.logins.find('hash-a', now)).toEqual(login('a', 1000))
    expect(await store.logins.find('hash-a', (now + 1000) as Instant), 'expired').toBeNull()
    expect(await store.logins.endExpired((now + 1500) as Instant)).toBe(1)
    await store.logins.end('b' as LoginId)
    expect(await store.logins.find('hash-b', now)).toBeNull()
    await store.close()
  })

  it('is for one process at a time, and free again when that one is gone', async () => {
    const store = await openEmbeddedStore(folder)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ why: 'in-use' })
    const script = `const { openEmbeddedStore } = await import(${JSON.stringify(new URL('./store.ts', import.meta.url).href)});
      try { await openEmbeddedStore(${JSON.stringify(folder)}); console.log('opened') } catch (cause) { console.log(cause.why) }; process.exit(0)`
    const fromElsewhere = () =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim()
    expect(fromElsewhere()).toBe('in-use')
    await store.close()
    expect(fromElsewhere()).toBe('opened')
  })

  it('says that it cannot write where it cannot', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await expect(openEmbeddedStore(file)).rejects.toMatchObject({ why: 'unwritable' })
    if (process.getuid?.() === 0) return // the superuser may write anywhere
    chmodSync(folder, 0o500)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ why: 'unwritable' })
  })
})
