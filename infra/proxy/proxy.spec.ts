import { aPortToKeep, aWitboek } from '@witboek/testkit/servers'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aNamedServer } from './a-named-server.ts'
import { startProxy, type ProxyName } from './a-proxy.ts'
import { Visitor } from './a-visitor.ts'

const proxies: readonly ProxyName[] = ['nginx', 'caddy']
const many = Array.from({ length: 24 }, (_, i) => i)

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})
const kept = <Thing extends { stop(): Promise<unknown> }>(thing: Thing): Thing => {
  stops.push(() => thing.stop())
  return thing
}

/** Two servers that tell who they are, and the proxy in front of them. */
async function twoServers(name: ProxyName) {
  const one = kept(await aNamedServer('one'))
  const two = kept(await aNamedServer('two'))
  const proxy = kept(await startProxy(name, await aPortToKeep(), [one.host, two.host]))
  const visitor = new Visitor(proxy)
  await until(`${name} answers`, () => visitor.isAnswered('/'))
  return { one, two, proxy, visitor }
}

describe.each(proxies)('%s, with the settings in this folder', (name) => {
  it('brings all lines of a book to the same server, and the books to all servers', async () => {
    const { visitor } = await twoServers(name)
    const serverOf = async (book: number, login: number) => {
      const { line, first } = await visitor.opens(`/collab/book-${book}`, { cookie: `witboek-login=token-${login}` })
      line.terminate()
      return first.toString()
    }
    const servers = await Promise.all(many.map((book) => serverOf(book, book)))
    expect(new Set(servers)).toEqual(new Set(['one', 'two']))
    expect(await Promise.all(many.map((book) => serverOf(book, book + 1)))).toEqual(servers)
  })

  it('keeps a browser with one server, whatever its address, and sends browsers to all', async () => {
    const { visitor } = await twoServers(name)
    const serverOf = async (cookie: string) => {
      const { body, headers } = await visitor.asks('/socket.io/?EIO=4&transport=polling', { cookie })
      const [set] = headers['set-cookie'] ?? []
      return {
        name: (JSON.parse(body) as { name: string }).name,
        cookie: set ? `${cookie}; ${set.split(';')[0]}` : cookie,
      }
    }
    const first = await Promise.all(many.map((login) => serverOf(`a=b; __Host-witboek-login=token-${login}`)))
    expect(new Set(first.map((answer) => answer.name))).toEqual(new Set(['one', 'two']))
    const again = await Promise.all(first.map(({ cookie }) => serverOf(cookie)))
    expect(again.map((answer) => answer.name)).toEqual(first.map((answer) => answer.name))
  })

  it('says how the visitor came, and believes nothing that the visitor says about it', async () => {
    const { visitor, proxy } = await twoServers(name)
    const lies = { 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.7' }
    const { headers } = JSON.parse((await visitor.asks('/', lies)).body) as { headers: Record<string, string> }
    expect(headers).toMatchObject({ host: new URL(proxy.address).host, 'x-forwarded-proto': 'https' })
    expect(headers['x-forwarded-for']).toMatch(/^(127\.0\.0\.1|::1)$/)
  })

  it('goes to the other server when one is away, and leaves open lines alone', async () => {
    const { visitor, one } = await twoServers(name)
    const open = await Promise.all(many.map((book) => visitor.opens(`/collab/book-${book}`)))
    const onTwo = open.filter(({ first }) => first.toString() === 'two').map(({ line }) => line)
    await one.stop()
    for (const book of many) {
      const { line, first } = await visitor.opens(`/collab/book-${book}`)
      expect(first.toString()).toBe('two')
      line.terminate()
    }
    expect(onTwo.map((line) => line.readyState)).toEqual(onTwo.map((line) => line.OPEN))
    for (const line of onTwo) line.terminate()
  })

  it('carries a whole visit to a real server: page data, a seat, a line to a book, and the line for commands', async () => {
    const port = await aPortToKeep()
    const origin = `https://localhost:${port}`
    const witboek = kept(await aWitboek({ environment: { TRUST_PROXY: 'on', PUBLIC_ORIGIN: origin } }))
    const { host } = new URL(witboek.url)
    const visitor = new Visitor(kept(await startProxy(name, port, [host, host])))
    const asks = async (path: string) => JSON.parse((await visitor.asks(path)).body) as never
    await until('the proxy answers', () => visitor.isAnswered('/api/home'))

    const { seats } = (await asks('/api/example/seats')) as {
      seats: { person: string; role: string; theme: { slug: string } | null }[]
    }
    const expert = seats.find(({ role }) => role === 'expert') ?? expect.fail('an expert')
    const taken = await visitor.asks('/login/example', { origin }, { person: expert.person, next: '/' })
    expect(taken.status).toBe(303)
    const [cookie = ''] =
      taken.headers['set-cookie']
        ?.map((set) => set.split(';')[0] ?? '')
        .filter((set) => set.startsWith('__Host-witboek-login')) ?? []
    expect(String(taken.headers['set-cookie'])).toContain('Secure')
    const page = await visitor.asks(`/api/themes/${expert.theme?.slug ?? ''}/books/green`, { cookie })
    const { id: book } = (JSON.parse(page.body) as { book: { id: string } }).book
    const { line, first } = await visitor.opens(`/collab/${book}`, { cookie, origin })
    expect(first.toString()).toContain('"manifest"')
    line.terminate()

    const meeting = visitor.meets({ cookie, origin })
    await until('it went on over a WebSocket', () => meeting.io.engine?.transport.name === 'websocket')
    expect(await meeting.timeout(5_000).emitWithAck('presence:enter', { book })).toMatchObject({ ok: true })
    meeting.disconnect()

    const foreign = await visitor.asks('/login/example', { origin: 'https://evil.example' }, { person: expert.person })
    expect(foreign.status).toBe(403)
  })
})

describe('caddy', () => {
  it('sends nobody new to a server that drains, and keeps whom it has', async () => {
    const { visitor, one } = await twoServers('caddy')
    const open = await Promise.all(many.map((book) => visitor.opens(`/collab/book-${book}`)))
    const onOne = open.filter(({ first }) => first.toString() === 'one').map(({ line }) => line)
    expect(onOne.length).toBeGreaterThan(0)
    one.drains()
    await until('nobody is sent to it', async () => {
      const again = await Promise.all(many.map((book) => visitor.opens(`/collab/book-${book}`)))
      for (const { line } of again) line.terminate()
      return again.every(({ first }) => first.toString() === 'two')
    })
    for (const line of onOne) {
      const echoed = new Promise<string>((resolve) => line.once('message', (data: Buffer) => resolve(data.toString())))
      line.send('still here')
      expect(await echoed).toBe('still here')
    }
    for (const { line } of open) line.terminate()
  })
})
