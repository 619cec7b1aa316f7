import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { RawLine } from '../testing/raw-line.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const publicOrigin = 'https://dialoog.example.nl'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await aServer({ PUBLIC_ORIGIN: publicOrigin })
  cookie = await server.seat(inSeat('expert'))
})
afterAll(() => server.close())

type Headers = Record<string, string>

/** The doors behind which something changes, or text is read: is this visitor let in? */
const doors: Record<string, (headers: Headers) => Promise<boolean>> = {
  'a form': async (headers) => {
    const body = new URLSearchParams({ person: inSeat('expert') })
    const response = await fetch(`${server.address}/login/example`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
    })
    return response.status === 303
  },
  'another method': async (headers) => {
    const response = await fetch(`${server.address}/api/home`, { method: 'DELETE', headers })
    return response.status !== 403
  },
  'the line for commands, as requests': async (headers) => {
    const response = await fetch(`${server.address}/socket.io/?EIO=4&transport=polling`, { headers })
    return response.status === 200
  },
  'the line for commands, as a WebSocket': (headers) => {
    const extraHeaders = { ...headers, cookie }
    const socket = io(server.address, { extraHeaders, forceNew: true, reconnection: false, transports: ['websocket'] })
    return new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('connect_error', () => resolve(false))
    }).finally(() => socket.disconnect())
  },
  'the line of a book': async (headers) => {
    const line = await RawLine.open(`${server.ws}/collab/${sportBook.book.id}`, { ...headers, cookie })
    line.close()
    return line.welcome !== null
  },
}

describe.each(Object.keys(doors))('%s', (door) => {
  const letsIn = async (headers: Headers) => doors[door]?.(headers)

  it.each<[string, Headers]>([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a neighbour under the same domain', { origin: 'https://forum.dialoog.example.nl' }],
    ['the domain above', { origin: 'https://example.nl' }],
    ['a name that begins like ours', { origin: 'https://dialoog.example.nl.evil.example' }],
    ['our own name without https', { origin: 'http://dialoog.example.nl' }],
    ['our own name at another port', { origin: 'https://dialoog.example.nl:8443' }],
    ['no address at all', { origin: 'dialoog.example.nl' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour that hides its origin', { 'sec-fetch-site': 'same-site' }],
    ['another site that lies about its origin', { origin: publicOrigin, 'sec-fetch-site': 'cross-site' }],
    ['a browser that says something new', { origin: publicOrigin, 'sec-fetch-site': 'near-by' }],
  ])('[SAFE-5] is closed to %s', async (_, headers) => {
    expect(await letsIn(headers)).toBe(false)
  })

  it('[SAFE-5] is open to our own pages, and to a program that is no browser', async () => {
    expect(await letsIn({ origin: publicOrigin, 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(await letsIn({ origin: publicOrigin })).toBe(true)
    expect(await letsIn({ origin: server.address, 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(await letsIn({ 'sec-fetch-site': 'none' })).toBe(true)
    expect(await letsIn({})).toBe(true)
  })
})

it('[SAFE-5] who was refused is on record by an origin, and by nothing else they said', async () => {
  const refused = () => server.log.filter(({ msg }) => msg === 'foreign origin refused').map(({ origin }) => origin)
  const before = refused().length
  for (const origin of ['https://anna:geheim@evil.example/anna', 'anna@example.nl'])
    await fetch(`${server.address}/logout`, { method: 'POST', headers: { origin } })
  expect(refused().slice(before)).toEqual(['https://evil.example', 'none'])
})
