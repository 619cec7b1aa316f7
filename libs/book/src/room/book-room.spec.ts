import {
  anActor,
  anEvening,
  caretBytes,
  chanceFrom,
  fields,
  InMemoryBookLog,
  pool,
  seedOfToday,
  sportBook,
} from '@witboek/testkit'
import { changeStructure, ok, type BookEntry, type BookId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadBook } from './loaded-book.ts'
import { bodyOf } from '../layout.ts'
import { caretsFrame, closeCode, inSlot, syncFrame } from '../wire.ts'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')
const chef = anActor('chef', 'Willem')

const oneFact = (result: ReturnType<typeof changeStructure>) => (result.ok ? ok([result.value]) : result)

/** A log whose commits come back only when the spec lets them. */
class SlowLog extends InMemoryBookLog {
  private held: (() => void)[] = []
  hold = false
  fail = false

  override async append(book: BookId, head: number, entries: readonly BookEntry[]) {
    if (this.hold) await new Promise<void>((resolve) => this.held.push(resolve))
    if (this.fail) throw new Error('the disk is full')
    return super.append(book, head, entries)
  }

  letGo(): void {
    this.hold = false
    for (const go of this.held.splice(0)) go()
  }
}

describe('an open book', () => {
  it('shows everyone what one writes, in the section it was written in', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const reader = await evening.comes(bram)
    reader.doc(pool)
    reader.doc(fields)
    writer.types('’s Maandags dicht', { in: pool })
    await evening.settle()
    expect(reader.text(pool)).toBe('’s Maandags dicht')
    expect(reader.text(fields)).toBe('')
  })

  it('[I1] shows and acknowledges nothing before it is durable', async () => {
    const log = new SlowLog()
    const evening = await anEvening({ log })
    const writer = await evening.comes(noor)
    const reader = await evening.comes(bram)
    reader.doc(pool)
    writer.doc(pool)
    await evening.settle()
    log.hold = true
    writer.types('nog niet bewaard', { in: pool })
    await evening.settle()
    expect(reader.text(pool)).toBe('')
    expect(writer.acknowledged.get(pool)?.count ?? 0, 'only the empty first exchange').toBeLessThan(2)
    log.letGo()
    await evening.settle()
    expect(reader.text(pool)).toBe('nog niet bewaard')
    expect(writer.acknowledged.get(pool)).toEqual({ type: 'acknowledged', count: 2, seq: 3 })
  })

  it('[I1] serves somebody who joins during a commit only once that is durable', async () => {
    const log = new SlowLog()
    const evening = await anEvening({ log })
    const writer = await evening.comes(noor)
    writer.doc(pool)
    await evening.settle()
    log.hold = true
    writer.types('onderweg', { in: pool })
    await evening.settle()
    const joiner = await evening.comes(bram)
    joiner.doc(pool)
    await evening.settle()
    expect(joiner.text(pool)).toBe('')
    const page = evening.room.readDurable(({ docs }) => docs.size)
    let answered = false
    void page.then(() => (answered = true))
    await evening.settle()
    expect(answered).toBe(false)
    log.letGo()
    await evening.settle()
    expect(joiner.text(pool)).toBe('onderweg')
    expect(answered).toBe(true)
  })

  it('[I4] gives up when a commit fails: nothing was shown, and the writer still has it all', async () => {
    const log = new SlowLog()
    const evening = await anEvening({ log })
    const writer = await evening.comes(noor)
    const reader = await evening.comes(bram)
    reader.doc(pool)
    writer.doc(pool)
    await evening.settle()
    log.fail = true
    writer.types('verloren?', { in: pool })
    await evening.settle()
    expect(evening.failures).toHaveLength(1)
    expect(reader.text(pool)).toBe('')
    expect(writer.closedWith).toEqual({ code: closeCode.tryAgain, reason: 'not-saved' })
    log.fail = false
    const again = await anEvening({ log })
    const back = await again.comes(noor)
    Y.applyUpdate(back.doc(pool), Y.encodeStateAsUpdate(writer.doc(pool)))
    const other = await again.comes(bram)
    other.doc(pool)
    await again.settle()
    expect(other.text(pool)).toBe('verloren?')
  })

  it('[I3] numbers edits and commands in one sequence without a gap', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const leader = await evening.comes(chef)
    writer.types('een', { in: pool })
    const decided = evening.room.decide(chef.person, (manifest) =>
      oneFact(changeStructure(manifest, { type: 'section:move', section: fields, after: null }, leader.rights)),
    )
    await evening.settle()
    writer.types('twee', { in: fields })
    await evening.settle()
    expect(await decided).toMatchObject({ ok: true })
    const entries = await evening.log.read(sportBook.id, { after: 0, limit: 100 })
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
    expect(entries.filter(({ kind }) => kind === 'edit').map(({ person }) => person)).toEqual([
      noor.person,
      noor.person,
    ])
    expect(leader.manifest?.sections.map(({ id }) => id)).toEqual([fields, pool])
  })

  it('[BOOK-4] refuses the words of somebody who only reads, and says so', async () => {
    const evening = await anEvening()
    const reader = await evening.comes(anActor('financialAdviser', 'Ans'))
    const writer = await evening.comes(noor)
    writer.types('van de expert', { in: pool })
    reader.doc(pool)
    await evening.settle()
    expect(reader.setAside, 'reading along is no edit').toEqual([])
    reader.types('van de adviseur', { in: pool })
    await evening.settle()
    expect(reader.setAside).toEqual([{ section: pool, count: 2, code: 'not-for-your-role' }])
    expect(writer.text(pool)).toBe('van de expert')
    expect(evening.notes).toContainEqual(expect.objectContaining({ what: 'refused', code: 'not-for-your-role' }))
  })

  it('[BOOK-5] refuses words for a section that was removed, and brings its text back with it', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const leader = await evening.comes(chef)
    writer.types('blijft bewaard', { in: pool })
    await evening.settle()
    const order = (type: 'section:remove' | 'section:restore') =>
      evening.room.decide(chef.person, (manifest) =>
        oneFact(changeStructure(manifest, { type, section: pool }, leader.rights)),
      )
    const removed = order('section:remove')
    await evening.settle()
    expect(await removed).toMatchObject({ ok: true })
    writer.types('te laat', { in: pool })
    await evening.settle()
    expect(writer.setAside).toMatchObject([{ section: pool, code: 'section-removed' }])
    void order('section:restore')
    await evening.settle()
    const reader = await evening.comes(bram)
    reader.doc(pool)
    await evening.settle()
    expect(reader.text(pool)).toBe('blijft bewaard')
  })

  it('asks for everything when an edit builds on something it does not have, and applies nothing half', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    await evening.settle()
    writer.types('eerste', { in: pool })
    writer.outbox.pop() // lost on the way
    writer.types('tweede', { in: pool })
    await evening.settle()
    const reader = await evening.comes(bram)
    reader.doc(pool)
    await evening.settle()
    expect(reader.text(pool)).toBe('eerste\ntweede')
  })

  it.each([
    ['nothing at all', new Uint8Array()],
    ['a slot that is not there', inSlot(99, syncFrame('step1', new Uint8Array([0])))],
    ['an unknown message', inSlot(1, new Uint8Array([55, 1, 2]))],
    ['an update of noise', inSlot(1, syncFrame('update', new Uint8Array([9, 9, 9, 9, 250, 3])))],
    ['an update cut short', inSlot(1, new Uint8Array([0, 2, 200, 1]))],
    ['carets that are no JSON', inSlot(1, caretsFrame(new Uint8Array([1, 7, 1, 2, 123, 123])))],
    ['bytes after the end', inSlot(1, new Uint8Array([3, 3]))],
  ])('closes the line of somebody who sends %s, and nobody else’s', async (_, frame) => {
    const evening = await anEvening()
    const attacker = await evening.comes(noor)
    const other = await evening.comes(bram)
    other.types('rustig verder', { in: pool })
    evening.room.receive(attacker, frame)
    await evening.settle()
    expect(attacker.closedWith).toEqual({ code: closeCode.notUnderstood, reason: 'not-understood' })
    expect(other.closedWith).toBeNull()
    expect(other.acknowledged.get(pool)?.seq).toBeGreaterThan(0)
  })

  it('shows carets under the name of the login', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const reader = await evening.comes(bram)
    writer.doc(pool)
    reader.doc(pool)
    await evening.settle()
    writer.points({ cursor: { anchor: null }, user: { name: 'Burgemeester' } }, { in: pool })
    writer.deliver(evening.room)
    evening.clock.turn(100)
    const frames = reader.inbox.map((frame) => new TextDecoder().decode(frame)).join()
    expect(frames).toContain('Noor')
    expect(frames).not.toContain('Burgemeester')
    expect(caretBytes([]).length).toBe(1)
  })

  it('opens again from a snapshot and what came after it, to the same text', async () => {
    const log = new InMemoryBookLog()
    const evening = await anEvening({ log })
    const writer = await evening.comes(noor)
    for (let i = 0; i < 620; i++) {
      writer.types(`regel ${i}`, { in: i % 3 ? pool : fields })
      await evening.settle()
    }
    const snapshot = await log.latestSnapshot(sportBook.id)
    expect(snapshot?.seq).toBeGreaterThanOrEqual(500)
    expect(snapshot?.seq).toBeLessThan(evening.room.seq)
    const loaded = await loadBook(sportBook.id, log)
    expect(loaded.head).toBe(evening.room.seq)
    for (const section of [pool, fields])
      expect(bodyOf(loaded.docs.get(section) as Y.Doc).toString()).toBe(bodyOf(writer.doc(section)).toString())
  })

  it('[I7] ends with equal copies, whatever arrives when, in whatever order people type, delete, come and go', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    for (let round = 0; round < 30; round++) {
      const log = new InMemoryBookLog()
      const evening = await anEvening({ log })
      const people = await Promise.all([1, 2, 3, 4].map((n) => evening.comes(anActor('expert', `Expert ${n}`))))
      for (const person of people) for (const section of [pool, fields]) person.doc(section)
      for (let step = 0; step < 60; step++) {
        const person = chance.pick(people)
        const section = chance.pick([pool, fields])
        const act = chance.below(10)
        if (act < 6) person.types(`${person.actor.name} ${step}`, { in: section })
        else if (act < 8) person.deletesFirst({ in: section })
        else if (act < 9) person.deliver(evening.room)
        else person.read()
        if (chance.below(12) === 0) await evening.settle()
      }
      await evening.settle()
      const late = await evening.comes(bram)
      late.doc(pool)
      late.doc(fields)
      await evening.settle()
      const loaded = await loadBook(sportBook.id, log)
      for (const section of [pool, fields]) {
        const kept = bodyOf(loaded.docs.get(section) as Y.Doc).toString()
        for (const person of [...people, late])
          expect(bodyOf(person.doc(section)).toString(), `seed ${chance.seed}, round ${round}`).toBe(kept)
      }
    }
  })
})
