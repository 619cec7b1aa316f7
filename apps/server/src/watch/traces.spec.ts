import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aFolder, aServer, aServerProcess } from '../testing/a-server.ts'
import { asks, bookLine, meetingLine, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')

interface Span {
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: { stringValue?: string; intValue?: number } }[]
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
}
interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[]
}

/** A collector, as small as it can be: OTLP over HTTP, in JSON. */
let collector: ReturnType<typeof createServer>
let received: { path: string; body: string }[]
beforeEach(async () => {
  received = []
  collector = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => (body += data.toString()))
    request.on('end', () => {
      received.push({ path: request.url ?? '', body })
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  collector.close()
  collector.closeAllConnections()
})

const endpoint = () => `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
const spans = (): readonly Span[] =>
  received
    .flatMap(({ body }) => (JSON.parse(body) as Export).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
const told = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))

/** Starts and stops a server in a process of its own; answers whether it loaded what traces are made with. */
async function loads(environment: Record<string, string>): Promise<boolean> {
  const folder = aFolder()
  const tell = `import { registerHooks } from 'node:module'; registerHooks({ resolve(name, context, next) {
    if (name === '@opentelemetry/sdk-trace') process.stderr.write('loaded ' + name); return next(name, context) } })`
  const { child, said } = await aServerProcess({
    ...{ PORT: '0', DATA_DIR: folder.path, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` },
    ...environment,
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
  folder.remove()
  return said().includes('loaded @opentelemetry/sdk-trace')
}

describe('traces', () => {
  it('are nothing at all without a collector', async () => {
    expect(await loads({})).toBe(false)
    expect(await loads({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint() })).toBe(true)
  })

  it('tell a collector of requests, commands and commits, and nothing about people', async () => {
    const server = await aServer({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint() })
    const cookie = await server.seat(inSeat('expert'))
    const line = bookLine(server.ws, book, cookie)
    const meeting = meetingLine(server.address, await server.seat(inSeat('chef')))
    await until('both are in', () => line.state.line === 'open' && meeting.connected)
    types(line, section, 'a secret sentence')
    await until('it is saved', () => line.state.unsaved === 0)
    await asks(meeting, 'section:lock', { book, section, reason: 'a private reason', until: null })
    await fetch(`${server.address}/api/themes/sport`, { headers: { cookie } })
    await fetch(`${server.address}/no-such-page?name=somebody`)
    line.close()
    meeting.disconnect()
    await server.close()

    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/v1/traces']))
    const all = spans().map((span) => ({ name: span.name, ...told(span) }))
    expect(all).toContainEqual({
      name: 'GET data',
      'http.request.method': 'GET',
      'http.route': '/api/themes/:slug',
      'http.response.status_code': 200,
    })
    expect(all).toContainEqual({ name: 'command', 'witboek.command': 'section:lock', 'witboek.outcome': 'done' })
    expect(all).toContainEqual({ name: 'commit', 'witboek.entries': 1 })
    expect(all.map(({ name }) => name)).toContain('GET page')
    for (const { startTimeUnixNano, endTimeUnixNano } of spans())
      expect(BigInt(endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano))
    const sent = received.map(({ body }) => body).join('\n')
    const [, token = ''] = cookie.split('=')
    for (const secret of [
      'secret sentence',
      'private reason',
      'somebody',
      token,
      'cookie',
      inSeat('expert'),
      book,
      section,
    ])
      expect(sent, secret).not.toContain(secret)
  })

  it('wait for no collector that is away', async () => {
    const away = endpoint()
    await new Promise((resolve) => collector.close(resolve))
    const server = await aServer({ OTEL_EXPORTER_OTLP_ENDPOINT: away })
    const line = bookLine(server.ws, book, await server.seat(inSeat('expert')))
    await until('it is in', () => line.state.line === 'open')
    types(line, section, 'a sentence')
    await until('it is saved', () => line.state.unsaved === 0)
    line.close()
    await server.close()
    expect(await server.count('witboek_surprises_total')).toBe(0)
  })
})
