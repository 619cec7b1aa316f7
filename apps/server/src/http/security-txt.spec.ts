import { expect, it } from 'vitest'
import { aServer, aFailedStart, type TestServer } from '../testing/a-server.ts'

const path = '/.well-known/security.txt'
const production = { NODE_ENV: 'production', EXAMPLE: 'off' }

const warned = ({ log }: TestServer) => log.some(({ msg }) => msg.includes('SECURITY_CONTACT'))

it('[SAFE-6] who finds a weakness reads whom to tell, in the form of RFC 9116', async () => {
  const server = await aServer({
    ...production,
    PUBLIC_ORIGIN: 'https://dialoog.example.nl',
    SECURITY_CONTACT: 'mailto:veilig@example.nl',
    SECURITY_POLICY: 'https://example.nl/veilig-melden',
  })
  const response = await fetch(server.address + path)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await response.text()
  expect(text).toMatch(/^(\S+: .+\n)+$/)
  const fields = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/)),
  )
  expect(fields).toEqual({
    Contact: 'mailto:veilig@example.nl',
    Expires: expect.any(String),
    'Preferred-Languages': 'nl, en',
    Canonical: `https://dialoog.example.nl${path}`,
    Policy: 'https://example.nl/veilig-melden',
  })
  const days = (Date.parse(String(fields['Expires'])) - Date.now()) / (24 * 60 * 60 * 1000)
  expect(days).toBeGreaterThan(30)
  expect(days).toBeLessThan(365)
  expect(warned(server)).toBe(false)
  await server.close()
})

it('[SAFE-6] says no more than what is known', async () => {
  const server = await aServer({ SECURITY_CONTACT: 'https://example.nl/melden' })
  const text = await (await fetch(server.address + path)).text()
  expect(text.replace(/Expires: .*/, 'Expires: …')).toBe(
    'Contact: https://example.nl/melden\nExpires: …\nPreferred-Languages: nl, en\n',
  )
  await server.close()
})

it('[SAFE-6] is not there when nobody was named, and whoever runs it hears so', async () => {
  const server = await aServer(production)
  expect((await fetch(server.address + path)).status).toBe(404)
  expect(warned(server)).toBe(true)
  await server.close()
  const example = await aServer()
  expect((await fetch(example.address + path)).status).toBe(404)
  expect(warned(example)).toBe(false)
  await example.close()
})

it.each(['veilig@example.nl', 'http://example.nl', 'javascript:alert(1)'])(
  '[SAFE-6] does not start with %s as the one to tell',
  async (contact) => {
    const { code, said } = await aFailedStart({ SECURITY_CONTACT: contact })
    expect(code).toBe(1)
    expect(said).toContain('SECURITY_CONTACT')
  },
)
