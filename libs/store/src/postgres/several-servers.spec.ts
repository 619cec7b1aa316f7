import type {
  BookEntry,
  BookId,
  Cents,
  DialogueId,
  Frame,
  Instant,
  ParkedEdit,
  ParkedId,
  Person,
  PersonId,
  SectionId,
  ThemeId,
} from '@witboek/domain'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../ports.ts'
import { aPostgresDatabase, postgres } from '../testing/every-store.ts'

const book = 'book-sport' as BookId
const section = 'section-pool' as SectionId
const noor = 'person-noor' as PersonId
const now = 1_301_680_800_000 as Instant

/** Three servers on one database. */
let servers: readonly Store[]
beforeEach(async () => {
  const url = await aPostgresDatabase()
  servers = await Promise.all([postgres(url)(), postgres(url)(), postgres(url)()])
})

const server = (i: number): Store => servers[i % servers.length] as Store
const atOnce = <Value>(count: number, act: (store: Store, i: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => act(server(i), i)))
const edit = (word: string, newClients: readonly number[] = []): BookEntry => ({
  kind: 'edit',
  person: noor,
  at: now,
  section,
  update: new TextEncoder().encode(word),
  newClients,
})

describe('several servers that write in one book at the same moment', () => {
  it('[I3] have one order without a gap, and every acknowledged entry is in it once, at its place', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const placed = new Map<string, number>()
    await atOnce(12, async ({ bookLog }, writer) => {
      let head = 0
      for (let i = 0; i < 25; i++) {
        const words = Array.from({ length: 1 + chance.below(4) }, (_, n) => `${writer}-${i}-${n}`)
        for (;;) {
          const answer = await bookLog.append(
            book,
            head,
            words.map((word) => edit(word)),
          )
          const expected = head
          head = answer.head
          if (!answer.ok) continue
          for (const [n, word] of words.entries()) placed.set(word, expected + 1 + n)
          break
        }
      }
    })
    const entries = await server(0).bookLog.read(book, { after: 0, limit: 10_000 })
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
    expect((await server(1).bookLog.head(book)).seq).toBe(entries.length)
    const found = entries.map((entry) => [
      new TextDecoder().decode(entry.kind === 'edit' ? entry.update : undefined),
      entry.seq,
    ])
    expect(new Map(found as [string, number][])).toEqual(placed)
    expect(entries.length).toBe(placed.size)
  })

  it('[I3] let exactly one begin it', async () => {
    const answers = await atOnce(30, ({ bookLog }, i) => bookLog.append(book, 0, [edit(`${i}`)]))
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, head: 1 }])
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(29).fill({ ok: false, head: 1 }))
  })

  it('[I5] give a client id to one of them', async () => {
    const answers = await atOnce(12, async ({ bookLog }, i) => {
      for (let head = 0; ;) {
        const answer = await bookLog.append(book, head, [{ ...edit(`${i}`, [7]), person: `person-${i}` as PersonId }])
        if (answer.ok || answer.head === head) return answer.ok
        head = answer.head
      }
    })
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await server(0).bookLog.authors(book)).toEqual([
      { section, client: 7, person: `person-${answers.indexOf(true)}` },
    ])
    expect((await server(0).bookLog.head(book)).seq).toBe(1)
  })

  it('keep the latest of their snapshots, whichever comes last, and it is read as a whole', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    let going = true
    const readings = (async () => {
      while (going) {
        const snapshot = await server(2).bookLog.latestSnapshot(book)
        expect(
          snapshot?.sections.map(({ state }) => state[0] ?? 0).filter((seq) => seq !== snapshot.seq) ?? [],
        ).toEqual([])
      }
    })()
    const numbers = Array.from({ length: 60 }, () => 1 + chance.below(200))
    await atOnce(numbers.length, ({ bookLog }, i) => {
      const seq = numbers[i] ?? 0
      return bookLog.saveSnapshot(book, { seq, sections: [{ section, state: Uint8Array.of(seq) }] })
    })
    going = false
    await readings
    const latest = Math.max(...numbers)
    expect(await server(0).bookLog.latestSnapshot(book)).toEqual({
      seq: latest,
      sections: [{ section, state: Uint8Array.of(latest) }],
    })
  })
})

describe('several servers that keep words at the same moment', () => {
  const words = (id: string, writer = noor): ParkedEdit => ({
    id: id as ParkedId,
    book,
    section,
    writer,
    at: now,
    code: 'section-locked',
    pieces: [],
    state: 'kept',
  })

  it('[PARK-5] keep as many as there may be, and not one more', async () => {
    const answers = await atOnce(40, ({ parkedEdits }, i) => parkedEdits.keep(words(`words-${i}`), 3))
    expect(answers.filter((answer) => answer === 'kept')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(37)
    expect(await server(0).parkedEdits.waiting(book)).toHaveLength(3)
  })

  it('[PARK-1] keep them once, for the one writer who was first', async () => {
    const answers = await atOnce(30, ({ parkedEdits }, i) =>
      parkedEdits.keep(words('words', `person-${i % 2}` as PersonId), 9),
    )
    const [kept] = await server(0).parkedEdits.waiting(book)
    expect(answers).toEqual(answers.map((_, i) => (`person-${i % 2}` === kept?.writer ? 'kept' : 'taken')))
  })

  it('[PARK-3] decide about them once', async () => {
    await server(0).parkedEdits.keep(words('words'), 9)
    const answers = await atOnce(30, ({ parkedEdits }) => parkedEdits.move('words' as ParkedId, 'kept', 'handed'))
    expect(answers.filter(Boolean)).toHaveLength(1)
  })
})

describe('several servers that save at the same moment', () => {
  const person = (i: number): Person => ({
    id: noor,
    name: `Noor ${i}`,
    background: '',
    seats: Array.from({ length: i % 4 }, () => ({ role: 'expert', theme: `theme-${i}` as ThemeId })),
  })

  it('leave a person as one of them saved it', async () => {
    await atOnce(30, ({ people }, i) => people.save(person(i)))
    const saved = await server(0).people.find(noor)
    expect(saved).toEqual(person(Number(saved?.name.split(' ')[1])))
  })

  it('leave the frame as one of them saved it, and whoever reads meanwhile sees one whole', async () => {
    const frame = (i: number): Frame => {
      const dialogue = 'dialogue' as DialogueId
      return {
        dialogue: {
          id: dialogue,
          title: `${i}`,
          municipality: '',
          fiscalYear: 2012,
          phase: 'green',
          totalTarget: 0 as Cents,
          rate: 10,
          assignment: [],
          editorialRemarks: false,
          synthetic: true,
          source: '',
        },
        themes: Array.from({ length: 1 + (i % 5) }, (_, order) => ({
          id: `theme-${order}` as ThemeId,
          dialogue,
          slug: `${order}`,
          name: `${i} ${order}`,
          about: '',
          target: 0 as Cents,
          order,
        })),
        items: [],
        frameworks: [],
      }
    }
    const seen = await atOnce(30, async ({ dialogues }, i) => {
      await dialogues.save(frame(i), now)
      return dialogues.current()
    })
    for (const read of [...seen, await server(0).dialogues.current()])
      expect(read).toEqual(frame(Number(read?.dialogue.title)))
  })

  it('add a book once', async () => {
    const sport = { id: book, dialogue: 'dialogue' as DialogueId, theme: 'theme' as ThemeId, kind: 'green' } as const
    await atOnce(30, ({ books }) => books.add(sport))
    expect(await server(0).books.of(sport.dialogue)).toEqual([sport])
  })
})

describe('turns of several servers', () => {
  it('never overlap under one name', async () => {
    let inside = 0
    let most = 0
    const done = await atOnce(45, ({ turns }, i) =>
      turns.take('access', async () => {
        most = Math.max(most, (inside += 1))
        await server(i + 1).people.all()
        inside -= 1
        return i
      }),
    )
    expect(done).toHaveLength(45)
    expect(most).toBe(1)
  })
})
