import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Readiness } from '../readiness.ts'
import { probes } from './probes.ts'

let readiness: Readiness
let server: ReturnType<typeof createServer>
beforeEach(async () => {
  readiness = new Readiness()
  const probe = probes(readiness)
  server = createServer((request, response) => probe(request, response, () => response.end('the house')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => server.close())

async function asks(path: string): Promise<{ status: number; said: string; connection: string | null }> {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  return { status: response.status, said: await response.text(), connection: response.headers.get('connection') }
}

it('is alive from the start, and ready when all is wired', async () => {
  expect(await asks('/health/live')).toMatchObject({ status: 200, said: '{"status":"alive"}' })
  expect(await asks('/health/ready')).toMatchObject({ status: 503, said: '{"status":"not-ready","reason":"starting"}' })
  readiness.started()
  expect(await asks('/health/ready')).toMatchObject({ status: 200, said: '{"status":"ready"}' })
  expect(await asks('/health/ready?from=proxy')).toMatchObject({ status: 200 })
})

it('is never ready again once it drains, and lets go of connections that are kept open', async () => {
  readiness.started()
  expect((await asks('/')).connection).not.toBe('close')
  readiness.drains()
  readiness.started()
  expect(await asks('/health/ready')).toMatchObject({ status: 503, said: '{"status":"not-ready","reason":"draining"}' })
  expect(await asks('/health/live')).toMatchObject({ status: 200 })
  expect(await asks('/')).toMatchObject({ status: 200, said: 'the house', connection: 'close' })
})
