import type { BookFact, LockCommand, ParkedId, SectionId } from '@witboek/domain'
import { ok } from '@witboek/domain'
import { anActor, anEvening, fields, pool, type Evening } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from '../layout.ts'
import { appendText } from '../section-text.ts'
import { closeCode, inSlot, outOfSlot, sectionMessage, setAsideFrame, syncFrame, syncMessage } from '../wire.ts'
import type { Device } from './device.ts'
import { Page } from './testing/a-page.ts'
import { MemoryDevice } from './testing/memory-device.ts'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')
const chef = anActor('chef', 'Willem')
const chefsRights = { role: 'chef', write: false, order: true, remark: false } as const

let evening: Evening
let pages: Page[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  evening = await anEvening()
  pages = []
})
afterEach(() => {
  for (const { line } of pages) line.close()
  vi.useRealTimers()
})

/** Until nothing moves any more, but for what a spec holds back. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 4;) {
    let moved = 0
    for (const page of pages) moved += page.deliver()
    await evening.settle()
    await vi.advanceTimersByTimeAsync(1)
    quiet = moved === 0 ? quiet + 1 : 0
  }
}

async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 1_000) {
    await vi.advanceTimersByTimeAsync(Math.min(1_000, ms - gone))
    await settle()
  }
}

/** Somebody opens the book, both sections of it. */
async function opens(actor = noor, options: ConstructorParameters<typeof Page>[2] = {}): Promise<Page> {
  const page = new Page(evening.room, actor, options)
  pages.push(page)
  for (const section of [pool, fields]) page.line.section(section)
  await settle()
  await vi.advanceTimersByTimeAsync(200)
  await settle()
  expect(page.line.state.line).toBe('open')
  return page
}

/** The tab is gone, in the middle of whatever it did. */
function dies(page: Page, device: { leave(): void }): void {
  page.holdsToRoom = true
  page.line.close()
  page.drops()
  device.leave()
  pages.splice(pages.indexOf(page), 1)
}

const lock = (section: SectionId): LockCommand => ({ type: 'section:lock', section, reason: '', until: null })

/** A lock that falls at once, without asking the pages to flush first. */
async function locksAtOnce(...sections: SectionId[]): Promise<void> {
  const fact: BookFact = {
    type: 'section:locked',
    sections,
    lock: { chef: chef.person, since: evening.clock.now(), reason: '', until: null },
  }
  const decided = evening.room.decide(chef.person, () => ok([fact]))
  await evening.settle()
  await decided
}

const durable = async (section: SectionId): Promise<string> => {
  const reading = evening.room.readDurable(({ docs }) => docs.get(section)?.getXmlFragment('body').toString() ?? '')
  await evening.settle()
  return (await reading).value
}

const paragraph = (text: string) => ({ kind: 'paragraph', text: [{ text }] }) as const

describe('an edit that is refused', () => {
  it('[I4] [PARK-1] becomes words on the device, and only its own section starts anew', async () => {
    const device = new MemoryDevice()
    const page = await opens(noor, { device: device.tab() })
    page.types('van vroeger', { in: pool })
    await settle()
    const [before, untouched] = [page.line.section(pool), page.line.section(fields)]
    page.holdsToRoom = true
    page.types('te laat', { in: pool })
    page.types('hier mag het', { in: fields })
    await locksAtOnce(pool)
    page.holdsToRoom = false
    await settle()
    const { state } = page.line
    expect(state.setAside).toMatchObject([
      { section: pool, code: 'section-locked', pieces: [{ inline: false, blocks: [paragraph('te laat')] }] },
    ])
    expect(state.setAside[0]?.id).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
    expect([...device.words.values()]).toEqual(state.setAside)
    expect([...state.renewed]).toEqual([[pool, 1]])
    expect(page.line.section(pool)).not.toBe(before)
    expect(page.line.section(pool).doc.clientID).not.toBe(before.doc.clientID)
    expect(page.text(pool)).toBe('van vroeger')
    expect(page.line.section(fields)).toBe(untouched)
    expect(await durable(fields)).toContain('hier mag het')
    expect(state.unsaved).toBe(0)
    expect(device.edits.size).toBe(0)
  })

  it('[I4] hears nothing in the fresh copy that was said to the old one', async () => {
    const page = await opens()
    const other = await opens(bram)
    await locksAtOnce(pool)
    page.types('te laat', { in: pool })
    page.holdsToPage = true
    await settle()
    const unlocked = evening.room.lock(chef.person, { type: 'section:unlock', section: pool }, chefsRights)
    await evening.settle()
    await unlocked
    other.types('een', { in: pool })
    await settle()
    other.types('twee', { in: pool })
    await settle()
    page.holdsToPage = false
    page.holdsToRoom = true
    await settle()
    expect([...page.line.state.renewed]).toEqual([[pool, 1]])
    expect(page.text(pool), 'the server has not heard of the fresh copy yet').toBe('')
    page.holdsToRoom = false
    await settle()
    expect([...page.line.state.renewed]).toEqual([[pool, 1]])
    expect(page.text(pool)).toBe('een\ntwee')
    page.types('drie', { in: pool })
    await settle()
    expect(page.line.state.unsaved).toBe(0)
    expect(other.text(pool)).toBe('een\ntwee\ndrie')
  })

  it('[I4] are none that the server turns out to have: only their acknowledgement got lost', async () => {
    const page = await opens()
    page.holdsToRoom = true
    page.types('al binnen', { in: pool })
    const { doc } = page.line.section(pool)
    // Another server recorded them before it was killed; this one reads so in the log, and then refuses what came again.
    const slot = page.toRoom.map((frame) => outOfSlot(frame).slot).at(-1) ?? expect.fail('nothing was sent')
    page.toPage.push(inSlot(slot, syncFrame('update', Y.encodeStateAsUpdate(doc))))
    page.types('te laat', { in: pool })
    page.toPage.push(inSlot(slot, setAsideFrame(2, 'section-locked')))
    page.deliver()
    expect(page.line.state.setAside.map(({ pieces }) => pieces[0]?.blocks)).toEqual([[paragraph('te laat')]])
  })

  it('[I4] says so when nothing but a deletion was refused, and brings the text back', async () => {
    const page = await opens()
    page.types('blijft', { in: pool })
    await settle()
    await locksAtOnce(pool)
    page.line.section(pool).text.delete(0, 1)
    await settle()
    expect(page.line.state.setAside).toMatchObject([{ section: pool, code: 'section-locked', pieces: [] }])
    expect(page.text(pool)).toBe('blijft')
  })

  it('[I4] keeps the last letters that an editor hands over while it is being replaced', async () => {
    const page = await opens()
    const { doc } = page.line.section(pool)
    await locksAtOnce(pool)
    page.types('te laat', { in: pool })
    await settle()
    appendText(bodyOf(doc), [paragraph('nog één')])
    expect(page.line.state.setAside.map(({ pieces }) => pieces[0]?.blocks)).toEqual([
      [paragraph('te laat')],
      [paragraph('nog één')],
    ])
    await pass(2_000)
    expect(page.line.state.unsaved).toBe(0)
  })

  it('takes a breath before it is refused again', async () => {
    const page = await opens()
    await locksAtOnce(pool)
    page.types('een', { in: pool })
    await settle()
    page.types('twee', { in: pool })
    await settle()
    page.types('drie', { in: pool })
    await settle()
    expect(page.line.state.renewed.get(pool)).toBe(1)
    expect(page.line.state.unsaved).toBe(2)
    await pass(6_000)
    expect(page.line.state.renewed.get(pool)).toBe(2)
    expect(page.line.state.setAside.map(({ pieces }) => pieces[0]?.blocks)).toEqual([
      [paragraph('een')],
      [paragraph('twee'), paragraph('drie')],
    ])
    expect(page.line.state.unsaved).toBe(0)
  })

  it('[PARK-1] can be put back as a new edit once the section is open, and is forgotten when the page says so', async () => {
    const device = new MemoryDevice()
    const page = await opens(noor, { device: device.tab() })
    page.types('eerste', { in: pool })
    await settle()
    await locksAtOnce(pool)
    page.types('tweede', { in: pool })
    await settle()
    const words = page.line.state.setAside[0] ?? expect.fail('nothing was set aside')
    expect(page.line.putBack(pool, words.pieces)).toBe(false)
    const unlocked = evening.room.lock(chef.person, { type: 'section:unlock', section: pool }, chefsRights)
    await settle()
    await unlocked
    expect(page.line.putBack(pool, words.pieces)).toBe(true)
    page.line.forget(words.id)
    await settle()
    expect(await durable(pool)).toMatch(/eerste.*tweede/)
    expect(page.line.state.setAside).toEqual([])
    expect(device.words.size).toBe(0)
    expect(page.line.state.setAside).toEqual([])
  })
})

describe('a lock that is about to fall', () => {
  it('[LOCK-3] closes the section, lets in what was written, and says that this was all', async () => {
    const page = await opens()
    page.types('op het nippertje', { in: pool })
    const closings: (readonly SectionId[])[] = []
    page.line.subscribe(({ closing }) => closings.push(closing))
    const answer = evening.room.lock(chef.person, lock(pool), chefsRights)
    // Well within the two seconds that the room would wait.
    for (let i = 0; i < 20; i++) {
      page.deliver()
      evening.clock.turn(1)
      await vi.advanceTimersByTimeAsync(1)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await answer).toMatchObject({ ok: true })
    await settle()
    expect(closings).toContainEqual([pool])
    expect(page.line.state).toMatchObject({ closing: [], setAside: [], unsaved: 0 })
    expect(page.line.state.manifest.sections[0]?.lock).not.toBeNull()
    expect(await durable(pool)).toContain('op het nippertje')
  })

  it('[LOCK-3] opens the section again when no lock falls', async () => {
    const page = await opens()
    page.holdsToRoom = true
    void evening.room.lock(chef.person, lock(pool), chefsRights)
    page.deliver()
    expect(page.line.state.closing).toEqual([pool])
    expect(page.line.putBack(pool, [])).toBe(false)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(page.line.state.closing).toEqual([])
  })

  it('follows the rights of the person', async () => {
    const page = await opens()
    const changed = evening.room.changeAccess(
      chef.person,
      { type: 'seat:ended', person: noor.person },
      ({ person, seat: { role } }) => ({ role, write: person !== noor.person, order: false, remark: false }),
    )
    await settle()
    await changed
    expect(page.line.state.rights.write).toBe(false)
  })
})

describe('a page that was closed', () => {
  it('[I4] leaves what was not saved on the device, and the next page brings it', async () => {
    const device = new MemoryDevice()
    const tab = device.tab()
    const page = await opens(noor, { device: tab })
    page.holdsToRoom = true
    page.types('uit de trein', { in: pool })
    await settle()
    dies(page, tab)
    expect(device.edits.size).toBe(1)
    const next = new Page(evening.room, noor, { device: device.tab() })
    pages.push(next)
    await settle()
    await pass(1_000)
    expect(await durable(pool), 'without anyone opening that section').toContain('uit de trein')
    await next.line.section(pool).synced
    expect(next.text(pool)).toBe('uit de trein')
    expect(next.line.state).toMatchObject({ unsaved: 0, setAside: [] })
    expect(device.edits.size).toBe(0)
  })

  it('[I4] leaves words when the section was locked in the meantime', async () => {
    const device = new MemoryDevice()
    const tab = device.tab()
    const page = await opens(noor, { device: tab })
    page.holdsToRoom = true
    page.types('uit de trein', { in: pool })
    await settle()
    dies(page, tab)
    await locksAtOnce(pool)
    const next = await opens(noor, { device: device.tab() })
    expect(next.line.state.setAside).toMatchObject([
      { section: pool, code: 'section-locked', pieces: [{ blocks: [paragraph('uit de trein')] }] },
    ])
    expect(next.line.state.unsaved).toBe(0)
    expect(device.edits.size).toBe(0)
    const third = await opens(noor, { device: device.tab() })
    expect(third.line.state.setAside, 'a later page has them too').toEqual(next.line.state.setAside)
    third.line.forget(third.line.state.setAside[0]?.id as ParkedId)
    expect(third.line.state.setAside).toEqual([])
  })

  it('[I4] leaves words when what they build on was never saved', async () => {
    const device = new MemoryDevice()
    const tab = device.tab()
    const doc = newSectionDoc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    appendText(bodyOf(doc), [paragraph('weg')])
    appendText(bodyOf(doc), [paragraph('los')])
    await tab.keepEdit({ id: '1', section: pool, update: updates[1] as Uint8Array })
    await tab.keepEdit({ id: '2', section: 'section-elsewhere' as SectionId, update: updates[0] as Uint8Array })
    await tab.keepEdit({ id: '3', section: fields, update: new Uint8Array([9, 9, 9]) })
    tab.leave()
    const page = await opens(noor, { device: device.tab() })
    const told = page.line.state.setAside.map(({ section, code, pieces }) => [section, code, pieces[0]?.blocks])
    expect(told).toHaveLength(3)
    expect(told).toContainEqual([pool, 'orphaned-text', [paragraph('los')]])
    expect(told).toContainEqual(['section-elsewhere', 'section-not-found', [paragraph('weg')]])
    expect(told).toContainEqual([fields, 'orphaned-text', undefined])
    expect(page.line.state.unsaved).toBe(0)
    expect(device.edits.size).toBe(0)
    page.types('gewoon verder', { in: pool })
    await settle()
    expect(await durable(pool)).toContain('gewoon verder')
  })

  it('goes on without a device that cannot keep anything', async () => {
    const no = () => Promise.reject(new Error('full'))
    const device: Device = {
      keepEdit: no,
      forgetEdits: no,
      adoptEdits: no,
      keepWords: no,
      forgetWords: no,
      words: no,
    }
    const page = await opens(noor, { device })
    page.types('toch', { in: pool })
    await settle()
    expect(page.line.state.unsaved).toBe(0)
    await locksAtOnce(pool)
    page.types('te laat', { in: pool })
    await settle()
    expect(page.line.state.setAside).toHaveLength(1)
    page.line.forget(page.line.state.setAside[0]?.id as ParkedId)
    expect(page.line.state.setAside).toEqual([])
  })
})

describe('[I7] a copy that is no longer the server’s', () => {
  /** The next update from the room to this page gets lost, as no network would do it. */
  const losesOneUpdate = (page: Page): void => {
    const lost = page.toPage.findIndex((frame) => {
      const { slot, message } = outOfSlot(frame)
      return slot > 0 && message[0] === sectionMessage.sync && message[1] === syncMessage.update
    })
    expect(lost).toBeGreaterThanOrEqual(0)
    page.toPage.splice(lost, 1)
  }

  it('is replaced once, and the server hears of it', async () => {
    const page = await opens()
    const other = await opens(bram)
    page.holdsToPage = true
    other.types('gemist', { in: pool })
    await settle()
    losesOneUpdate(page)
    page.holdsToPage = false
    await settle()
    expect(page.text(pool)).toBe('')
    evening.clock.turn(15_000)
    await settle()
    expect(page.text(pool)).toBe('gemist')
    expect([...page.line.state.renewed]).toEqual([[pool, 1]])
    expect(other.line.state.renewed.size).toBe(0)
    expect(evening.notes.filter(({ what }) => what === 'differs')).toHaveLength(1)
    expect(page.line.state.setAside).toEqual([])
  })

  it('is replaced once more a few seconds later when it cannot go on, also when nothing more is said', async () => {
    const page = await opens()
    const other = await opens(bram)
    const missesTheFirstOf = async (...words: string[]): Promise<void> => {
      page.holdsToPage = true
      for (const [i, word] of words.entries()) {
        other.types(word, { in: pool })
        await settle()
        if (i === 0) losesOneUpdate(page)
      }
      page.holdsToPage = false
      await settle()
    }
    await missesTheFirstOf('een', 'twee')
    expect([...page.line.state.renewed]).toEqual([[pool, 1]])
    expect(page.text(pool)).toBe('een\ntwee')
    await missesTheFirstOf('drie', 'vier')
    expect(page.text(pool)).toBe('een\ntwee')
    await pass(6_000)
    expect([...page.line.state.renewed]).toEqual([[pool, 2]])
    expect(page.text(pool)).toBe(other.text(pool))
  })

  it('is not replaced again within a minute', async () => {
    const page = await opens()
    const other = await opens(bram)
    for (const word of ['een', 'twee']) {
      page.holdsToPage = true
      other.types(word, { in: pool })
      await settle()
      losesOneUpdate(page)
      page.holdsToPage = false
      await settle()
      evening.clock.turn(15_000)
      await settle()
    }
    expect([...page.line.state.renewed]).toEqual([[pool, 1]])
    expect(page.text(pool)).toBe('een')
    await pass(60_000)
    other.types('drie', { in: fields })
    other.types('drie', { in: pool })
    await settle()
    expect([...page.line.state.renewed]).toEqual([[pool, 2]])
    expect(page.text(pool)).toBe('een\ntwee\ndrie')
  })

  it('[I4] is replaced when an update cannot be placed, and keeps what was on its way', async () => {
    const page = await opens()
    const other = await opens(bram)
    page.holdsToPage = true
    other.types('een', { in: pool })
    await settle()
    other.types('twee', { in: pool })
    await settle()
    losesOneUpdate(page)
    page.holdsToRoom = true
    page.types('van mij', { in: pool })
    page.holdsToPage = false
    await settle()
    expect([...page.line.state.renewed]).toEqual([[pool, 1]])
    expect(page.line.state.unsaved).toBe(1)
    page.holdsToRoom = false
    await settle()
    expect(page.text(pool).split('\n').sort()).toEqual(['een', 'twee', 'van mij'])
    expect(other.text(pool)).toBe(page.text(pool))
    expect(page.line.state).toMatchObject({ unsaved: 0, setAside: [] })
    expect(page.lines, 'over one and the same line').toBe(1)
  })
})

describe('a line', () => {
  it('[I4] that is refused for good leaves what was not saved as words', async () => {
    const device = new MemoryDevice()
    const page = await opens(noor, { device: device.tab() })
    page.holdsToRoom = true
    page.types('bijna', { in: pool })
    await settle()
    page.drops(closeCode.refused, 'not-for-your-role')
    expect(page.line.state).toMatchObject({ line: 'refused', refusal: 'not-for-your-role', unsaved: 0 })
    expect(page.line.state.setAside).toMatchObject([
      { section: pool, code: 'not-for-your-role', pieces: [{ blocks: [paragraph('bijna')] }] },
    ])
    await settle()
    expect(device.words.size).toBe(1)
    expect(device.edits.size).toBe(0)
  })

  it('keeps the edits of an earlier tab for after the next login', async () => {
    const device = new MemoryDevice()
    const tab = device.tab()
    const page = await opens(noor, { device: tab })
    page.holdsToRoom = true
    page.types('uit de trein', { in: pool })
    await settle()
    dies(page, tab)
    const signedOut = device.tab()
    const next = new Page(evening.room, noor, { device: signedOut })
    next.refusal = { code: closeCode.notSignedIn, reason: 'not-signed-in' }
    await settle()
    expect(next.line.state).toMatchObject({ line: 'refused', setAside: [] })
    next.line.close()
    signedOut.leave()
    expect(device.edits.size).toBe(1)
    await opens(noor, { device: device.tab() })
    expect(await durable(pool)).toContain('uit de trein')
  })

  it('[I2] that was lost and came back brings everything once, and frees the device of it', async () => {
    const device = new MemoryDevice()
    const page = await opens(noor, { device: device.tab() })
    page.types('een', { in: pool })
    await settle()
    page.drops()
    page.types('twee', { in: pool })
    expect(page.line.state).toMatchObject({ line: 'lost', unsaved: 1 })
    await pass(2_000)
    expect(page.line.state).toMatchObject({ line: 'open', unsaved: 0 })
    expect((await durable(pool)).match(/een|twee/g)).toEqual(['een', 'twee'])
    expect(device.edits.size).toBe(0)
  })

  it('[I2] on which nobody types for minutes goes on counting right', async () => {
    const page = await opens()
    for (const section of [pool, fields]) page.line.section(section).awareness.setLocalState(null)
    page.types('een', { in: fields })
    await settle()
    await pass(180_000)
    expect(page.lines).toBe(1)
    page.holdsToPage = true
    page.types('twee', { in: fields })
    page.types('drie', { in: fields })
    await settle()
    expect(page.line.state.unsaved).toBe(2)
    page.holdsToPage = false
    await settle()
    expect(page.line.state.unsaved).toBe(0)
  })

  it('tells how full a section is when it comes near', async () => {
    const page = await opens()
    page.types('x'.repeat(3_600_000), { in: pool })
    await settle()
    evening.clock.turn(15_000)
    await settle()
    expect(page.line.state.filled.get(pool)).toBeGreaterThan(80)
  })
})

it('[I7] takes the tidying up of an editor that may not write for no difference, and for no edit either', async () => {
  const device = new MemoryDevice()
  const tab = device.tab()
  await tab.keepEdit({ id: '1', section: pool, update: twiceBold() })
  tab.leave()
  const page = await opens(noor, { device: device.tab() })
  expect(page.line.state.unsaved).toBe(0)
  await locksAtOnce(pool)
  const { doc, text } = page.line.section(pool)
  doc.transact((transaction) => marksIn(text)[1]?.delete(transaction))
  expect(page.line.state.unsaved).toBe(1)
  await settle()
  evening.clock.turn(15_000)
  await settle()
  expect(evening.notes.map(({ what }) => what)).not.toContain('differs')
  expect(page.line.state).toMatchObject({ unsaved: 0, setAside: [], renewed: new Map() })
})

const textOf = (body: Y.XmlFragment) => (body.get(0) as Y.XmlElement).get(0) as Y.XmlText

/** Two people made the same words bold without knowing of each other: one pair of marks does nothing. */
function twiceBold(): Uint8Array {
  const [one, other] = [newSectionDoc(), newSectionDoc()]
  appendText(bodyOf(one), [paragraph('een twee')])
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  for (const doc of [one, other]) textOf(bodyOf(doc)).format(0, 3, { bold: {} })
  return Y.mergeUpdates([one, other].map((doc) => Y.encodeStateAsUpdate(doc)))
}

function marksIn(body: Y.XmlFragment): Y.Item[] {
  const marks: Y.Item[] = []
  for (let item = textOf(body)._start; item; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentFormat) marks.push(item)
  return marks
}
