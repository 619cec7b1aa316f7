import {
  acknowledgedFrame,
  bookFrame,
  bookSlot,
  caretsFrame,
  differsFrame,
  digestFrame,
  digestOf,
  flushedFrame,
  frameMax,
  inSlot,
  openFrame,
  setAsideFrame,
  syncFrame,
} from '@witboek/book'
import type { BookLine } from '@witboek/book/client'
import type { Instant, SectionId } from '@witboek/domain'
import { caretBytes, until } from '@witboek/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aMeeting, type Meeting } from './testing/a-meeting.ts'
import { asks, no, types } from './testing/clients.ts'
import { aParagraph, RawLine } from './testing/raw-line.ts'
import { inSeat, sportBook } from './testing/the-example.ts'

/*
 * What people with bad intentions do to the line of a book, besides bringing hostile edits (`hostile.spec.ts`). They are
 * turned away with a reason, the person on duty can read that back, and the others in the book notice nothing.
 */

const book = sportBook.book.id
const [first, second] = sportBook.sections.map(({ section }) => section) as [SectionId, SectionId]
const attacker = inSeat('expert', { nth: 2 })

let meeting: Meeting
/** Two honest people: one who writes, one who looks on. */
let victim: BookLine
let onlooker: BookLine
const lines: RawLine[] = []

beforeAll(async () => {
  meeting = await aMeeting()
  victim = await meeting.opens(inSeat('expert'))
  onlooker = await meeting.opens(inSeat('expert', { nth: 1 }))
  for (const page of [victim, onlooker]) for (const section of [first, second]) await page.section(section).synced
})
afterEach(() => {
  for (const line of lines.splice(0)) line.close()
})
afterAll(() => meeting.close())

async function attacks(person = attacker): Promise<RawLine> {
  const line = await meeting.speaks(person)
  lines.push(line)
  return line
}

/** Same text, same lines, and they write on. */
let told = 0
async function expectOthersUnharmed(): Promise<void> {
  const word = `verder-${++told}`
  types(victim, second, word)
  await until('the others write on', () => onlooker.section(second).text.toString().includes(word))
  await until('and are saved', () => victim.state.unsaved === 0)
  expect(onlooker.section(first).text.toString()).not.toContain('kwaad')
  for (const { state } of [victim, onlooker])
    expect(state).toMatchObject({ line: 'open', setAside: [], renewed: new Map() })
}

const varUint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varUint(Math.floor(value / 128))]
const inFirst = (bytes: readonly number[]): Uint8Array => Uint8Array.from([1, ...bytes])
const toBook = (kind: 'welcome' | 'fact' | 'rights' | 'closing', message: unknown): Uint8Array =>
  inSlot(bookSlot, bookFrame(kind, message))
const lock = { chef: inSeat('chef'), since: 0 as Instant, reason: '', until: null }

const noSense: readonly (readonly [name: string, frame: Uint8Array | string])[] = [
  ['an empty frame', new Uint8Array()],
  ['noise', Uint8Array.from({ length: 300 }, (_, i) => (i * 91 + 7) % 256)],
  ['a text frame', '{"type":"welcome"}'],
  ['a slot without a section', Uint8Array.of(99, 0, 0, 0)],
  ['a slot number larger than any number', Uint8Array.from({ length: 12 }, () => 255)],
  ['a kind of message that is none', inFirst([77])],
  ['a kind of sync that is none', inFirst([0, 9, 0])],
  ['an update cut short', inFirst([0, 2, 90, 1, 2, 3])],
  ['an update said to be a gigabyte', inFirst([0, 2, ...varUint(2 ** 30), 1])],
  ['bytes behind the end', inFirst([...syncFrame('step1', Uint8Array.of(0)), 7])],
  ['a state vector said to name a million ids', inFirst([...syncFrame('step1', Uint8Array.from(varUint(1_000_000)))])],
  [
    'a state vector with more ids than ever wrote',
    inSlot(1, syncFrame('step1', Y.encodeStateVector(new Map(Array.from({ length: 50_001 }, (_, i) => [i, 1]))))),
  ],
  ['a million carets in two bytes', inFirst([...caretsFrame(Uint8Array.from([...varUint(1_000_000), 1]))])],
  ['a caret that is no JSON', inFirst([...caretsFrame(Uint8Array.from([1, 5, 1, 3, 123, 123, 123]))])],
  ['an acknowledgement, as if it were the server', inFirst([...acknowledgedFrame(1, 1)])],
  ['a refusal, as if it were the server', inFirst([...setAsideFrame(1, 'section-locked')])],
  ['a digest, as if it were the server', inFirst([...digestFrame(1, 'abc', 3)])],
  ['a welcome of its own making', toBook('welcome', { seq: 0 })],
  ['rights of its own making', toBook('rights', { role: 'chef', write: true, order: true, remark: true })],
  ['a lock of its own making', toBook('fact', { seq: 1, fact: { type: 'book:frozen', lock } })],
  ['the closing of a section', toBook('closing', { round: 1, sections: [first] })],
  ['a kind of book message that is none', inSlot(bookSlot, Uint8Array.of(42))],
]

describe('a line that makes no sense', () => {
  it.each(noSense)('[I6] ends with %s', async (_, frame) => {
    const line = await attacks()
    const before = digestOf(onlooker.section(first).doc)
    const counted = await meeting.server.count('witboek_malformed_total')
    line.send(frame)
    expect(await line.ended()).toEqual({ code: 4400, reason: 'not-understood' })
    expect(await meeting.server.count('witboek_malformed_total')).toBe(counted + 1)
    expect(meeting.server.log.at(-1)).toMatchObject({ msg: 'malformed bytes on a book line', book, person: attacker })
    expect(digestOf(onlooker.section(first).doc)).toBe(before)
    await expectOthersUnharmed()
  })

  it.each([
    ['a frame larger than any may be', 1009, (line: RawLine) => line.send(new Uint8Array(frameMax + 1))],
    ['a frame that is none', 1002, (line: RawLine) => streamOf(line).write(Uint8Array.of(0x82, 0x01, 0x00))],
    ['a frame that says it is huge', 1009, (line: RawLine) => streamOf(line).write(gigabyte)],
  ])('[I6] ends with %s, before it takes any room', async (_, code, does) => {
    const line = await attacks()
    const counted = await meeting.server.count('witboek_malformed_total')
    does(line)
    expect(await line.ended()).toMatchObject({ code })
    expect(await meeting.server.count('witboek_malformed_total')).toBe(counted + 1)
    expect(meeting.server.log.at(-1)).toMatchObject({ person: attacker, why: expect.stringMatching(/^WS_ERR_/) })
    await expectOthersUnharmed()
  })
})

describe('a line that writes where it may not', () => {
  it.each([
    ['of an expert of another theme', inSeat('expert', { elsewhere: true }), 'not-for-your-role'],
    ['of the Chef', inSeat('chef'), 'not-for-your-role'],
    ['of the lead', inSeat('lead'), 'not-for-your-role'],
  ])('[I4] [BOOK-1] %s is told why, and its words go nowhere', async (_, person, code) => {
    const line = await attacks(person)
    const counted = await meeting.server.count('witboek_edits_refused_total')
    await line.edits(first, aParagraph('kwaad'))
    await until('it is set aside', () => line.fromSection(first, 'setAside').length > 0)
    expect(line.fromSection(first, 'setAside')[0]).toMatchObject({ count: 1, code })
    expect(line.fromSection(first, 'acknowledged')).toEqual([])
    expect(await meeting.server.count('witboek_edits_refused_total')).toBe(counted + 1)
    expect(meeting.server.log.at(-1)).toMatchObject({ msg: 'edit refused', section: first, person, code })
    await expectOthersUnharmed()
  })

  it('[I4] goes on in vain: what comes after a refusal is not even looked at, until the section is started anew', async () => {
    const chef = await meeting.comes(inSeat('chef'))
    const line = await attacks()
    await line.doc(first)
    const wish = { book, section: first, reason: '', until: null }
    const locking = asks(chef, 'section:lock', wish)
    await until('it is asked to flush', () => line.fromBook('closing').length > 0)
    line.sayToBook(flushedFrame(line.fromBook('closing')[0]?.closing.round ?? 0))
    await locking
    const counted = await meeting.server.count('witboek_edits_refused_total')
    for (let i = 0; i < 50; i++) await line.edits(first, aParagraph('kwaad'))
    await until('it is set aside', () => line.fromSection(first, 'setAside').length > 0)
    expect(await asks(chef, 'section:unlock', { book, section: first })).toMatchObject({ ok: true })
    await line.edits(first, aParagraph('kwaad'))
    await expectOthersUnharmed()
    expect(line.fromSection(first, 'setAside')).toHaveLength(1)
    expect(await meeting.server.count('witboek_edits_refused_total')).toBe(counted + 1)
    expect(line.fromSection(first, 'acknowledged')).toEqual([])
  })

  it.each([
    ['a section of another book', `/collab/${book}/example-section-onderwijs-about`, 4404, 'section-not-found'],
    ['another book as a section', `/collab/${book}/${book}`, 4404, 'section-not-found'],
    ['a book that is none', '/collab/__proto__', 4404, 'book-not-found'],
  ])('finds no %s', async (_, path, code, reason) => {
    const line = await RawLine.open(meeting.server.ws + path, { cookie: await meeting.server.seat(attacker) })
    expect(await line.ended()).toEqual({ code, reason })
  })

  it('[I4] has nothing to open from another site, cookie or not, and that is on record', async () => {
    const counted = await meeting.server.count('witboek_origins_refused_total')
    const headers = { cookie: await meeting.server.seat(attacker), origin: 'https://evil.example' }
    const line = await RawLine.open(`${meeting.server.ws}/collab/${book}`, headers)
    expect(line.welcome).toBeNull()
    expect(await meeting.server.count('witboek_origins_refused_total')).toBe(counted + 1)
    expect(meeting.server.log.at(-1)).toMatchObject({ msg: 'foreign origin refused', origin: 'https://evil.example' })
  })
})

describe('a line that pretends', () => {
  const carets = () => [...onlooker.section(first).awareness.getStates()]

  it('[I5] to be at the place of another is not seen', async () => {
    const line = await attacks()
    await line.doc(first)
    const { clientID } = victim.section(first).doc
    victim.section(first).awareness.setLocalState({ cursor: { at: 'here' } })
    await until('the victim is seen', () => carets().some(([client]) => client === clientID))
    line.say(first, caretsFrame(caretBytes([[clientID, 1_000_000, { cursor: { at: 'elsewhere' } }]])))
    line.say(first, caretsFrame(caretBytes([[clientID, 1_000_001, null]])))
    await expectOthersUnharmed()
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(carets().find(([client]) => client === clientID)?.[1]).toMatchObject({
      cursor: { at: 'here' },
      user: { id: inSeat('expert') },
    })
  })

  it('[I5] [I6] to be many, or to carry much, shows no more than a few small carets under its own name', async () => {
    const line = await attacks()
    await line.doc(first)
    const many = Array.from({ length: 300 }, (_, i) => [9_000 + i, 1, { user: { name: 'Iemand' } }] as const)
    line.say(first, caretsFrame(caretBytes(many)))
    line.say(first, caretsFrame(caretBytes([[9_900, 1, { cursor: 'x'.repeat(5_000) }]])))
    const own = () => carets().filter(([client]) => client >= 9_000 && client < 10_000)
    await until('some are seen', () => own().length > 0)
    await expectOthersUnharmed()
    expect(own().length).toBeLessThanOrEqual(4)
    for (const [, state] of own())
      expect(state).toEqual({ cursor: null, user: { id: attacker, name: expect.any(String) } })
    line.close()
    await until('and gone with the line', () => own().length === 0)
  })

  it('[I7] to have another copy than the server, without having been asked, wakes nobody', async () => {
    const line = await attacks()
    await line.doc(first)
    for (let seq = 0; seq < 200; seq++) line.say(first, differsFrame(seq))
    await line.edits(first, aParagraph('gewoon'))
    await until('it is let in', () => line.fromSection(first, 'acknowledged').length > 0)
    expect(await meeting.server.count('witboek_divergence_total')).toBe(0)
  })

  it('[LOCK-3] to have flushed what nobody asked for has no effect', async () => {
    const line = await attacks()
    for (const round of [0, 1, 2, 3, 1_000_000]) line.sayToBook(flushedFrame(round))
    await line.edits(first, aParagraph('gewoon'))
    await until('it is let in', () => line.fromSection(first, 'acknowledged').length > 0)
    expect(line.closedWith).toBeNull()
  })
})

describe('a line that wants too much', () => {
  it('[I6] that brings more at once than can be read in twenty seconds ends, and that is on record', async () => {
    const line = await attacks()
    const counted = await meeting.server.count('witboek_lines_refused_total')
    // Forty thousand times "start section 1 anew", masked with zeros: as small as a frame can be.
    streamOf(line).write(Buffer.alloc(320_000, Uint8Array.of(0x82, 0x82, 0, 0, 0, 0, ...inSlot(1, openFrame()))))
    await expectOthersUnharmed()
    expect(await line.ended()).toEqual({ code: 4500, reason: 'too-many-messages' })
    expect(await meeting.server.count('witboek_lines_refused_total')).toBe(counted + 1)
    expect(meeting.server.log.at(-1)).toMatchObject({ msg: 'line ended: more than could be read', person: attacker })
  })

  it('[I6] that asks for everything again and again and reads nothing of it is not kept for; the others write on', async () => {
    for (let i = 0; i < 12; i++) types(victim, first, 'Een lange alinea over het zwembad. '.repeat(1_500))
    await until('the long text is there', () => victim.state.unsaved === 0)
    const line = await attacks()
    await line.doc(second)
    line.socket.pause()
    await until('it is known to be slow', async () => {
      for (let i = 0; i < 20; i++) line.say(first, syncFrame('step1', Uint8Array.of(0)))
      await expectOthersUnharmed()
      return meeting.server.log.some(({ msg, person }) => msg === 'slow line' && person === attacker)
    })
    expect(meeting.server.log.find(({ msg }) => msg === 'slow line')).toMatchObject({ book, step: 'changes' })
  })

  it('[I6] is one of fifty at most, and that is on record', async () => {
    const somebody = inSeat('expert', { nth: 4 })
    const cookie = await meeting.server.seat(somebody)
    const address = `${meeting.server.ws}/collab/${book}`
    lines.push(...(await Promise.all(Array.from({ length: 50 }, () => RawLine.open(address, { cookie })))))
    const onemore = await RawLine.open(address, { cookie })
    expect(await onemore.ended()).toEqual({ code: 4429, reason: 'too-many-lines' })
    expect(meeting.server.log.at(-1)).toMatchObject({ msg: 'too many lines of one account', person: somebody })
    lines[0]?.close()
    await until('there is room again', async () => {
      const again = await RawLine.open(address, { cookie })
      lines.push(again)
      return again.welcome !== null
    })
    await expectOthersUnharmed()
  })

  it('[I5] [I6] that takes hundreds of client ids ends', async () => {
    const line = await attacks()
    for (let i = 0; i < 401; i++) {
      const one = new Y.Doc()
      aParagraph('x')(one.getXmlFragment('body'))
      line.say(second, syncFrame('update', Y.encodeStateAsUpdate(one)))
      one.destroy()
    }
    expect(await line.ended()).toEqual({ code: 4400, reason: 'not-understood' })
    expect(meeting.server.log.at(-1)).toMatchObject({ person: attacker, why: 'too many client ids on one line' })
    await expectOthersUnharmed()
  })
})

describe('a socket for commands', () => {
  it('[I6] that commands faster than anybody clicks is told so, and what is too much goes no further', async () => {
    const socket = await meeting.comes(attacker)
    const answers = await Promise.all(Array.from({ length: 300 }, () => asks(socket, 'book:unfreeze', { book })))
    const slowed = answers.filter(({ ok, ...answer }) => !ok && JSON.stringify(answer).includes('too-many-messages'))
    expect(slowed.length).toBeGreaterThan(100)
    expect(answers.every(({ ok }) => !ok)).toBe(true)
    await until('after a while it is heard again', async () => {
      const answer = await asks(socket, 'book:unfreeze', { book })
      return JSON.stringify(answer).includes('not-for-your-role')
    })
  })

  it('[I6] that brings more than any message holds ends', async () => {
    const socket = await meeting.comes(attacker)
    await until('it is open', () => socket.connected)
    let ended = false
    socket.on('disconnect', () => (ended = true))
    socket.emit('edit:park' as 'section:lock', { filler: 'x'.repeat(600 * 1024) } as never, () => undefined)
    await until('it has ended', () => ended)
    await expectOthersUnharmed()
  })

  it.each([
    ['a command that is none', 'book:burn', { book }],
    ['the name of what every object has', 'toString', { book }],
    ['what only the server says', 'parked:changed', { book }],
  ])('is not answered for %s, and goes on', async (_, name, message) => {
    const socket = await meeting.comes(attacker)
    const unheard = socket.timeout(300).emitWithAck(name as 'section:lock', message as never)
    await expect(unheard).rejects.toThrow()
    expect(await asks(socket, 'book:unfreeze', { book })).toMatchObject(no('not-for-your-role'))
  })

  it('survives a command without an answer, and nonsense in its place', async () => {
    const socket = await meeting.comes(attacker)
    const says = (...message: unknown[]) => socket.emit('section:lock', ...(message as [never, never]))
    says()
    says({ book })
    says({ book }, 'no function')
    says(JSON.parse('{"__proto__":{"book":1}}'))
    expect(await asks(socket, 'section:lock', JSON.parse('{"__proto__":{"book":1}}'))).toMatchObject(
      no('not-understood'),
    )
  })
})

/** The bare bytes under a WebSocket, for frames that it would never send by itself. */
const streamOf = ({ socket }: RawLine): NodeJS.WritableStream =>
  (socket as unknown as { readonly _socket: NodeJS.WritableStream })._socket
/** The head of a masked frame that says that a gigabyte follows. */
const gigabyte = Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3, 4)
