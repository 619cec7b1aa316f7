import { aDatabase, aPostgres, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { bookLine, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')

let postgres: ThrowawayServer
let server: TestServer
beforeAll(async () => {
  postgres = await aPostgres()
  server = await aServer({ DATABASE_URL: await aDatabase(postgres.url), METRICS_PORT: '0' })
})
afterAll(async () => {
  await server.close()
  await postgres.stop()
})

async function ready(): Promise<string> {
  const response = await fetch(`${server.address}/health/ready`)
  return `${response.status} ${await response.text()}`
}
const answers = async (): Promise<boolean> => {
  const text = await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`).then((response) => response.text())
  return text.includes('\nwitboek_store_answers 1\n')
}

const accidents: readonly [string, () => void | Promise<void>, () => void | Promise<void>][] = [
  ['hangs', () => postgres.pause(), () => postgres.resume()],
  ['is killed', () => postgres.kill(), () => postgres.restart()],
]

describe.each(accidents)('a PostgreSQL that %s', (_, goes, comes) => {
  it('[I1] [I4] makes a server not ready, until it is there again and all is saved by itself', async () => {
    const line = bookLine(server.ws, book, await server.seat(inSeat('expert')))
    await until('it is in', () => line.state.line === 'open')
    types(line, section, 'before')
    await until('it is saved', () => line.state.unsaved === 0)
    expect(await ready()).toBe('200 {"status":"ready"}')

    await goes()
    types(line, section, 'while it is away')
    await until('it is not ready', async () => (await ready()).startsWith('503'), 20_000)
    expect(await ready()).toBe('503 {"status":"not-ready","reason":"store-away"}')
    expect(await answers()).toBe(false)
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200)
    expect(line.state.unsaved).toBeGreaterThan(0)

    await comes()
    await until('it is ready again', async () => (await ready()).startsWith('200'), 30_000)
    expect(await answers()).toBe(true)
    await until('all is saved', () => line.state.line === 'open' && line.state.unsaved === 0, 30_000)
    const said = server.log.map(({ msg }) => msg)
    expect(said.filter((msg) => msg === 'the store does not answer').length).toBeGreaterThan(0)
    expect(said.at(said.findLastIndex((msg) => msg.startsWith('the store')))).toBe('the store answers again')
    line.close()
  }, 120_000)
})
