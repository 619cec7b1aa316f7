import {
  anActor,
  anEvening,
  chanceFrom,
  fields,
  InMemoryBookLog,
  pool,
  seedOfToday,
  SlowLog,
  sportBook,
  type Evening,
  type Participant,
} from '@witboek/testkit'
import type { LockCommand, RecordedEntry, SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf } from '../layout.ts'
import { closeCode } from '../wire.ts'
import type { BookRoom } from './book-room.ts'
import { loadBook } from './loaded-book.ts'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')
const chef = anActor('chef', 'Willem')
const chefsRights = { role: 'chef', write: false, order: true, remark: false } as const
const lock = (section: SectionId): LockCommand => ({ type: 'section:lock', section, reason: '', until: null })
const on = (server: number) => ({ server })
const at = (evening: Evening, server: number): BookRoom => evening.rooms[server] as BookRoom

const entriesOf = (evening: Evening): Promise<readonly RecordedEntry[]> =>
  evening.log.read(sportBook.id, { after: 2, limit: 10_000 })

/** What was taken in becomes durable, and nobody hears of it yet. */
async function commits({ clock }: Evening): Promise<void> {
  for (let i = 0; i < 5; i++) {
    clock.turn(10)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The kinds of entries, in the order of the sequence. */
const sequence = async (evening: Evening): Promise<string[]> =>
  (await entriesOf(evening)).map((entry) => (entry.kind === 'edit' ? 'edit' : entry.fact.type))

describe('a book that is open on several servers', () => {
  it('[I3] shows everyone the same words in the same sequence, wherever they were written', async () => {
    const evening = await anEvening({ servers: 2 })
    const [writer, reader] = [await evening.comes(noor), await evening.comes(bram, {}, on(1))]
    reader.doc(pool)
    writer.types('van hier', { in: pool })
    await evening.settle()
    reader.types('van daar', { in: pool })
    await evening.settle()
    expect(writer.text(pool)).toBe('van hier\nvan daar')
    expect(reader.text(pool)).toBe(writer.text(pool))
    expect(evening.rooms.map(({ seq }) => seq)).toEqual([4, 4])
    expect([writer, reader].map((person) => person.acknowledged.get(pool)?.seq)).toEqual([3, 4])
  })

  it('[I3] [I4] lets both write at the same moment: one goes first, nothing is lost, and nobody notices', async () => {
    const evening = await anEvening({ servers: 2 })
    const people = [await evening.comes(noor), await evening.comes(bram, {}, on(1))] as const
    for (const person of people) person.doc(pool)
    await evening.settle()
    for (let i = 0; i < 20; i++) for (const person of people) person.types(`${person.actor.name} ${i}`, { in: pool })
    await evening.settle()
    expect(await sequence(evening)).toHaveLength(40)
    expect(people[0].text(pool)).toBe(people[1].text(pool))
    expect(people[0].text(pool).split('\n')).toHaveLength(40)
    for (const person of people) expect([person.acknowledged.get(pool)?.count, person.setAside]).toEqual([21, []])
    expect(evening.failures).toEqual([])
  })

  it('[LOCK-2] [I4] takes nothing into a section that another server has just locked, and all else', async () => {
    const evening = await anEvening({ servers: 2 })
    const writer = await evening.comes(noor, {}, on(1))
    writer.doc(pool)
    writer.doc(fields)
    await evening.settle()
    const locked = at(evening, 0).decide(chef.person, () => ({ ok: true, value: [lockFact(pool)] }))
    writer.types('te laat', { in: pool })
    writer.types('nog te later', { in: pool })
    writer.types('hier mag het', { in: fields })
    writer.deliver(at(evening, 1))
    evening.clock.turn(10)
    expect(await locked).toMatchObject({ ok: true })
    await evening.settle()
    expect(await sequence(evening)).toEqual(['section:locked', 'edit'])
    expect(writer.setAside).toMatchObject([{ section: pool, count: 2, code: 'section-locked' }])
    expect(writer.acknowledged.get(pool)?.count).toBe(1)
    const reader = await evening.comes(bram, {}, on(1))
    reader.doc(pool)
    reader.doc(fields)
    await evening.settle()
    expect([reader.text(pool), reader.text(fields)]).toEqual(['', 'hier mag het'])
  })

  it('[I4] loses nothing that came behind a refused edit, when another server opens the section at that moment', async () => {
    const evening = await anEvening({ servers: 2 })
    const writer = await evening.comes(noor, {}, on(1))
    writer.doc(pool)
    writer.doc(fields)
    const locked = at(evening, 0).decide(chef.person, () => ({ ok: true, value: [lockFact(pool)] }))
    await evening.settle()
    await locked
    const opened = at(evening, 0).decide(chef.person, () => ({ ok: true, value: [unlockFact(pool)] }))
    writer.types('houdt de server bezig', { in: fields })
    writer.types('geweigerd', { in: pool })
    writer.types('en wat erna kwam', { in: pool })
    writer.deliver(at(evening, 1))
    await evening.settle()
    await opened
    expect(writer.setAside).toEqual([])
    expect(writer.acknowledged.get(pool)?.count).toBe(writer.sent.get(pool))
    const reader = await evening.comes(bram)
    reader.doc(pool)
    await evening.settle()
    expect(reader.text(pool)).toBe('geweigerd\nen wat erna kwam')
  })

  it('[I1] [I7] sends a joiner also what another server records while the joiner waits for what is not yet durable', async () => {
    const evening = await anEvening({ servers: 2 })
    const [here, there] = [await evening.comes(noor), await evening.comes(bram, {}, on(1))]
    here.doc(pool)
    there.doc(pool)
    const joiner = await evening.comes(anActor('expert', 'Joke'), {}, on(1))
    await evening.settle()
    there.types('nog niet bewaard', { in: pool })
    here.types('van de andere server', { in: pool })
    here.deliver(at(evening, 0))
    there.deliver(at(evening, 1))
    joiner.doc(pool)
    joiner.deliver(at(evening, 1))
    await evening.settle()
    expect(joiner.text(pool)).toBe(here.text(pool))
    expect(joiner.text(pool).split('\n')).toHaveLength(2)
  })

  it('[I4] tells a page what came in over another server before it says what did not: no word is both', async () => {
    const evening = await anEvening({ servers: 2 })
    const [here, there] = [await evening.comes(noor), await evening.comes(noor, {}, on(1))]
    here.types('kwam nog binnen', { in: pool })
    here.deliver(at(evening, 0))
    await commits(evening)
    const locked = at(evening, 0).decide(chef.person, () => ({ ok: true, value: [lockFact(pool)] }))
    await commits(evening)
    expect(await locked).toMatchObject({ ok: true })
    // Neither the words nor the lock have been heard of on the other server, where the page comes back.
    evening.bus.lose()
    Y.applyUpdate(there.doc(pool), Y.encodeStateAsUpdate(here.doc(pool)), there)
    there.types('en dit niet meer', { in: pool })
    await evening.settle()
    expect(there.setAside).toMatchObject([{ section: pool, code: 'section-locked' }])
    expect(there.serverHas.get(pool)?.get(here.doc(pool).clientID)).toBe(
      Y.getState(here.doc(pool).store, here.doc(pool).clientID),
    )
  })

  it('[LOCK-3] lets the pages on the other servers send their last words before the lock falls', async () => {
    const evening = await anEvening({ servers: 2 })
    const writer = await evening.comes(noor, {}, on(1))
    writer.doc(pool)
    await evening.settle()
    writer.types('nog net op tijd', { in: pool })
    const answer = at(evening, 0).lock(chef.person, lock(pool), chefsRights)
    await evening.settle()
    expect(await answer).toMatchObject({ ok: true })
    expect(writer.closing).toHaveLength(1)
    expect(writer.setAside).toEqual([])
    expect(writer.manifest?.sections[0]?.lock).toMatchObject({ chef: chef.person })
    expect(await sequence(evening)).toEqual(['edit', 'section:locked'])
  })

  it('[LOCK-3] waits a little more than two seconds, and no longer, for a server that does not answer', async () => {
    const evening = await anEvening({ servers: 2 })
    const writer = await evening.comes(noor, {}, on(1))
    writer.doc(pool)
    writer.flushes = false
    await evening.settle()
    const answer = at(evening, 0).lock(chef.person, lock(pool), chefsRights)
    await evening.settle()
    evening.clock.turn(2_500)
    await evening.settle()
    expect(await answer).toMatchObject({ ok: true })
  })

  it('[LOCK-1] gives a section one lock when two Chefs lock it at the same moment on two servers', async () => {
    const evening = await anEvening({ servers: 2 })
    const other = anActor('chef', 'Wil')
    const answers = Promise.all([
      at(evening, 0).lock(chef.person, lock(pool), chefsRights),
      at(evening, 1).lock(other.person, lock(pool), chefsRights),
    ])
    await evening.settle()
    expect((await answers).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sequence(evening)).toEqual(['section:locked'])
    expect(evening.failures).toEqual([])
  })

  it.each([
    ['what was lost between the servers', 5_000, (evening: Evening) => evening.bus.lose()],
    ['what is written while they cannot hear each other', 1_000, (evening: Evening) => (evening.bus.connected = false)],
  ])('[I7] reads %s from the log', async (_, ms, breaks) => {
    const evening = await anEvening({ servers: 2 })
    const [writer, reader] = [await evening.comes(noor), await evening.comes(bram, {}, on(1))]
    reader.doc(pool)
    writer.doc(pool)
    await evening.settle()
    if (ms === 1_000) breaks(evening)
    evening.clock.turn(5_000)
    writer.types('toch gezien', { in: pool })
    writer.deliver(at(evening, 0))
    evening.clock.turn(0)
    await new Promise((resolve) => setImmediate(resolve))
    breaks(evening)
    await evening.settle()
    evening.clock.turn(ms)
    await evening.settle()
    expect(reader.text(pool)).toBe('toch gezien')
  })

  it('[I4] records words once that come over two servers, and acknowledges them on both', async () => {
    const evening = await anEvening({ servers: 2 })
    const [here, there] = [await evening.comes(noor), await evening.comes(noor, {}, on(1))]
    here.doc(pool)
    there.doc(pool)
    await evening.settle()
    here.types('van de ene naar de andere', { in: pool })
    // The line broke, and the page said the same again over another one.
    there.outbox.push(...here.outbox)
    there.deliver(at(evening, 1))
    await evening.settle()
    expect(await sequence(evening)).toEqual(['edit'])
    expect(here.acknowledged.get(pool)?.count).toBe(2)
    expect(there.acknowledged.get(pool)?.count).toBe(2)
    const reader = await evening.comes(bram, {}, on(1))
    reader.doc(pool)
    await evening.settle()
    expect(reader.text(pool)).toBe('van de ene naar de andere')
  })

  it('[I5] gives a client id to one account, also when two claim it at the same moment on two servers', async () => {
    const evening = await anEvening({ servers: 2 })
    const [owner, forger] = [await evening.comes(noor), await evening.comes(bram, {}, on(1))]
    owner.doc(pool)
    forger.doc(pool).clientID = owner.doc(pool).clientID
    await evening.settle()
    owner.types('van mij', { in: pool })
    forger.types('ook van mij', { in: pool })
    await evening.settle()
    const entries = await entriesOf(evening)
    expect(entries).toHaveLength(1)
    const loser = entries[0]?.person === owner.actor.person ? forger : owner
    expect(loser.setAside).toMatchObject([{ section: pool, code: 'foreign-author' }])
  })

  it('[I4] does not let words vanish in a paragraph that is deleted at the same moment on another server', async () => {
    const evening = await anEvening({ servers: 2 })
    const [first, second] = [await evening.comes(noor), await evening.comes(bram, {}, on(1))]
    first.types('een alinea', { in: pool })
    second.doc(pool)
    await evening.settle()
    first.deletesFirst({ in: pool })
    const paragraph = bodyOf(second.doc(pool)).get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(0, 'nog iets over ')
    first.deliver(at(evening, 0))
    second.deliver(at(evening, 1))
    await evening.settle()
    const [entry] = (await entriesOf(evening)).slice(1)
    if (entry?.person === first.actor.person)
      expect(second.setAside).toMatchObject([{ section: pool, code: 'orphaned-text' }])
    else expect(await sequence(evening)).toHaveLength(3)
    expect(evening.failures).toEqual([])
  })

  it('[ACCESS-3] holds rights that were taken on one server on all, from their place in the sequence on', async () => {
    const evening = await anEvening({ servers: 2 })
    const [writer, other] = [await evening.comes(noor, {}, on(1)), await evening.comes(bram, {}, on(1))]
    writer.doc(pool)
    other.doc(pool)
    await evening.settle()
    evening.allow(noor.person, null)
    const ended = at(evening, 0).changeAccess(chef.person, { type: 'seat:ended', person: noor.person }, () => null)
    writer.types('te laat', { in: pool })
    writer.deliver(at(evening, 1))
    other.types('mag nog', { in: pool })
    await evening.settle()
    await ended
    expect(writer.closedWith).toEqual({ code: closeCode.refused, reason: 'not-for-your-role' })
    expect(other.closedWith).toBeNull()
    const entries = await entriesOf(evening)
    const end = entries.findIndex((entry) => entry.kind === 'fact')
    expect(entries.slice(end).filter(({ kind, person }) => kind === 'edit' && person === noor.person)).toEqual([])
    expect(entries.some(({ person }) => person === bram.person)).toBe(true)
  })

  it('shows carets from other servers, also to whoever comes later, until their line goes', async () => {
    const evening = await anEvening({ servers: 2 })
    const [pointer, reader] = [await evening.comes(noor), await evening.comes(bram, {}, on(1))]
    pointer.doc(pool)
    reader.doc(pool)
    await evening.settle()
    const heard = () => reader.inbox.map((frame) => new TextDecoder().decode(frame)).join()
    pointer.points({ cursor: { anchor: 1 }, user: { name: 'De wethouder' } }, { in: pool })
    pointer.deliver(at(evening, 0))
    evening.clock.turn(100)
    evening.bus.deliver()
    evening.clock.turn(100)
    expect(heard()).toContain('Noor')
    expect(heard()).not.toContain('wethouder')
    reader.read()
    evening.goes(pointer)
    evening.clock.turn(100)
    evening.bus.deliver()
    evening.clock.turn(100)
    expect(heard()).toContain('null')
  })

  it('[I1] [I3] [I4] [I7] [LOCK-2] holds, whatever comes when: writers, locks, lost words, on three servers', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    for (let round = 0; round < 25 * scale; round++) await aWildEvening(chance, `seed ${chance.seed}, round ${round}`)
  })
})

const scale = process.env['PROFILE'] === 'nightly' ? 10 : 1

/** Three servers, six writers, a Chef; then quiet, and everything has to be right. */
async function aWildEvening(chance: ReturnType<typeof chanceFrom>, name: string): Promise<void> {
  const log = new SlowLog(new InMemoryBookLog(), chance)
  const evening = await anEvening({ log, servers: 3 })
  const settle = async (): Promise<void> => {
    do await evening.settle()
    while (log.takeCalls() > 0)
  }
  const people: Participant[] = []
  for (let n = 0; n < 6; n++) people.push(await evening.comes(anActor('expert', `Expert ${n}`), {}, on(n % 3)))
  for (const person of people) for (const section of [pool, fields]) person.doc(section)
  await settle()
  const answers: Promise<unknown>[] = []
  for (let step = 0; step < 80; step++) {
    const n = chance.below(people.length)
    const person = people[n] as Participant
    const section = chance.pick([pool, fields])
    const act = chance.below(14)
    if (act < 5) person.types(`${person.actor.name}, ${step}`, { in: section })
    else if (act < 6) person.deletesFirst({ in: section })
    else if (act < 9) person.deliver(at(evening, n % 3))
    else if (act < 10) person.read()
    else if (act < 11) evening.bus.deliver()
    else if (act < 12) evening.clock.turn(10)
    else if (act < 13) await new Promise((resolve) => setImmediate(resolve))
    else {
      const isLocked = chance.below(2) === 0
      const command = isLocked ? lock(section) : ({ type: 'section:unlock', section } as const)
      answers.push(at(evening, chance.below(3)).lock(chef.person, command, chefsRights))
    }
    if (chance.below(25) === 0) evening.bus.lose()
  }
  await settle()
  evening.clock.turn(6_000)
  await settle()
  await Promise.all(answers)
  expect(evening.failures, name).toEqual([])
  const entries = await evening.log.read(sportBook.id, { after: 0, limit: 10_000 })
  expect(
    entries.map(({ seq }) => seq),
    name,
  ).toEqual(entries.map((_, i) => i + 1))
  expect(
    evening.rooms.map(({ seq }) => seq),
    name,
  ).toEqual([1, 2, 3].map(() => entries.length))
  expectNothingBehindLocks(entries, name)
  for (const person of people)
    for (const section of [pool, fields]) {
      const refused = person.setAside.some((edit) => edit.section === section)
      if (!refused) expect(person.acknowledged.get(section)?.count, name).toBe(person.sent.get(section))
    }
  // Whoever was set aside starts anew, as a page does; the words are the page's to keep.
  for (const person of people)
    for (const section of new Set(person.setAside.map((refused) => refused.section))) person.startsAnew(section)
  await settle()
  const loaded = await loadBook(sportBook.id, evening.log)
  for (const section of [pool, fields]) {
    const kept = bodyOf(loaded.docs.get(section) as Y.Doc).toString()
    for (const person of people) expect(bodyOf(person.doc(section)).toString(), name).toBe(kept)
  }
}

function expectNothingBehindLocks(entries: readonly RecordedEntry[], name: string): void {
  const locked = new Set<SectionId>()
  for (const entry of entries) {
    if (entry.kind === 'edit') expect(locked.has(entry.section), `${name}: entry ${entry.seq}`).toBe(false)
    else if (entry.fact.type === 'section:locked') for (const section of entry.fact.sections) locked.add(section)
    else if (entry.fact.type === 'section:unlocked') for (const section of entry.fact.sections) locked.delete(section)
  }
}

const unlockFact = (section: SectionId) => ({ type: 'section:unlocked', sections: [section], by: 'chef' }) as const

const lockFact = (section: SectionId) =>
  ({
    type: 'section:locked',
    sections: [section],
    lock: { chef: chef.person, since: 0 as never, reason: '', until: null },
  }) as const
