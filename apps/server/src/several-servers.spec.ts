import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aHouse, type House } from './testing/a-house.ts'
import type { Meeting } from './testing/a-meeting.ts'
import { asks, bookLine, meetingLine, no, type MeetingLine } from './testing/clients.ts'
import { inSeat, sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const [section] = sportBook.sections.map((each) => each.section)
if (!section) throw new Error('the book about sport has no sections')
const [anna, bram, chef] = [inSeat('expert'), inSeat('expert', { nth: 1 }), inSeat('chef')]
const done = { ok: true, value: null }

let house: House
beforeAll(async () => {
  house = await aHouse(inject('postgres'))
})
const ends: (() => void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  for (const meeting of [house.one, house.other]) meeting.everyoneLeaves()
  await backAfter(() => house.redis.restart())
})
afterAll(() => house.close())

/** Both servers have lost Redis and hear each other again. */
async function backAfter(restart: () => Promise<void>): Promise<void> {
  const backs = () =>
    [house.one, house.other].map(({ server }) => server.log.filter(({ msg }) => /Redis is back/.test(msg)))
  const before = backs()
  await restart()
  await until('Redis is back', () => backs().every(({ length }, i) => length > (before[i]?.length ?? 0)))
}

/** What the page of somebody in the book hears. */
function hearing(socket: MeetingLine) {
  let names: readonly string[] = []
  let parked = 0
  socket.on('presence:changed', ({ present }) => (names = present.map(({ person }) => person)))
  socket.on('parked:changed', () => (parked += 1))
  return { sees: (...people: string[]) => names.toSorted().join() === people.toSorted().join(), parked: () => parked }
}

/** Somebody comes to a server and opens the book. */
async function enters(meeting: Meeting, person: string) {
  const socket = await meeting.comes(person)
  const page = hearing(socket)
  expect(await asks(socket, 'presence:enter', { book })).toEqual(done)
  return { socket, page }
}

let count = 0
const someWords = () => ({
  book,
  section,
  id: `words-${(count += 1)}`,
  code: 'section-locked',
  pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: 'te laat' }] }] }],
})

/** One login with a line to the book and a line for commands on this server. */
async function comesWith(cookie: string, { server }: Meeting) {
  const line = bookLine(server.ws, book, cookie)
  const socket = meetingLine(server.address, cookie)
  let reason: string | null = null
  socket.on('disconnect', (why) => (reason = why))
  ends.push(
    () => line.close(),
    () => socket.close(),
  )
  await line.section(section as never).synced
  await until('it is connected', () => socket.connected)
  return { line, socket, over: () => line.state.line === 'refused' && reason === 'io server disconnect' }
}

/** Its line breaks, and it comes back when it is told to. */
async function losesItsLine(socket: MeetingLine): Promise<void> {
  socket.io.reconnection(false)
  socket.io.engine.close()
  await until('the line is lost', () => !socket.connected)
}

const leaves = (cookie: string, { server }: Meeting) =>
  fetch(`${server.address}/logout`, { method: 'POST', redirect: 'manual', headers: { cookie, Origin: server.address } })

describe('people on two servers', () => {
  it('see each other in the book', async () => {
    const first = await enters(house.one, anna)
    const second = await enters(house.other, bram)
    await until('both see both', () => [first, second].every(({ page }) => page.sees(anna, bram)))
    first.socket.close()
    await until('the other is alone', () => second.page.sees(bram))
  })

  it('see those on their own server while Redis is away, and each other when it is back', async () => {
    const first = await enters(house.one, anna)
    const second = await enters(house.other, bram)
    await until('both see both', () => [first, second].every(({ page }) => page.sees(anna, bram)))
    await house.redis.kill()
    const third = await enters(house.one, chef)
    await until('each sees its own', () => [first, third].every(({ page }) => page.sees(anna, chef)))
    await house.redis.restart()
    await until('all see all', () => [first, second, third].every(({ page }) => page.sees(anna, bram, chef)))
  })

  it('hear of words that were set aside: at once on the same server, and when Redis is back on the other', async () => {
    const first = await enters(house.one, anna)
    const second = await enters(house.other, chef)
    const third = await enters(house.one, chef)
    expect(await asks(first.socket, 'edit:park', someWords())).toEqual(done)
    await until('all heard', () => [first, second, third].every(({ page }) => page.parked() === 1))
    await house.redis.kill()
    expect(await asks(first.socket, 'edit:park', someWords())).toEqual(done)
    await until('those on the same server heard', () => [first, third].every(({ page }) => page.parked() === 2))
    expect(second.page.parked()).toBe(1)
    await house.redis.restart()
    await until('the other is asked to look', () => second.page.parked() > 1)
  })
})

describe('a login that ends on one server', () => {
  it('[ACCESS-3] ends its lines and sockets on the other', async () => {
    const cookie = await house.one.server.seat(anna)
    const there = await comesWith(cookie, house.other)
    await leaves(cookie, house.one)
    await until('both have ended', there.over, 2_000)
    expect(there.line.state.refusal).toBe('not-signed-in')
  })

  it('[ACCESS-3] ends them when the lead ends a seat there', async () => {
    const cora = inSeat('expert', { nth: 2 })
    const there = await comesWith(await house.other.server.seat(cora), house.other)
    const lead = await house.one.comes(inSeat('lead'))
    const theme = sportBook.book.theme
    expect(await asks(lead, 'seat:end', { person: cora, theme })).toEqual(done)
    await until('both have ended', there.over, 2_000)
  })

  it('[ACCESS-3] while Redis is away ends them when it is back', async () => {
    const cookie = await house.one.server.seat(anna)
    const there = await comesWith(cookie, house.other)
    await house.redis.kill()
    await leaves(cookie, house.one)
    expect(there.over()).toBe(false)
    await house.redis.restart()
    await until('both have ended', there.over)
  })

  it('[ACCESS-3] cannot be brought back by a socket that lost its line before', async () => {
    const cookie = await house.one.server.seat(anna)
    const { page, socket } = await enters(house.other, chef)
    const there = await comesWith(cookie, house.other)
    const mine = hearing(there.socket)
    await asks(there.socket, 'presence:enter', { book })
    await asks(socket, 'edit:park', someWords())
    await until('it heard', () => mine.parked() === 1 && page.parked() === 1)
    await losesItsLine(there.socket)
    await leaves(cookie, house.one)
    await asks(socket, 'edit:park', someWords())
    let refusal = ''
    there.socket.on('connect_error', ({ message }) => (refusal = message))
    there.socket.connect()
    await until('it is refused', () => refusal === 'not-signed-in')
    expect([mine.parked(), there.socket.connected, there.socket.recovered]).toEqual([1, false, false])
  })
})

describe('a socket that lost its line', () => {
  /** It comes back to the other server, as behind a proxy; with another cookie when somebody else has signed in. */
  async function comesBack(socket: MeetingLine, meanwhile: () => Promise<unknown>, cookie?: string) {
    const { address } = house.other.server
    await losesItsLine(socket)
    await meanwhile()
    const { extraHeaders } = socket.io.opts
    Object.assign(socket.io, { uri: address })
    socket.io.opts.extraHeaders = { ...extraHeaders, origin: address, ...(cookie && { cookie }) }
    socket.connect()
    await until('it is back', () => socket.connected)
  }

  it('goes on at the other server with its rooms, and hears what it missed', async () => {
    const { socket: other } = await enters(house.one, chef)
    const first = await enters(house.one, anna)
    await asks(other, 'edit:park', someWords())
    await until('it heard', () => first.page.parked() === 1)
    await comesBack(first.socket, () => asks(other, 'edit:park', someWords()))
    expect(first.socket.recovered).toBe(true)
    await until('it heard what it missed', () => first.page.parked() === 2)
    await asks(other, 'edit:park', someWords())
    await until('it hears what comes', () => first.page.parked() === 3)
  })

  it('comes back as a new one when somebody else has signed in on that device', async () => {
    const { socket: other } = await enters(house.one, chef)
    const first = await enters(house.one, anna)
    await asks(other, 'edit:park', someWords())
    await until('it heard', () => first.page.parked() === 1)
    const cookie = await house.one.server.seat(bram)
    await comesBack(first.socket, () => asks(other, 'edit:park', someWords()), cookie)
    expect(first.socket.recovered).toBe(false)
    await asks(other, 'edit:park', someWords())
    expect(await asks(first.socket, 'presence:move', { section })).toMatchObject(no('book-not-found'))
    expect(first.page.parked()).toBe(1)
  })

  it('comes back as a new one when Redis was emptied', async () => {
    const { socket: other } = await enters(house.one, chef)
    const first = await enters(house.one, anna)
    await asks(other, 'edit:park', someWords())
    await until('it heard', () => first.page.parked() === 1)
    await comesBack(first.socket, () => backAfter(() => house.redis.restart()))
    expect(first.socket.recovered).toBe(false)
    expect(await asks(first.socket, 'presence:enter', { book })).toEqual(done)
  })
})
