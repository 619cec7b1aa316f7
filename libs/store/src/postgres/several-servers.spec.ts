import type {
  BookEntry,
  BookId,
  Cents,
  DialogueId,
  Frame,
  Instant,
  MeetingId,
  ParkedEdit,
  ParkedId,
  Person,
  PersonId,
  PollId,
  SectionId,
  ThemeId,
} from '@witboek/domain'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../ports/index.ts'
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

describe('several servers that take ballots at the same moment', () => {
  const meeting = 'meeting' as MeetingId
  const hall = Array.from({ length: 220 }, (_, i) => `person-${String(i).padStart(3, '0')}` as PersonId)

  it.each([false, true])(
    '[POLL-7] count each person once, and a person who asks all of them 50 times as one (secret: %s)',
    async (secret) => {
      const poll = 'poll' as PollId
      await server(0).ballotBoxes.open({ poll, meeting, secret })
      const casts = async ({ ballotBoxes }: Store, person: PersonId) =>
        secret
          ? ballotBoxes.castSecret({ poll, person, choices: { option: person }, mode: null })
          : (
              await ballotBoxes.cast({
                poll,
                person,
                key: 'one wish',
                choices: { option: person },
                mode: null,
                at: now,
              })
            ).outcome
      const outcomes = [
        ...(await atOnce(hall.length, (store, i) => casts(store, hall[i] as PersonId))),
        ...(await atOnce(50, (store) => casts(store, noor))),
      ]
      expect(outcomes.filter((outcome) => outcome === 'cast')).toHaveLength(221)
      expect(outcomes.filter((outcome) => outcome === (secret ? 'already' : 'again'))).toHaveLength(49)
      const closed = await atOnce(9, ({ ballotBoxes }) => ballotBoxes.close(poll))
      expect(closed.filter(Boolean)).toHaveLength(1)
      expect(await server(1).ballotBoxes.roll(poll)).toHaveLength(221)
      expect(await server(2).ballotBoxes.find(poll)).toMatchObject({ state: 'closed', cast: 221 })
    },
  )

  it.each([false, true])('[POLL-17] take none after one of them has closed the poll (secret: %s)', async (secret) => {
    for (let round = 0; round < 8; round++) {
      const poll = `poll-${round}` as PollId
      await server(0).ballotBoxes.open({ poll, meeting, secret })
      const outcomes = await atOnce(45, async ({ ballotBoxes }, i) => {
        const [person, mode] = [`person-${i}` as PersonId, null]
        if (i === 22) return (await ballotBoxes.close(poll)) ? 'closes' : 'never'
        if (secret) return ballotBoxes.castSecret({ poll, person, choices: { option: person }, mode })
        return (await ballotBoxes.cast({ poll, person, key: 'k', choices: { option: person }, mode, at: now })).outcome
      })
      const counted = (await server(1).ballotBoxes.roll(poll)).map(({ person }) => person)
      const acknowledged = outcomes.flatMap((outcome, i) => (outcome === 'cast' ? [`person-${i}`] : []))
      expect(counted.toSorted()).toEqual(acknowledged.toSorted())
      expect(outcomes[22]).toBe('closes')
    }
  })

  it('[POLL-12] have a person vote by hand or on a screen, never both', async () => {
    for (let round = 0; round < 8; round++) {
      const poll = `poll-${round}` as PollId
      await server(0).ballotBoxes.open({ poll, meeting, secret: round % 2 === 0 })
      const cast = (store: Store, person: PersonId) =>
        round % 2 === 0
          ? store.ballotBoxes.castSecret({ poll, person, choices: { option: 'yes' }, mode: null })
          : store.ballotBoxes.cast({ poll, person, key: 'k', choices: { option: 'yes' }, mode: null, at: now })
      await atOnce<unknown>(20, (store, i) =>
        i % 2 === 0 ? cast(store, hall[i >> 1] as PersonId) : store.ballotBoxes.byHand(poll, hall.slice(0, 3)),
      )
      await server(0).ballotBoxes.close(poll)
      const voters = (await server(1).ballotBoxes.roll(poll)).map(({ person }) => person)
      expect(voters).toEqual([...new Set(voters)])
      expect(voters).toEqual(hall.slice(0, 10))
    }
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
