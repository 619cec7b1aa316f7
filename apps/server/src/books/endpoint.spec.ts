import { closeCode } from '@witboek/book'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '@witboek/testkit'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { bookLine, stockClient, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const book = sportBook.book.id
const [first, second] = sportBook.sections.map(({ section }) => section)
if (!first || !second) throw new Error('the book about sport has no sections')

let server: TestServer
beforeAll(async () => {
  // The stock client tells the console of each refusal.
  vi.spyOn(console, 'warn').mockReturnValue()
  server = await aServer()
})
afterAll(() => server.close())

/** Opens a bare WebSocket and answers how it ended, or the HTTP answer when there was no WebSocket. */
function ending(path: string, headers: Record<string, string>, say: Uint8Array[] = []) {
  return new Promise<{ code: number; reason: string }>((resolve) => {
    const socket = new WebSocket(`${server.ws}${path}`, { headers })
    socket.on('open', () => say.forEach((frame) => socket.send(frame)))
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_request, response) => {
      let body = ''
      response.on('data', (data: Buffer) => (body += data.toString()))
      response.on('end', () =>
        resolve({ code: response.statusCode ?? 0, reason: (JSON.parse(body) as { type: string }).type }),
      )
    })
  })
}

describe('a stock y-websocket client', () => {
  it('[BOOK-1] with an expert’s cookie reads what is there, and writes so that others see it', async () => {
    const one = stockClient(server.ws, book, first, { cookie: await server.seat(inSeat('expert')) })
    const other = stockClient(server.ws, book, first, { cookie: await server.seat(inSeat('expert', { nth: 1 })) })
    await until('both are in sync', () => one.provider.synced && other.provider.synced)
    expect(one.text().length).toBeGreaterThan(100)
    one.types('Het water is te koud')
    await until('the other sees it', () => other.text().includes('Het water is te koud'))
    other.types('Dat vind ik ook')
    await until('and answers', () => one.text().includes('Dat vind ik ook'))
    expect(one.text()).toBe(other.text())
    one.leave()
    other.leave()
  })

  it('and our own page write in the same section', async () => {
    const stock = stockClient(server.ws, book, second, { cookie: await server.seat(inSeat('expert')) })
    const page = bookLine(server.ws, book, await server.seat(inSeat('expert', { nth: 1 })))
    await page.section(second).synced
    types(page, second, 'van de pagina')
    await until('the stock client has it', () => stock.text().includes('van de pagina'))
    stock.types('van de gewone client')
    await until('the page has it', () => page.section(second).text.toString().includes('van de gewone client'))
    await until('the page knows that its words are safe', () => page.state.unsaved === 0 && page.state.savedAt !== null)
    stock.leave()
    page.close()
  })

  it.each([
    ['without a cookie', null, 'not-signed-in', 4401],
    ['with a cookie that was made up', 'witboek-login=made-up', 'not-signed-in', 4401],
    ['as a councillor, before the gate [BOOK-3]', { role: 'councillor' }, 'book-not-yet-readable', 4403],
    ['as the College, before the gate [BOOK-3]', { role: 'college' }, 'book-not-yet-readable', 4403],
  ] as const)('%s is refused with a reason, and does not come back', async (_, who, reason, code) => {
    const cookie = who === null ? '' : typeof who === 'string' ? who : await server.seat(inSeat(who.role))
    const client = stockClient(server.ws, book, first, cookie ? { cookie } : {})
    await until('it is turned away', () => client.closes.length > 0)
    expect(client.closes).toEqual([{ code, reason }])
    expect(client.text()).toBe('')
    client.leave()
  })

  it.each([
    ['an expert of another theme [BOOK-1]', 'expert', false],
    ['the financial adviser [BOOK-2]', 'financialAdviser', true],
    ['the Chef of the theme itself [BOOK-4]', 'chef', true],
  ] as const)('of %s reads; a word written is refused with a reason', async (_, role, own) => {
    const watcher = stockClient(server.ws, book, first, { cookie: await server.seat(inSeat('expert')) })
    const client = stockClient(server.ws, book, first, { cookie: await server.seat(inSeat(role, { elsewhere: !own })) })
    await until('both are in sync', () => watcher.provider.synced && client.provider.synced)
    expect(client.text()).toBe(watcher.text())
    client.types('dit mag niet')
    await until('it is turned away', () => client.closes.length > 0)
    expect(client.closes).toEqual([{ code: closeCode.refused, reason: 'not-for-your-role' }])
    expect(watcher.text()).not.toContain('dit mag niet')
    client.leave()
    watcher.leave()
  })
})

describe('the document endpoint', () => {
  it('refuses a page of another site, cookie or not', async () => {
    const cookie = await server.seat(inSeat('expert'))
    expect(await ending(`/collab/${book}`, { cookie, origin: 'https://evil.example' })).toEqual({
      code: 403,
      reason: '/problems/foreign-origin',
    })
    expect(await ending(`/collab/${book}`, { cookie, origin: 'null' })).toMatchObject({ code: 403 })
  })

  it.each([
    ['a book that is not there', '/collab/no-such-book', 4404, 'book-not-found'],
    ['a section that is not there', `/collab/${book}/no-such-section`, 4404, 'section-not-found'],
    ['an address that is none', '/collab/..%2f..%2fetc', 404, '/problems/not-found'],
    ['an address with too much in it', `/collab/${book}/a/b`, 404, '/problems/not-found'],
  ])('refuses %s', async (_, path, code, reason) => {
    expect(await ending(path, { cookie: await server.seat(inSeat('expert')) })).toEqual({ code, reason })
  })

  it.each([
    ['noise', Uint8Array.from({ length: 300 }, (_, i) => (i * 91 + 7) % 256)],
    ['an empty frame', new Uint8Array()],
    ['an update cut short', Uint8Array.of(1, 0, 2, 90, 1, 2, 3)],
  ])('closes the line that sends %s; others go on', async (_, frame) => {
    const other = bookLine(server.ws, book, await server.seat(inSeat('expert', { nth: 1 })))
    await other.section(first).synced
    expect(await ending(`/collab/${book}`, { cookie: await server.seat(inSeat('expert')) }, [frame])).toEqual({
      code: closeCode.notUnderstood,
      reason: 'not-understood',
    })
    types(other, first, 'gewoon door')
    await until('the other is saved', () => other.state.unsaved === 0 && other.state.savedAt !== null)
    other.close()
  })

  it('[I6] ends a line that sends a frame larger than allowed', async () => {
    const cookie = await server.seat(inSeat('expert'))
    expect(await ending(`/collab/${book}`, { cookie }, [new Uint8Array(5 * 1024 * 1024)])).toMatchObject({ code: 1009 })
  })

  it('ends the lines of a login the moment it is ended', async () => {
    const cookie = await server.seat(inSeat('expert'))
    const line = bookLine(server.ws, book, cookie)
    await line.section(first).synced
    await fetch(`${server.address}/logout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, Origin: server.address },
    })
    await until('the page is told', () => line.state.line === 'refused')
    expect(line.state.refusal).toBe('not-signed-in')
    line.close()
  })
})
