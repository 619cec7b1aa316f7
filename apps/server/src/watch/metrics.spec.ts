import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { asks, bookLine, meetingLine, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')

let server: TestServer
beforeAll(async () => {
  server = await aServer({ METRICS_PORT: '0' })
})
afterAll(() => server.close())

/** The metrics as Prometheus reads them: a number by name and labels. */
async function read(): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}

describe('the metrics', () => {
  it('tell an evening in numbers', async () => {
    const expert = await server.seat(inSeat('expert'))
    const line = bookLine(server.ws, book, expert)
    const meeting = meetingLine(server.address, await server.seat(inSeat('chef')))
    await until('both are in', () => line.state.line === 'open' && meeting.connected)
    types(line, section, 'a sentence')
    await until('it is saved', () => line.state.unsaved === 0)
    await asks(meeting, 'section:lock', { book, section, reason: '', until: null })
    await asks(meeting, 'section:lock', { book, section, reason: '', until: null })
    await asks(meeting, 'section:lock', { nothing: 'of the kind' })
    await fetch(`${server.address}/api/home`)
    await fetch(`${server.address}/no-such-page`)

    const now = await read()
    expect(Object.fromEntries(now)).toMatchObject({
      witboek_ready: 1,
      witboek_store_answers: 1,
      witboek_redis_answers: 1,
      'witboek_connections{kind="book"}': 1,
      'witboek_connections{kind="commands"}': 1,
      witboek_open_books: 1,
      witboek_entries_committed_total: 2,
      witboek_commit_seconds_count: 2,
      witboek_acknowledgement_seconds_count: 1,
      witboek_commits_failed_total: 0,
      witboek_commits_overtaken_total: 0,
      witboek_commit_under_way_seconds: 0,
      witboek_divergence_total: 0,
      witboek_rooms_given_up_total: 0,
      witboek_surprises_total: 0,
      'witboek_logins_total{how="example"}': 2,
      'witboek_command_seconds_count{command="section:lock",outcome="done"}': 1,
      'witboek_command_seconds_count{command="section:lock",outcome="refused"}': 1,
      'witboek_command_seconds_count{command="section:lock",outcome="not-understood"}': 1,
      'witboek_request_seconds_count{kind="login",status="3xx"}': 2,
      'witboek_request_seconds_count{kind="data",status="2xx"}': 1,
      'witboek_request_seconds_count{kind="page",status="4xx"}': 1,
    })
    expect(now.get('witboek_data_free_bytes')).toBeGreaterThan(0)
    expect(now.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
    expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(0)
    line.close()
    meeting.disconnect()
    await until('nobody is in', async () => (await read()).get('witboek_connections{kind="book"}') === 0)
  })

  it('say nothing about people, and nothing without end', async () => {
    const meeting = meetingLine(server.address, await server.seat(inSeat('expert')))
    for (const name of ['made-up', '__proto__']) meeting.emit(name as 'section:lock', {} as never, () => undefined)
    await asks(meeting, 'section:lock', {})
    await fetch(`${server.address}/api/books/${book}/parked`)
    const labels = [...(await read()).keys()].join('\n')
    expect(labels).not.toMatch(/person|made-up|proto|parked"/)
    expect(labels).not.toContain(book)
    meeting.disconnect()
  })

  it('are on a port of their own only', async () => {
    for (const path of ['/metrics', '/metrics/', '/api/metrics'])
      expect((await fetch(`${server.address}${path}`)).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${server.metricsPort}/`)).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`, { method: 'POST' })).status).toBe(404)
    const without = await aServer()
    expect(without.metricsPort).toBeNull()
    await without.close()
  })
})
