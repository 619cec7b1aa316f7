import type { SetAside } from '@witboek/book/client'
import type { AuthorsAnswer, ParkedAnswer, ParkedCommands } from '@witboek/contract'
import { parkedMax, type Block, type ParkedId, type SectionId } from '@witboek/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aFolder } from '../../testing/a-server.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { asks, no, types, type MeetingLine } from '../../testing/clients.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)
const at = (index: number): SectionId => sections[index] as SectionId
const writer = inSeat('expert')
const other = inSeat('expert', { nth: 1 })
const chef = inSeat('chef')
const done = { ok: true, value: null }

let meeting: Meeting
beforeAll(async () => {
  meeting = await aMeeting()
})
afterEach(() => meeting.everyoneLeaves())
afterAll(() => meeting.close())

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] })
let count = 0
/** Words that were refused, as a device brings them. */
const someWords = (text = 'wat niet mocht', wish: Partial<ParkedCommands['edit:park']> = {}) => ({
  book,
  section: at(0),
  id: `words-${(count += 1)}`,
  code: 'section-locked' as const,
  pieces: [{ at: '', inline: false, blocks: [paragraph(text)] }],
  ...wish,
})
const waiting = async (person: string, from = meeting): Promise<ParkedAnswer['parked']> =>
  (await from.gets<ParkedAnswer>(`/api/books/${book}/parked`, person)).body.parked
const waits = async (person: string, id: string, from = meeting) =>
  (await waiting(person, from)).find((words) => words.id === id)

/** Words that a writer has brought and handed to the Chef. */
async function handedOver(socket: MeetingLine, text: string, wish: Partial<ParkedCommands['edit:park']> = {}) {
  const words = someWords(text, wish)
  expect(await asks(socket, 'edit:park', words)).toEqual(done)
  expect(await asks(socket, 'edit:hand-over', { book, id: words.id })).toEqual(done)
  return words
}

describe('words that were refused', () => {
  it('[PARK-1] [PARK-2] are kept for their writer as they were typed, with the reason, and nobody else sees them', async () => {
    const [page, line, chefsLine] = [
      await meeting.opens(writer),
      await meeting.comes(writer),
      await meeting.comes(chef),
    ]
    await page.section(at(1)).synced
    await asks(chefsLine, 'section:lock', { book, section: at(1), reason: '', until: null })
    types(page, at(1), 'de huur van de sportzaal')
    await until('they are set aside', () => page.state.setAside.length === 1)
    const { id, section, code, pieces } = page.state.setAside[0] as SetAside
    expect(await asks(line, 'edit:park', { book, section, id, code, pieces })).toEqual(done)
    expect(await waits(writer, id)).toMatchObject({
      section: at(1),
      code: 'section-locked',
      state: 'kept',
      own: true,
      pieces: [{ blocks: [paragraph('de huur van de sportzaal')] }],
    })
    for (const somebody of [chef, other, inSeat('lead')]) expect(await waits(somebody, id)).toBeUndefined()
    await asks(chefsLine, 'section:unlock', { book, section: at(1) })
  })

  it('[PARK-1] come back into the text by their writer’s own hand, and are then withdrawn', async () => {
    const [page, line] = [await meeting.opens(writer), await meeting.comes(writer)]
    await page.section(at(1)).synced
    const words = someWords('nog eens geprobeerd', { section: at(1) })
    await asks(line, 'edit:park', words)
    expect(page.putBack(at(1), words.pieces)).toBe(true)
    await until('they are saved', () => page.state.unsaved === 0 && page.state.savedAt !== null)
    expect(await asks(line, 'edit:withdraw', { book, id: words.id })).toEqual(done)
    expect(await waits(writer, words.id)).toBeUndefined()
    expect(await asks(line, 'edit:withdraw', { book, id: words.id })).toMatchObject(no('parked-changed'))
  })

  it('[PARK-1] are kept once, however often and from wherever they are brought', async () => {
    const lines = await Promise.all([meeting.comes(writer), meeting.comes(writer)])
    const words = someWords('dubbel')
    const answers = await Promise.all([...lines, ...lines].map((line) => asks(line, 'edit:park', words)))
    expect(answers).toEqual([done, done, done, done])
    expect((await waiting(writer)).filter(({ id }) => id === words.id)).toHaveLength(1)
    // Brought again after they came to an end they do not come back to life.
    await asks(lines[0], 'edit:withdraw', { book, id: words.id })
    await asks(lines[0], 'edit:park', words)
    expect(await waits(writer, words.id)).toBeUndefined()
  })

  it('[PARK-1] are not mixed up with those of somebody else who brings the same id', async () => {
    const words = someWords('van mij')
    await asks(await meeting.comes(writer), 'edit:park', words)
    const intruder = await meeting.comes(other)
    expect(await asks(intruder, 'edit:park', someWords('van een ander', { id: words.id }))).toMatchObject(
      no('parked-changed'),
    )
    expect(await waits(writer, words.id)).toMatchObject({ pieces: words.pieces })
  })

  it('[PARK-1] may be brought by whoever reads the book: the right to write may be what was lost', async () => {
    const elsewhere = inSeat('expert', { elsewhere: true })
    const words = someWords('van de buren', { code: 'not-for-your-role' })
    expect(await asks(await meeting.comes(elsewhere), 'edit:park', words)).toEqual(done)
    expect(await waits(elsewhere, words.id)).toMatchObject({ own: true })
    const councillor = await meeting.comes(inSeat('councillor'))
    expect(await asks(councillor, 'edit:park', someWords())).toMatchObject(no('book-not-yet-readable'))
  })

  it('[PARK-2] [PARK-4] handed to the Chef are read, admitted, and stand in the text under their writer’s name', async () => {
    const [page, line, chefsLine] = [await meeting.opens(other), await meeting.comes(writer), await meeting.comes(chef)]
    await page.section(at(2)).synced
    for (const socket of [line, chefsLine]) await asks(socket, 'presence:enter', { book })
    const heard: object[] = []
    chefsLine.on('parked:changed', (news) => heard.push(news))
    const words = await handedOver(line, 'toch toegelaten', { section: at(2) })
    await until('the Chef is told that there is something', () => heard.length === 2)
    expect(heard, 'and not what it is').toEqual([{ book }, { book }])
    const seen = await waits(chef, words.id)
    expect(seen).toMatchObject({ state: 'handed', own: false, writer: { person: writer }, pieces: words.pieces })
    expect(seen?.writer.name).not.toBe('')

    const before = (await meeting.gets<AuthorsAnswer>(`/api/books/${book}/authors`, chef)).body.sections[at(2)]
    expect(await asks(chefsLine, 'edit:admit', { book, id: words.id })).toEqual(done)
    await until('everyone reads it', () => page.section(at(2)).text.toString().includes('toch toegelaten'))
    const after = (await meeting.gets<AuthorsAnswer>(`/api/books/${book}/authors`, chef)).body.sections[at(2)]
    const fresh = after?.clients.filter(([client]) => !before?.clients.some(([known]) => known === client))
    expect(fresh?.map(([, person]) => person)).toEqual([writer])
    for (const somebody of [writer, chef]) expect(await waits(somebody, words.id)).toBeUndefined()
  })

  it('[PARK-3] are given back by the Chef, handed over again, and taken back by their writer', async () => {
    const [line, chefsLine] = [await meeting.comes(writer), await meeting.comes(chef)]
    const { id } = await handedOver(line, 'heen en weer')
    expect(await asks(chefsLine, 'edit:give-back', { book, id })).toEqual(done)
    expect(await waits(writer, id)).toMatchObject({ state: 'returned' })
    expect(await waits(chef, id)).toBeUndefined()
    expect(await asks(chefsLine, 'edit:admit', { book, id })).toMatchObject(no('parked-changed'))
    expect(await asks(line, 'edit:hand-over', { book, id })).toEqual(done)
    expect(await asks(line, 'edit:withdraw', { book, id })).toEqual(done)
    expect(await asks(chefsLine, 'edit:admit', { book, id })).toMatchObject(no('parked-changed'))
  })

  it('[PARK-3] are decided about once: two who admit at the same moment bring them in once', async () => {
    const page = await meeting.opens(other)
    await page.section(at(3)).synced
    const chefs = await Promise.all([meeting.comes(chef), meeting.comes(chef)])
    const { id } = await handedOver(await meeting.comes(writer), 'precies één keer', { section: at(3) })
    const answers = await Promise.all(chefs.map((socket) => asks(socket, 'edit:admit', { book, id })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(no('parked-changed'))
    const inText = () => page.section(at(3)).text.toString().split('precies één keer').length - 1
    await until('they are in the text', () => inText() > 0)
    expect(inText()).toBe(1)
  })

  it('[PARK-4] wait on while their section is locked, and are let in when it is open', async () => {
    const chefsLine = await meeting.comes(chef)
    const { id } = await handedOver(await meeting.comes(writer), 'even wachten', { section: at(4) })
    await asks(chefsLine, 'section:lock', { book, section: at(4), reason: '', until: null })
    expect(await asks(chefsLine, 'edit:admit', { book, id })).toMatchObject(no('section-locked'))
    expect(await waits(chef, id)).toMatchObject({ state: 'handed' })
    await asks(chefsLine, 'section:unlock', { book, section: at(4) })
    expect(await asks(chefsLine, 'edit:admit', { book, id })).toEqual(done)
  })

  it.each([
    ['handed over by another expert', 'edit:hand-over', other, 'parked-not-found'],
    ['taken back by another expert', 'edit:withdraw', other, 'parked-not-found'],
    ['admitted by another expert', 'edit:admit', other, 'not-for-your-role'],
    ['admitted by their writer', 'edit:admit', writer, 'not-for-your-role'],
    ['given back by their writer', 'edit:give-back', writer, 'not-for-your-role'],
    ['taken back by the Chef', 'edit:withdraw', chef, 'parked-not-found'],
    ['admitted by the Chef of another theme', 'edit:admit', inSeat('chef', { elsewhere: true }), 'not-for-your-role'],
    ['given back by the lead', 'edit:give-back', inSeat('lead'), 'not-for-your-role'],
  ] as const)('[PARK-3] are not %s', async (_, name, person, code) => {
    const { id } = await handedOver(await meeting.comes(writer), 'van mij en de Chef')
    expect(await asks(await meeting.comes(person), name, { book, id })).toMatchObject(no(code))
    expect(await waits(writer, id)).toMatchObject({ state: 'handed' })
    expect(await asks(await meeting.comes(writer), 'edit:withdraw', { book, id })).toEqual(done)
  })

  it.each([
    ['for a section that is not there', 'edit:park', { ...someWords(), section: 'nowhere' }, 'section-not-found'],
    ['for a book that is not there', 'edit:park', { ...someWords(), book: 'nowhere' }, 'book-not-found'],
    ['for no reason there is', 'edit:park', { ...someWords(), code: 'just-because' }, 'not-understood'],
    ['in the name of another', 'edit:park', { ...someWords(), writer: other }, 'not-understood'],
    ['without words', 'edit:park', { ...someWords(), pieces: [] }, 'not-understood'],
    ['with more words than an edit has', 'edit:park', someWords('x'.repeat(20_001)), 'not-understood'],
    ['about words that are not there', 'edit:hand-over', { book, id: 'nothing' }, 'parked-not-found'],
    ['about no words', 'edit:hand-over', { book }, 'not-understood'],
  ] as const)('[PARK-5] are not taken %s', async (_, name, message, code) => {
    expect(await asks(await meeting.comes(writer), name, message)).toMatchObject(no(code))
  })

  it('[PARK-5] are kept up to a number per person and book; after that they stay on the device', async () => {
    const somebody = inSeat('expert', { nth: 2 })
    const line = await meeting.comes(somebody)
    const all = Array.from({ length: parkedMax + 1 }, (_, i) => someWords(`nummer ${i}`))
    const answers = []
    for (const words of all) answers.push(await asks(line, 'edit:park', words))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(parkedMax)
    expect(answers.at(-1)).toMatchObject(no('too-much-parked'))
    expect(await asks(line, 'edit:withdraw', { book, id: all[0]?.id })).toEqual(done)
    expect(await asks(line, 'edit:park', all.at(-1))).toEqual(done)
    expect(await asks(await meeting.comes(other), 'edit:park', someWords('van een ander'))).toEqual(done)
  })

  it('are seen by nobody who has not signed in or may not read the book', async () => {
    const path = `/api/books/${book}/parked`
    expect(await meeting.gets(path, null)).toMatchObject({ status: 401, body: { type: '/problems/not-signed-in' } })
    expect(await meeting.gets(path, inSeat('councillor'))).toMatchObject({ status: 403 })
    expect(await meeting.gets('/api/books/nowhere/parked', writer)).toMatchObject({ status: 404 })
  })
})

describe('a server that starts again', () => {
  it('[PARK-1] [PARK-3] [PARK-4] has the words still, and puts right what was cut off between the text and the mark on them', async () => {
    const folder = aFolder()
    const first = await aMeeting({ DATA_DIR: folder.path })
    const [line, chefsLine] = [await first.comes(writer), await first.comes(chef)]
    const kept = someWords('blijft bewaard')
    await asks(line, 'edit:park', kept)
    const { id } = await handedOver(line, 'net toegelaten')
    expect(await asks(chefsLine, 'edit:admit', { book, id })).toEqual(done)
    first.everyoneLeaves()
    await first.server.leaves(async ({ bookLog, parkedEdits }) => {
      const { seq } = await bookLog.head(book)
      const [edit, fact] = await bookLog.read(book, { after: seq - 2, limit: 2 })
      expect(edit).toMatchObject({ kind: 'edit', person: writer, section: at(0) })
      expect(fact).toMatchObject({
        kind: 'fact',
        person: chef,
        fact: { type: 'edit:admitted', parked: id, section: at(0), writer },
      })
      // As if the server had died before it could mark the words.
      expect(await parkedEdits.move(id as ParkedId, 'admitted', 'handed')).toBe(true)
    })
    await first.close()

    const second = await aMeeting({ DATA_DIR: folder.path })
    expect(await asks(await second.comes(chef), 'edit:admit', { book, id })).toMatchObject(no('parked-changed'))
    expect(await waits(chef, id, second)).toBeUndefined()
    expect(await waits(writer, kept.id, second)).toMatchObject({ state: 'kept', pieces: kept.pieces })
    await second.close()
    folder.remove()
  })
})
