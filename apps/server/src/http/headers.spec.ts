import { request as ask } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { inSeat } from '../testing/the-example.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer({ SECURITY_CONTACT: 'mailto:veilig@example.nl' })
})
afterAll(() => server.close())

const always = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
const data = {
  ...always,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': expect.stringContaining('no-store') as string,
}

const headersOf = async (path: string, how: RequestInit = {}) =>
  Object.fromEntries((await fetch(server.address + path, { redirect: 'manual', ...how })).headers)

const form = (values: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(values) })

describe('an answer', () => {
  it.each<[string, string, RequestInit?]>([
    ['with data', '/api/home'],
    ['with the data of a visitor', '/api/visit'],
    ['that refuses', '/api/themes/sport/books/green'],
    ['about nothing', '/api/onzin'],
    ['about nothing at all', '/onzin'],
    ['about an address that cannot be read', '/api/themes/%E0%A4%A'],
    ['in other letters', '/API/home'],
    ['to a method that is not there', '/api/home', { method: 'DELETE' }],
    ['to a page of another site', '/api/home', { method: 'POST', headers: { origin: 'https://evil.example' } }],
    ['that signs in', '/login/example', form({ person: inSeat('expert') })],
    ['that does not', '/login/example', form({ person: 'nobody' })],
    ['to what is too large', '/login/example', form({ person: 'x'.repeat(10_000) })],
    ['that signs out', '/logout', { method: 'POST' }],
    ['to whoever watches over it', '/health/ready'],
    ['about whom to tell', '/.well-known/security.txt'],
    ['of the line for commands', '/socket.io/?EIO=4&transport=polling'],
    ['of that line, refused', '/socket.io/?EIO=4&transport=pigeon'],
    [
      'of that line to another site',
      '/socket.io/?EIO=4&transport=polling',
      { headers: { origin: 'https://evil.example' } },
    ],
  ])('[SAFE-3] %s runs nothing, stands in no frame and is kept by nobody', async (_, path, how) => {
    const headers = await headersOf(path, how)
    expect(headers).toMatchObject(data)
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('[SAFE-3] lets pages use passkeys and the clipboard, and no camera, microphone or place', async () => {
    const policy = (await headersOf('/api/home'))['permissions-policy']?.split(', ')
    expect(policy).toEqual(
      expect.arrayContaining([
        'publickey-credentials-get=(self)',
        'publickey-credentials-create=(self)',
        'clipboard-write=(self)',
        'camera=()',
        'microphone=()',
        'geolocation=()',
      ]),
    )
    expect(new Set(policy).size).toBe(policy?.length)
  })

  it('[MEET-11] lets a page, and the video in a frame of it, use a camera where a town has named the service', async () => {
    const there = await aServer({ VIDEO_FRAMES: 'https://video.example, https://praat.example' })
    const policyOf = async (path: string) =>
      (await fetch(there.address + path)).headers.get('permissions-policy')?.split(', ')
    const both = '(self "https://video.example" "https://praat.example")'
    expect(await policyOf('/onzin')).toEqual(
      expect.arrayContaining([`camera=${both}`, `microphone=${both}`, `display-capture=${both}`, 'geolocation=()']),
    )
    expect(await policyOf('/api/home'), 'data').toEqual(expect.arrayContaining(['camera=()', 'microphone=()']))
    await there.close()
  })

  it.each([
    [undefined, null],
    ['http://dialoog.example.nl', null],
    ['https://dialoog.example.nl', 'max-age=31536000; includeSubDomains'],
  ])('[SAFE-3] at %s says about https: %s', async (origin, said) => {
    const there = await aServer(origin === undefined ? {} : { PUBLIC_ORIGIN: origin })
    const response = await fetch(`${there.address}/api/home`)
    expect(response.headers.get('strict-transport-security')).toBe(said)
    await there.close()
  })

  it('[SAFE-3] before the upgrade of a line is a problem with the same guard', async () => {
    const { port } = new URL(server.address)
    const headers = { connection: 'Upgrade', upgrade: 'websocket', origin: 'https://evil.example' }
    const answer = await new Promise<object>((resolve, reject) => {
      ask({ port, path: '/collab/some-book', headers }, (response) => {
        resolve({ status: response.statusCode, ...response.headers })
        response.resume()
      })
        .on('error', reject)
        .end()
    })
    expect(answer).toMatchObject({
      status: 403,
      'content-type': 'application/problem+json',
      'content-security-policy': data['content-security-policy'],
      'x-content-type-options': 'nosniff',
      'cache-control': data['cache-control'],
    })
  })
})
