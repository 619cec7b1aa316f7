import type { BookId, Cents, DialogueId, Frame, Instant, LoginId, Person, PersonId, ThemeId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { everyStore } from './testing/every-store.ts'

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

describe.each(everyStore)('the store, %s', (_, aPlace) => {
  it('keeps a dialogue, its people and its books over a restart', async () => {
    const open = await aPlace()
    const first = await open()
    expect(await first.dialogues.current()).toBeNull()
    expect(await first.dialogues.currentDialogue()).toBeNull()
    await first.dialogues.save(frame, now)
    await first.people.save(noor)
    const book = { id: 'book' as BookId, dialogue, theme: sport, kind: 'green' } as const
    await first.books.add(book)
    await first.books.add(book)
    await first.close()
    const second = await open()
    expect(await second.dialogues.current()).toEqual(frame)
    expect(await second.dialogues.currentDialogue()).toEqual(frame.dialogue)
    expect(await second.people.all()).toEqual([noor])
    expect(await second.books.of(dialogue)).toEqual([book])
    expect(await second.books.find(book.id)).toEqual(book)
  })

  it('replaces a dialogue and a person as a whole', async () => {
    const store = await (await aPlace())()
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
  })

  it('[ACCESS-2] [REMARK-1] keeps what the lead decides on the way, and touches nothing else of it', async () => {
    const store = await (await aPlace())()
    await store.dialogues.save(frame, now)
    await store.dialogues.save(
      { ...frame, dialogue: { ...frame.dialogue, id: 'older' as DialogueId }, themes: [], items: [], frameworks: [] },
      (now - 1) as Instant,
    )
    const decided = { phase: 'green_review', editorialRemarks: true } as const
    expect(await store.dialogues.change(frame.dialogue, decided)).toBe(true)
    expect(await store.dialogues.current()).toEqual({
      ...frame,
      dialogue: { ...frame.dialogue, ...decided },
    })
  })

  it('[ACCESS-2] decides once about what two saw alike: whoever is second is told so', async () => {
    const store = await (await aPlace())()
    await store.dialogues.save(frame, now)
    const answers = await Promise.all(
      (['green_review', 'green'] as const).map((phase) =>
        store.dialogues.change(frame.dialogue, { phase, editorialRemarks: true }),
      ),
    )
    expect(answers.toSorted()).toEqual([false, true])
    expect(await store.dialogues.change({ ...frame.dialogue, id: 'nobody' as DialogueId }, frame.dialogue)).toBe(false)
  })

  it('keeps one order of names and codes, whatever the language of the database', async () => {
    const store = await (await aPlace())()
    const ids = ['Zeist', 'aap', 'a-p', 'B', 'b', 'é', '_', '10', '9']
    for (const id of ids) await store.people.save({ ...noor, id: id as PersonId })
    expect((await store.people.all()).map(({ id }) => id)).toEqual(ids.toSorted())
  })

  it('has one book of a kind per theme', async () => {
    const { books } = await (await aPlace())()
    const green = { id: 'book' as BookId, dialogue, theme: sport, kind: 'green' } as const
    await books.add(green)
    await expect(books.add({ ...green, id: 'other' as BookId })).rejects.toThrow('another green book')
    expect(await books.of(dialogue)).toEqual([green])
  })

  it('[ACCESS-4] ends all logins of a person, and nobody else’s', async () => {
    const store = await (await aPlace())()
    const bram: Person = { ...noor, id: 'person-bram' as PersonId }
    for (const person of [noor, bram]) await store.people.save(person)
    const login = (id: string, person: PersonId) => ({
      id: id as LoginId,
      tokenHash: `hash-${id}`,
      person,
      seatIndex: 0,
      createdAt: now,
      expiresAt: (now + 1000) as Instant,
      how: 'link' as const,
      device: 'Firefox, Android',
      seenAt: now,
    })
    for (const each of [login('a', noor.id), login('b', noor.id), login('c', bram.id)]) await store.logins.start(each)
    await store.logins.seen('b' as LoginId, (now + 9) as Instant)
    expect((await store.logins.of(noor.id, now)).map(({ id, seenAt }) => [id, seenAt - now])).toEqual([
      ['b', 9],
      ['a', 0],
    ])
    expect(await store.logins.lastSeen()).toEqual(
      new Map([
        [noor.id, now + 9],
        [bram.id, now],
      ]),
    )
    expect(await store.logins.endOf(noor.id, 'b' as LoginId)).toEqual(['a'])
    await store.logins.start(login('a', noor.id))
    expect((await store.logins.endOf(noor.id)).toSorted()).toEqual(['a', 'b'])
    expect(await store.logins.endOf(noor.id)).toEqual([])
    expect(await store.logins.find('hash-a', now)).toBeNull()
    expect(await store.logins.find('hash-c', now)).not.toBeNull()
  })

  it('knows a login until it ends or expires', async () => {
    const store = await (await aPlace())()
    await store.people.save(noor)
    const login = (id: string, expires: number) => ({
      id: id as LoginId,
      tokenHash: `hash-${id}`,
      person: noor.id,
      seatIndex: 0,
      createdAt: now,
      expiresAt: (now + expires) as Instant,
      how: 'passkey' as const,
      device: '',
      seenAt: now,
    })
    await store.logins.start(login('a', 1000))
    await store.logins.start(login('b', 2000))
    expect(await store.logins.find('hash-a', now)).toEqual(login('a', 1000))
    expect(await store.logins.find('hash-a', (now + 1000) as Instant), 'expired').toBeNull()
    expect(await store.logins.endExpired((now + 1500) as Instant)).toBe(1)
    await store.logins.end('b' as LoginId)
    expect(await store.logins.find('hash-b', now)).toBeNull()
  })
})
