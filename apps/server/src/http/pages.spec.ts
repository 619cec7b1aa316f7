import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, aServerProcess, type ServerProcess } from '../testing/a-server.ts'

const folder = aFolder()
const origin = 'https://dialoog.example.nl'
const https = { 'x-forwarded-proto': 'https', host: 'dialoog.example.nl' }

let server: ServerProcess
beforeAll(async () => {
  const settings = { WEB: 'built', PORT: '0', DATA_DIR: folder.path, TRUST_PROXY: 'on', PUBLIC_ORIGIN: origin }
  server = await aServerProcess(settings)
})
afterAll(async () => {
  const ended = new Promise((resolve) => server.child.once('exit', resolve))
  server.child.kill()
  await ended
  folder.remove()
})

const asks = (path: string, how: RequestInit = {}) => fetch(server.address + path, { redirect: 'manual', ...how })
const posts = (path: string, body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
  asks(path, { method: 'POST', body, headers: { origin: server.address, ...headers } })

async function policyOf(path: string, headers: Record<string, string> = {}) {
  const response = await asks(path, { headers })
  const policy = response.headers.get('content-security-policy') ?? ''
  const directives = policy.split('; ').map((directive) => directive.split(' '))
  return {
    page: await response.text(),
    policy: Object.fromEntries(directives.map(([name, ...sources]) => [name, sources])) as Record<string, string[]>,
  }
}

describe('a page', () => {
  it.each(['/', '/plaats', '/thema/sport', '/toegankelijkheid', '/onbekend'])(
    '[SAFE-3] at %s runs scripts of its own answer only, and styles of ours only',
    async (path) => {
      const nonces = []
      for (const again of ['once', 'twice']) {
        const { page, policy } = await policyOf(path)
        const [nonce] = /(?<=nonce-)[^']+/.exec(policy['script-src']?.join(' ') ?? '') ?? expect.fail(again)
        expect(policy).toEqual({
          'default-src': ["'self'"],
          'script-src': ["'self'", `'nonce-${nonce}'`],
          'style-src': ["'self'"],
          'style-src-attr': ["'unsafe-hashes'", expect.stringMatching(/^'sha256-/)],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'frame-src': ["'none'"],
        })
        const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag)
        expect(inline.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('application/json'))).toEqual(
          [],
        )
        expect(page).not.toMatch(/<style|\son\w+="/)
        expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16)
        nonces.push(nonce)
      }
      expect(new Set(nonces).size).toBe(2)
    },
  )

  it('[SAFE-3] asks for all of itself over https where it came that way', async () => {
    expect((await policyOf('/', https)).policy).toHaveProperty('upgrade-insecure-requests')
    expect((await policyOf('/')).policy).not.toHaveProperty('upgrade-insecure-requests')
  })

  it('[SAFE-3] and what it loads carry the same guard as data, and are not kept on the way', async () => {
    const [, script = ''] = /href="\.(\/_app\/immutable\/[^"]+\.js)"/.exec((await policyOf('/')).page) ?? []
    for (const path of ['/', '/icon.svg', script, '/onbekend', '/_app/immutable/gone.js']) {
      const { headers } = await asks(path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()') as string,
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
        'cache-control': path === script ? 'public,max-age=31536000,immutable' : expect.stringMatching(/^private/),
      })
    }
  })

  it('[MEET-11] shows only those in a frame that the town has named', async () => {
    const town = aFolder()
    const there = await aServerProcess({
      ...{ WEB: 'built', PORT: '0', DATA_DIR: town.path },
      VIDEO_FRAMES: 'https://video.example/ https://praat.example:8443',
    })
    const policy = (await fetch(there.address)).headers.get('content-security-policy')?.split('; ')
    expect(policy?.filter((directive) => directive.startsWith('frame-src'))).toEqual([
      'frame-src https://video.example https://praat.example:8443',
    ])
    const ended = new Promise((resolve) => there.child.once('exit', resolve))
    there.child.kill()
    await ended
    town.remove()
  })

  it('[SAFE-2] knows its visitor over https by the name that is bound to the host', async () => {
    const { seats } = (await (await asks('/api/example/seats')).json()) as { seats: { person: string; name: string }[] }
    const { person = '', name = '' } = seats[0] ?? {}
    const taken = await posts('/login/example', new URLSearchParams({ person }), { 'x-forwarded-proto': 'https' })
    const [token = ''] = /(?<=^__Host-witboek-login=)[^;]+/.exec(taken.headers.getSetCookie()[0] ?? '') ?? []
    const { page } = await policyOf('/', { ...https, cookie: `__Host-witboek-login=${token}` })
    expect(page).toContain(name)
    const planted = await policyOf('/', { ...https, cookie: `witboek-login=${token}` })
    expect(planted.page).not.toContain(name)
  })
})

describe('the pages', () => {
  it('[SAFE-4] show an unknown address as a page', async () => {
    const response = await asks('/onbekend')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(await response.text()).toContain('Niet gevonden')
  })

  it.each<[string, number, string, () => Promise<Response>]>([
    [
      'a form without an origin',
      403,
      'foreign-origin',
      () => posts('/voorkeur', new URLSearchParams(), { origin: '' }),
    ],
    ['a form of another site', 403, 'foreign-origin', () => posts('/voorkeur', '', { origin: 'https://evil.example' })],
    [
      'a form with too much in it',
      413,
      'too-large',
      () => posts('/voorkeur', new URLSearchParams({ a: 'x'.repeat(600_000) })),
    ],
    [
      'half a form',
      400,
      'not-understood',
      () => posts('/voorkeur', '--x', { 'content-type': 'multipart/form-data; boundary=x' }),
    ],
    [
      'what is no form',
      415,
      'wrong-content-type',
      () => posts('/voorkeur', '{}', { 'content-type': 'application/json' }),
    ],
    ['another method', 405, 'wrong-method', () => asks('/voorkeur')],
    ['a form for a page', 405, 'wrong-method', () => posts('/thema/sport', new URLSearchParams())],
    [
      'a change of a file',
      405,
      'wrong-method',
      () => asks('/icon.svg', { method: 'PUT', headers: { origin: server.address } }),
    ],
    ['a file that is not there', 404, 'not-found', () => asks('/_app/immutable/gone.js')],
  ])('[SAFE-4] refuse %s with a problem', async (_, status, code, asked) => {
    const response = await asked()
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({ type: `/problems/${code}`, status })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    if (status === 405) expect(response.headers.get('allow')).toMatch(/GET|POST/)
  })

  it('take a form of ours', async () => {
    const response = await posts('/voorkeur', new URLSearchParams({ language: 'en' }))
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie()[0]).toMatch(/^language=en;/)
  })
})
