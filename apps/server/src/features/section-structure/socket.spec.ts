import type { Answer, FromBrowser, FromServer, PresenceChanged, Recorded } from '@witboek/contract'
import type { SectionId } from '@witboek/domain'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { bookLine, types } from '../../testing/clients.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)
const at = (index: number): SectionId => sections[index] as SectionId

type Browser = Socket<FromServer, FromBrowser>

let server: TestServer
const open: Browser[] = []
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => {
  for (const socket of open) socket.close()
  await server.close()
})

async function connect(person: string | null, headers: Record<string, string> = {}): Promise<Browser> {
  const cookie = person ? await server.seat(person) : ''
  const socket: Browser = io(server.address, {
    transports: ['websocket'],
    extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
    forceNew: true,
    reconnection: false,
  })
  open.push(socket)
  return socket
}

/** Any message, well-formed or not, and its one answer. */
const ask = (socket: Browser, name: string, message: unknown): Promise<Answer<Recorded>> =>
  (
    socket as unknown as {
      timeout(ms: number): { emitWithAck(name: string, message: unknown): Promise<Answer<Recorded>> }
    }
  )
    .timeout(5000)
    .emitWithAck(name, message)

describe('a Chef shapes the book', () => {
  it('[BOOK-4] adds, names, moves, removes and restores sections, and every open page is told in order', async () => {
    const chef = await connect(inSeat('chef'))
    const page = bookLine(server.ws, book, await server.seat(inSeat('expert')))
    await page.section(at(0)).synced
    types(page, at(0), 'tijdens het schuiven')
    const answers = [
      await ask(chef, 'section:move', { book, section: at(5), after: null }),
      await ask(chef, 'section:add', { book, heading: '  Het  zwembad ', after: at(5) }),
      await ask(chef, 'section:rename', { book, section: at(0), heading: 'Het geld' }),
      await ask(chef, 'section:remove', { book, section: at(3) }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: true })
    const numbers = answers.map((answer) => (answer.ok ? answer.value.seq : 0))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    await until('the page knows', () => page.state.manifest.sections.some(({ removed }) => removed))
    const headings = page.state.manifest.sections.filter(({ removed }) => !removed).map(({ heading }) => heading)
    expect(headings.slice(0, 3)).toEqual([sportBook.sections[5]?.heading, 'Het zwembad', 'Het geld'])
    expect(headings).toHaveLength(6)

    const added = page.state.manifest.sections.find(({ heading }) => heading === 'Het zwembad')
    if (!added) throw new Error('the section was not added')
    await page.section(added.id).synced
    types(page, added.id, 'in een nieuw hoofdstuk')
    await until('words in the new section are saved', () => page.state.unsaved === 0)

    expect(await ask(chef, 'section:restore', { book, section: at(3) })).toMatchObject({ ok: true })
    await until('it is back', () => page.state.manifest.sections.every(({ removed }) => !removed))
    page.close()
  })

  it.each([
    ['an expert', 'expert', 'not-for-your-role'],
    ['the lead', 'lead', 'not-for-your-role'],
    ['a councillor', 'councillor', 'book-not-yet-readable'],
  ] as const)('[BOOK-4] %s may not', async (_, role, code) => {
    const socket = await connect(inSeat(role))
    expect(await ask(socket, 'section:remove', { book, section: at(1) })).toMatchObject({
      ok: false,
      problem: { type: `/problems/${code}`, status: 403 },
    })
  })

  it.each([
    ['section:rename', { book, section: at(1), heading: ' ' }, 'heading-empty'],
    ['section:rename', { book, section: at(1), heading: 'x'.repeat(121) }, 'heading-too-long'],
    ['section:rename', { book, section: 'nowhere', heading: 'x' }, 'section-not-found'],
    ['section:restore', { book, section: at(1) }, 'section-not-removed'],
    ['section:remove', { book: 'nowhere', section: at(1) }, 'book-not-found'],
    ['section:remove', { book }, 'not-understood'],
    ['section:remove', { book, section: at(1), chef: true }, 'not-understood'],
    ['section:remove', 'nonsense', 'not-understood'],
    ['section:add', { book, heading: 'x'.repeat(5000), after: null }, 'not-understood'],
  ])('[BOOK-6] %s %j is refused: %s', async (name, message, code) => {
    const chef = await connect(inSeat('chef'))
    expect(await ask(chef, name, message)).toMatchObject({ ok: false, problem: { type: `/problems/${code}` } })
  })
})

describe('presence', () => {
  it('shows who is in the book and where, to those who are in it', async () => {
    const heard: PresenceChanged[] = []
    const one = await connect(inSeat('expert'))
    const other = await connect(inSeat('expert', { nth: 1 }))
    const outsider = await connect(inSeat('expert', { nth: 2 }))
    one.on('presence:changed', (fact) => heard.push(fact))
    let overheard = 0
    outsider.on('presence:changed', () => (overheard += 1))
    await one.emitWithAck('presence:enter', { book })
    await other.emitWithAck('presence:enter', { book })
    await other.emitWithAck('presence:move', { section: at(2) })
    await until(
      'both are seen',
      () =>
        heard.at(-1)?.present.length === 2 && heard.at(-1)?.present.some(({ section }) => section === at(2)) === true,
    )
    other.close()
    await until('the other has gone', () => heard.at(-1)?.present.length === 1)
    expect(overheard).toBe(0)
    one.close()
  })

  it('is not for who may not read the book', async () => {
    const socket = await connect(inSeat('councillor'))
    expect(await ask(socket, 'presence:enter', { book })).toMatchObject({ ok: false, problem: { status: 403 } })
    expect(await ask(socket, 'presence:move', { section: null })).toMatchObject({ ok: false })
  })
})

describe('a socket', () => {
  it.each([
    ['without a login', null, {}],
    ['from a page of another site', inSeat('expert'), { origin: 'https://evil.example' }],
  ])('%s is refused', async (_, person, headers) => {
    const socket = await connect(person, headers)
    await expect(
      new Promise((resolve, reject) => (socket.on('connect', () => resolve('in')), socket.on('connect_error', reject))),
    ).rejects.toThrow()
  })
})
