import type { VisitAnswer } from '@witboek/contract'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { RawLine } from '../testing/raw-line.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const https = { 'x-forwarded-proto': 'https' }

async function seatOver(headers: Record<string, string>): Promise<string> {
  const response = await fetch(`${server.address}/login/example`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.address, ...headers },
    body: new URLSearchParams({ person: inSeat('expert') }),
  })
  return response.headers.getSetCookie()[0] ?? ''
}

const tokenOf = (set: string): string => /=([^;]+)/.exec(set)?.[1] ?? ''

async function isIn(headers: Record<string, string>): Promise<boolean> {
  const response = await fetch(`${server.address}/api/visit`, { headers })
  return ((await response.json()) as VisitAnswer).actor !== null
}

describe('the cookie of a login', () => {
  it('[SAFE-2] is bound to this very host over https, and has its plain name over http', async () => {
    expect(await seatOver(https)).toMatch(
      /^__Host-witboek-login=[\w-]{43}; Max-Age=57600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(await seatOver({})).toMatch(
      /^witboek-login=[\w-]{43}; Max-Age=57600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )
  })

  it('[SAFE-2] counts over https under that name only, whatever a neighbour has planted', async () => {
    const token = tokenOf(await seatOver(https))
    const planted = tokenOf(await seatOver({}))
    expect(await isIn({ ...https, cookie: `__Host-witboek-login=${token}` })).toBe(true)
    expect(await isIn({ ...https, cookie: `witboek-login=${planted}` })).toBe(false)
    expect(await isIn({ ...https, cookie: `witboek-login=${planted}; __Host-witboek-login=gone` })).toBe(false)
    expect(await isIn({ 'x-forwarded-proto': 'https, http', cookie: `witboek-login=${planted}` })).toBe(false)
    expect(await isIn({ cookie: `witboek-login=${planted}` })).toBe(true)
  })

  it('[SAFE-2] counts in the same way for the lines that a page opens', async () => {
    const token = tokenOf(await seatOver(https))
    const planted = tokenOf(await seatOver({}))
    const opens = async (cookie: string) => {
      const extraHeaders = { ...https, cookie, origin: server.address }
      const meeting = io(server.address, { extraHeaders, forceNew: true, transports: ['websocket'] })
      const came = await new Promise((resolve) => {
        meeting.once('connect', () => resolve('in'))
        meeting.once('connect_error', ({ message }) => resolve(message))
      })
      meeting.disconnect()
      const line = await RawLine.open(`${server.ws}/collab/${sportBook.book.id}`, { ...https, cookie })
      line.close()
      return { meeting: came, book: line.welcome ? 'in' : line.closedWith?.reason }
    }
    expect(await opens(`__Host-witboek-login=${token}`)).toEqual({ meeting: 'in', book: 'in' })
    expect(await opens(`witboek-login=${planted}`)).toEqual({ meeting: 'not-signed-in', book: 'not-signed-in' })
  })

  it('is taken from the browser when its holder leaves', async () => {
    const cookie = `__Host-witboek-login=${tokenOf(await seatOver(https))}`
    const left = await fetch(`${server.address}/logout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...https, cookie, origin: server.address },
    })
    expect(left.headers.getSetCookie()).toEqual([
      '__Host-witboek-login=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    ])
    expect(await isIn({ ...https, cookie })).toBe(false)
  })
})
