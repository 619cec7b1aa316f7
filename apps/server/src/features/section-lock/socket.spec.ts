import { flushedFrame } from '@witboek/book'
import type { Answer, Recorded } from '@witboek/contract'
import { lockOn, openSections, type Instant, type SectionId } from '@witboek/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { asks, no, types } from '../../testing/clients.ts'
import { locksIn } from '../../testing/locks-in.ts'
import { aParagraph } from '../../testing/raw-line.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)
const at = (index: number): SectionId => sections[index] as SectionId
const wish = { reason: '', until: null }

let meeting: Meeting
beforeAll(async () => {
  meeting = await aMeeting()
})
afterEach(() => meeting.everyoneLeaves())
afterAll(() => meeting.close())

const seqOf = (answer: Answer<unknown>): number => (answer.ok ? (answer.value as Recorded).seq : 0)

describe('a Chef', () => {
  it('[LOCK-1] [LOCK-7] locks a section: every page is told who, why and until when, and no letter of it changes', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const page = await meeting.opens(inSeat('expert'))
    await page.section(at(0)).synced
    const before = page.section(at(0)).text.toString()
    const end = (Date.now() + 3_600_000) as Instant
    expect(
      await asks(chef, 'section:lock', { book, section: at(0), reason: '  eerst \n praten ', until: end }),
    ).toMatchObject({ ok: true })
    await until('the page is told', () => lockOn(page.state.manifest, at(0)) !== null)
    expect(lockOn(page.state.manifest, at(0))).toMatchObject({
      chef: inSeat('chef'),
      reason: 'eerst praten',
      until: end,
    })
    expect(openSections(page.state.manifest).filter(({ lock }) => lock)).toHaveLength(1)

    expect(await asks(chef, 'section:unlock', { book, section: at(0) })).toMatchObject({ ok: true })
    await until('it is open again', () => lockOn(page.state.manifest, at(0)) === null)
    expect(page.section(at(0)).text.toString()).toBe(before)
    types(page, at(0), 'en weer verder')
    await until('what is written is saved', () => page.state.unsaved === 0)
    expect(page.state.setAside).toEqual([])
  })

  it('[LOCK-2] a locked section takes no word of anybody, the one beside it does, and the words stay with their writer', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const writer = await meeting.opens(inSeat('expert'))
    const other = await meeting.opens(inSeat('expert', { nth: 1 }))
    for (const page of [writer, other]) await Promise.all([page.section(at(1)).synced, page.section(at(2)).synced])
    await asks(chef, 'section:lock', { book, section: at(1), ...wish })
    types(writer, at(1), 'te laat')
    types(writer, at(2), 'hier mag het')
    await until('it is set aside', () => writer.state.setAside.length === 1)
    expect(writer.state.setAside[0]).toMatchObject({
      section: at(1),
      code: 'section-locked',
      pieces: [{ blocks: [{ text: [{ text: 'te laat' }] }] }],
    })
    await until('the other section has it', () => other.section(at(2)).text.toString().includes('hier mag het'))
    await until('all is settled', () => writer.state.unsaved === 0)
    await writer.section(at(1)).synced
    for (const page of [writer, other]) expect(page.section(at(1)).text.toString()).not.toContain('te laat')
    await asks(chef, 'section:unlock', { book, section: at(1) })
  })

  it('[LOCK-3] first lets everyone send their last words: what was on its way comes in, before the lock in the sequence', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const writer = await meeting.speaks(inSeat('expert'))
    await writer.doc(at(3))
    const locking = asks(chef, 'section:lock', { book, section: at(3), ...wish })
    await until('the page is asked', () => writer.fromBook('closing').length > 0)
    const closing = writer.fromBook('closing')[0]?.closing
    expect(closing?.sections).toEqual([at(3)])
    await writer.edits(at(3), aParagraph('nog net'))
    writer.sayToBook(flushedFrame(closing?.round ?? 0))
    const answer = await locking
    expect(answer).toMatchObject({ ok: true })
    await until('the lock is told', () => writer.fromBook('fact').length > 0)
    const [saved] = writer.fromSection(at(3), 'acknowledged')
    expect(saved?.count).toBe(1)
    expect(saved?.seq).toBeLessThan(seqOf(answer))
    expect(writer.fromBook('fact')[0]?.fact.seq).toBe(seqOf(answer))

    await writer.edits(at(3), aParagraph('toch nog'))
    await until('it is set aside', () => writer.fromSection(at(3), 'setAside').length > 0)
    expect(writer.fromSection(at(3), 'setAside')).toMatchObject([{ count: 2, code: 'section-locked' }])
    await asks(chef, 'section:unlock', { book, section: at(3) })
  })

  it('[LOCK-4] a lock with an end opens by itself, and everyone is told so', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const reader = await meeting.speaks(inSeat('expert'))
    const page = await meeting.opens(inSeat('expert', { nth: 1 }))
    await page.section(at(0)).synced
    await asks(chef, 'section:lock', { book, section: at(0), reason: '', until: Date.now() + 400 })
    await until('it opens', () => reader.fromBook('fact').length === 2)
    expect(reader.fromBook('fact').map(({ fact }) => fact.fact)).toMatchObject([
      { type: 'section:locked' },
      { type: 'section:unlocked', sections: [at(0)], by: 'time' },
    ])
    await until('the page knows', () => lockOn(page.state.manifest, at(0)) === null)
    types(page, at(0), 'na de pauze')
    await until('what is written is saved', () => page.state.unsaved === 0)
    expect(page.state.setAside).toEqual([])
  })

  it('[LOCK-5] [LOCK-6] asks everyone to look at one section, and freezes the whole book with the locks under the ice', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const page = await meeting.opens(inSeat('expert'))
    await until('the page knows the book', () => page.state.manifest.sections.length > 0)
    const open = () => openSections(page.state.manifest).filter(({ id }) => lockOn(page.state.manifest, id) === null)
    expect(await asks(chef, 'section:focus', { book, section: at(2), ...wish })).toMatchObject({ ok: true })
    await until('only that one is open', () => open().length === 1)
    expect(open()[0]?.id).toBe(at(2))
    expect(await asks(chef, 'book:freeze', { book, reason: 'pauze', until: null })).toMatchObject({ ok: true })
    await until('nothing is open', () => open().length === 0)
    types(page, at(2), 'in de pauze')
    await until('it is set aside', () => page.state.setAside.length === 1)
    expect(page.state.setAside[0]?.code).toBe('book-frozen')
    expect(await asks(chef, 'book:unfreeze', { book })).toMatchObject({ ok: true })
    await until('only that one is open again', () => open().length === 1)
    for (const section of sections.filter((section) => section !== at(2)))
      expect(await asks(chef, 'section:unlock', { book, section })).toMatchObject({ ok: true })
    await until('all are open', () => open().length === sections.length)
  })

  it('[LOCK-8] who locks at the same moment as another is told that it is done', async () => {
    const chefs = await Promise.all([meeting.comes(inSeat('chef')), meeting.comes(inSeat('chef'))])
    const answers = await Promise.all(
      chefs.map((chef) => asks(chef, 'section:lock', { book, section: at(4), ...wish })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(no('section-already-locked'))
    const opened = await Promise.all(chefs.map((chef) => asks(chef, 'section:unlock', { book, section: at(4) })))
    expect(opened.find(({ ok }) => !ok)).toMatchObject(no('section-not-locked'))
  })

  it('[I3] everyone in the book hears the same facts in the order of the sequence, writers or not', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const lines = [
      await meeting.speaks(inSeat('expert')),
      await meeting.speaks(inSeat('financialAdviser')),
      await meeting.speaks(inSeat('expert', { elsewhere: true })),
    ]
    const answers = []
    for (const section of sections) {
      answers.push(await asks(chef, 'section:lock', { book, section, ...wish }))
      answers.push(await asks(chef, 'section:unlock', { book, section }))
    }
    const numbers = answers.map(seqOf)
    for (const line of lines) {
      await until('all of it is heard', () => line.fromBook('fact').length === numbers.length)
      expect(line.fromBook('fact').map(({ fact }) => fact.seq)).toEqual(numbers)
    }
  })
})

describe('a lock', () => {
  it.each([
    ['an expert', { role: 'expert' }, 'not-for-your-role'],
    ['the lead', { role: 'lead' }, 'not-for-your-role'],
    ['the Chef of another theme', { role: 'chef', elsewhere: true }, 'not-for-your-role'],
    ['a councillor', { role: 'councillor' }, 'book-not-yet-readable'],
  ] as const)('[LOCK-1] is not for %s', async (_, { role, ...which }, code) => {
    const socket = await meeting.comes(inSeat(role, which))
    const reader = await meeting.speaks(inSeat('expert'))
    for (const [name, message] of [
      ['section:lock', { book, section: at(0), ...wish }],
      ['section:unlock', { book, section: at(0) }],
      ['section:focus', { book, section: at(0), ...wish }],
      ['book:freeze', { book, ...wish }],
      ['book:unfreeze', { book }],
    ] as const)
      expect(await asks(socket, name, message)).toMatchObject(no(code))
    expect(reader.fromBook('closing')).toEqual([])
    expect(reader.fromBook('fact')).toEqual([])
  })

  it.each([
    ['section:lock', { book, section: at(0), reason: 'x'.repeat(201), until: null }, 'reason-too-long'],
    ['section:lock', { book, section: at(0), reason: '', until: 1_301_680_800_000 }, 'until-in-the-past'],
    ['section:lock', { book, section: 'nowhere', ...wish }, 'section-not-found'],
    ['section:lock', { book: 'nowhere', section: at(0), ...wish }, 'book-not-found'],
    ['section:lock', { book, section: at(0) }, 'not-understood'],
    ['section:lock', { book, section: at(0), ...wish, chef: inSeat('chef') }, 'not-understood'],
    ['section:lock', { book, section: at(0), reason: '', until: 'morgen' }, 'not-understood'],
    ['section:unlock', { book, section: at(0) }, 'section-not-locked'],
    ['section:focus', { book, section: 'nowhere', ...wish }, 'section-not-found'],
    ['book:freeze', { book, reason: 'x'.repeat(5_000), until: null }, 'not-understood'],
    ['book:unfreeze', { book }, 'book-not-frozen'],
    ['book:unfreeze', null, 'not-understood'],
  ] as const)('[LOCK-7] %s %j is refused: %s', async (name, message, code) => {
    const chef = await meeting.comes(inSeat('chef'))
    expect(await asks(chef, name, message)).toMatchObject(no(code))
  })

  it('[LOCK-2] [I3] stands in the sequence with no edit behind it, whoever types while it is turned on and off', async () => {
    const busy = await aMeeting()
    try {
      const chef = await busy.comes(inSeat('chef'))
      const writers = await Promise.all([0, 1, 2, 3].map((nth) => busy.opens(inSeat('expert', { nth }))))
      await Promise.all(writers.map((page) => page.section(at(0)).synced))
      let words = 0
      const typing = setInterval(() => {
        for (const page of writers) types(page, at(0), `woord ${(words += 1)}`)
      }, 5)
      for (let turn = 0; turn < 5; turn++) {
        expect(await asks(chef, 'section:lock', { book, section: at(0), ...wish })).toMatchObject({ ok: true })
        await asks(chef, 'section:unlock', { book, section: at(0) })
      }
      clearInterval(typing)
      const found = await busy.server.leaves((store) => locksIn(store, book))
      expect(found).toMatchObject({ locks: 5, editsBehind: 0 })
      expect(found.edits).toBeGreaterThan(20)
    } finally {
      await busy.close()
    }
  })
})
