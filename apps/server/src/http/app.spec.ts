import type { BookAnswer, HomeAnswer, SeatsAnswer, ThemeAnswer, VisitAnswer } from '@witboek/contract'
import { roles } from '@witboek/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { inSeat } from '../testing/the-example.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const get = async <Value>(
  path: string,
  cookie?: string,
): Promise<{ status: number; type: string | null; body: Value }> => {
  const response = await fetch(server.address + path, cookie ? { headers: { cookie } } : {})
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as Value }
}

describe('a visit', () => {
  it('[RIGHTS-1] tells what one may do in the dialogue as a whole, and not what is about one theme', async () => {
    const mayOf = async (cookie?: string) => (await get<VisitAnswer>('/api/visit', cookie)).body.may
    expect(await mayOf()).toEqual(['dialogue:read'])
    expect(await mayOf(await server.seat(inSeat('lead')))).toEqual(
      expect.arrayContaining(['people:read', 'phase:reach', 'meeting:settle']),
    )
    const ofChef = await mayOf(await server.seat(inSeat('chef')))
    expect(ofChef).toContain('group:read')
    for (const act of ['people:read', 'book:order', 'invitation:send'] as const) expect(ofChef).not.toContain(act)
  })
})

describe('the first start', () => {
  it('shows a dialogue with eight themes, each with a group and a green book, adding up to 6.2 million', async () => {
    const { body } = await get<HomeAnswer>('/api/home')
    expect(body.dialogue).toMatchObject({ title: 'De Bezuinigingsdialoog', phase: 'green', synthetic: true })
    expect(body.targets).toEqual({ themes: 620_000_000, dialogue: 620_000_000, gap: 0 })
    expect(body.themes).toHaveLength(8)
    for (const { chefs, experts, greenBook } of body.themes) {
      expect(chefs.length).toBeGreaterThan(0)
      expect(experts).toBeGreaterThan(4)
      expect(greenBook).toMatchObject({ kind: 'green', present: 0 })
    }
  })

  it('shows a theme with its budget items, frameworks and Chefs to everyone, and neither its book nor its experts', async () => {
    const { body } = await get<ThemeAnswer>('/api/themes/sport')
    expect(body.theme.target).toBe(39_000_000)
    expect(body.influenceable).toBe(390_000_000)
    expect(body.items.length).toBeGreaterThan(5)
    expect(body.frameworks.length).toBeGreaterThan(2)
    expect(body.books).toMatchObject([{ kind: 'green', readable: false }])
    expect(body.chefs.length).toBeGreaterThan(0)
    expect(body.experts, '[PRIVACY-1] names are for those who take part').toEqual([])
  })

  it('offers a seat in every role, but for guests, who come to a meeting', async () => {
    const { body } = await get<SeatsAnswer>('/api/example/seats')
    expect(new Set(body.seats.map(({ role }) => role))).toEqual(new Set(roles.filter((role) => role !== 'guest')))
  })
})

describe('taking a seat', () => {
  it('is a real login: an unreadable cookie here, a hash there, and gone after leaving', async () => {
    const response = await fetch(`${server.address}/login/example`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: server.address },
      body: new URLSearchParams({ person: inSeat('expert'), next: '/thema/sport' }),
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/thema/sport')
    const setCookie = response.headers.getSetCookie()[0] ?? ''
    expect(setCookie).toMatch(/HttpOnly/)
    expect(setCookie).toMatch(/SameSite=Lax/)
    expect(setCookie).not.toMatch(/Secure/)
    const cookie = setCookie.split(';')[0] ?? ''
    expect((await get<VisitAnswer>('/api/visit', cookie)).body.actor).toMatchObject({
      role: 'expert',
      theme: { slug: 'sport' },
    })
    await fetch(`${server.address}/logout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, Origin: server.address },
    })
    expect((await get<VisitAnswer>('/api/visit', cookie)).body.actor).toBeNull()
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'thema'])(
    'never sends on to %s',
    async (next) => {
      const response = await fetch(`${server.address}/login/example`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: server.address },
        body: new URLSearchParams({ person: inSeat('expert'), next }),
      })
      expect(response.headers.get('location')).toBe('/')
    },
  )

  it('cannot be done for a visitor by a page of another site', async () => {
    const response = await fetch(`${server.address}/login/example`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: 'https://evil.example' },
      body: new URLSearchParams({ person: inSeat('lead') }),
    })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('answers an unknown seat with a problem', async () => {
    const response = await fetch(`${server.address}/login/example`, {
      method: 'POST',
      body: new URLSearchParams({ person: 'nobody' }),
    })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ type: '/problems/seat-not-found', status: 404 })
  })

  it('marks the cookie as secure when the visitor came over https', async () => {
    const proxied = await aServer({ TRUST_PROXY: 'on' })
    const response = await fetch(`${proxied.address}/login/example`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'X-Forwarded-Proto': 'https' },
      body: new URLSearchParams({ person: inSeat('expert') }),
    })
    expect(response.headers.getSetCookie()[0]).toMatch(/Secure/)
    await proxied.close()
  })

  it('exists in example mode only; without it the house is empty and says so', async () => {
    const empty = await aServer({ EXAMPLE: 'off' })
    for (const [path, method] of [
      ['/api/example/seats', 'GET'],
      ['/login/example', 'POST'],
    ] as const)
      expect((await fetch(empty.address + path, { method })).status).toBe(404)
    expect(await (await fetch(`${empty.address}/api/home`)).json()).toMatchObject({
      type: '/problems/dialogue-not-found',
    })
    expect(await (await fetch(`${empty.address}/api/visit`)).json()).toEqual({
      actor: null,
      person: null,
      may: ['dialogue:read'],
      example: false,
      dialogue: null,
    })
    await empty.close()
  })
})

describe('the page of a book', () => {
  it('[BOOK-1] gives an expert the whole text to read at once', async () => {
    const cookie = await server.seat(inSeat('expert'))
    const { body } = await get<BookAnswer>('/api/themes/sport/books/green', cookie)
    expect(body.rights).toEqual({ role: 'expert', write: true, order: false, remark: false })
    expect(body.manifest.sections).toHaveLength(6)
    expect(Object.keys(body.texts)).toHaveLength(6)
    expect(JSON.stringify(body.texts).length).toBeGreaterThan(1000)
  })

  it.each([
    ['nobody who has not signed in', null, 401, 'not-signed-in'],
    ['no councillor before the gate [BOOK-3]', 'councillor', 403, 'book-not-yet-readable'],
  ] as const)('lets %s read', async (_, role, status, code) => {
    const answer = await get<unknown>(
      '/api/themes/sport/books/green',
      role ? await server.seat(inSeat(role)) : undefined,
    )
    expect(answer).toMatchObject({
      status,
      type: expect.stringContaining('application/problem+json'),
      body: { type: `/problems/${code}` },
    })
  })

  it.each([
    ['/api/themes/ruimtevaart', 'theme-not-found'],
    ['/api/themes/sport/books/rood', 'book-not-found'],
    ['/api/onzin', 'not-found'],
  ])('answers %s with %s', async (path, code) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { type: `/problems/${code}` } })
  })

  it('answers a form that is too large with a problem', async () => {
    const response = await fetch(`${server.address}/login/example`, {
      method: 'POST',
      body: new URLSearchParams({ person: 'x'.repeat(10_000) }),
    })
    expect(await response.json()).toMatchObject({ type: '/problems/too-large', status: 413 })
  })
})
