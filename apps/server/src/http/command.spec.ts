import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ok, refuse, type PersonId, type Result } from '@witboek/domain'
import { openInProcessLive } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { HandClock } from '@witboek/testkit'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accountRates } from '../books/reading-pace.ts'
import { openLog } from '../log.ts'
import { loginCookie } from '../login/login-cookie.ts'
import { Visitors, type Visitor } from '../login/visitors.ts'
import { Surprises } from '../surprises.ts'
import { aFolder } from '../testing/a-server.ts'
import { Metrics } from '../watch/metrics.ts'
import { command } from './command.ts'
import { wentWrong } from './went-wrong.ts'

const Wish = z.strictObject({ hand: z.enum(['up', 'down']), note: z.string().max(2000).optional() })

const folder = aFolder()
let store: Store
let visitors: Visitors
let address = ''
let close: () => void
/** What came in, in whose name. */
const acts: { readonly wish: z.output<typeof Wish>; readonly visitor: Visitor | null; readonly path: string }[] = []
let next: () => Promise<Result<unknown>>

beforeAll(async () => {
  store = await openEmbeddedStore(folder.path)
  const { logins, people } = store
  const { notices } = openInProcessLive({ accountRates })
  visitors = new Visitors({ logins, people, clock: new HandClock(), notices, surprised: () => undefined })
  await people.save({ id: 'anna', name: 'Anna', background: '', seats: [{ role: 'expert', theme: null }] } as never)
  const app = express()
  const act = command(
    { visitors },
    Wish,
    (wish, visitor, request) => {
      acts.push({ wish, visitor, path: request.path })
      return next()
    },
    { limit: '4kb' },
  )
  app.post('/api/hand', act)
  app.use(wentWrong(new Surprises(openLog('silent'), new Metrics())))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(async () => {
  close()
  visitors.close()
  await store.close()
  folder.remove()
})
beforeEach(() => {
  acts.length = 0
  next = () => Promise.resolve(ok({ heard: true }))
})

async function says(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}/api/hand`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0],
    kept: response.headers.get('cache-control'),
    body: (await response.json()) as Record<string, unknown>,
  }
}

const problem = (status: number, code: string) => ({
  status,
  type: 'application/problem+json',
  kept: 'private, no-store',
  body: { type: `/problems/${code}`, status, instance: expect.stringMatching(/^\/requests\//) },
})

describe('a command over HTTP', () => {
  it('is read, acted upon in the name of its visitor, and answered', async () => {
    const { token, login } = await visitors.start('anna' as PersonId, 0, { how: 'link', device: '', lasts: 60_000 })
    expect(await says('{"hand":"up"}', { cookie: `${loginCookie}=${token}` })).toEqual({
      status: 200,
      type: 'application/json',
      kept: 'private, no-store',
      body: { heard: true },
    })
    expect(acts).toMatchObject([
      { wish: { hand: 'up' }, visitor: { login, actor: { person: 'anna' } }, path: '/api/hand' },
    ])
  })

  it('of somebody who has not signed in comes without a visitor: the feature decides', async () => {
    next = () => Promise.resolve(refuse({ code: 'not-signed-in' }))
    expect(await says('{"hand":"up"}')).toMatchObject(problem(401, 'not-signed-in'))
    expect(acts).toMatchObject([{ visitor: null }])
  })

  it('answers a refusal with its own details', async () => {
    next = () => Promise.resolve(refuse({ code: 'heading-too-long', max: 120 }))
    expect(await says('{"hand":"up"}')).toMatchObject({ ...problem(422, 'heading-too-long'), body: { max: 120 } })
  })

  it('may have nothing to say', async () => {
    next = () => Promise.resolve(ok(null))
    expect(await says('{"hand":"down"}')).toMatchObject({ status: 200, body: null })
  })

  it('that surprises gets a number to quote and no reason', async () => {
    next = () => Promise.reject(new Error('the disk is full'))
    const answer = await says('{"hand":"up"}')
    expect(answer).toMatchObject(problem(500, 'surprise'))
    expect(JSON.stringify(answer)).not.toContain('disk')
  })

  it('[SAFE-1] names each field that does not fit', async () => {
    expect(await says('{"hand":"sideways","foot":1}')).toMatchObject({
      ...problem(400, 'not-understood'),
      body: { fields: [{ path: 'hand' }, { path: '' }] },
    })
    expect(acts).toEqual([])
  })

  it.each([
    ['no JSON', '{"hand":'],
    ['no object', '"up"'],
    ['an empty body', ''],
    ['a list', '[{"hand":"up"}]'],
    ['a value that nests deep', `{"hand":${'['.repeat(1500)}${']'.repeat(1500)}}`],
    ['a prototype', '{"hand":"up","__proto__":{"note":"x"}}'],
    ['a prototype written in another way', '{"hand":"up","\\u005f_proto__":{"note":"x"}}'],
    ['a constructor further in', '{"hand":{"constructor":{"prototype":{"note":"x"}}}}'],
  ])('[SAFE-1] of %s is not understood', async (_, body) => {
    expect(await says(body)).toMatchObject(problem(400, 'not-understood'))
    expect(acts).toEqual([])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=latin1',
  ])('[SAFE-1] is not read from %s', async (type) => {
    expect(await says('{"hand":"up"}', { 'content-type': type })).toMatchObject(problem(415, 'wrong-content-type'))
    expect(acts).toEqual([])
  })

  it('[SAFE-1] is not read when it does not say what it is, or is compressed', async () => {
    const bytes = new TextEncoder().encode('{"hand":"up"}')
    expect(await says(bytes, { 'content-type': '' })).toMatchObject(problem(415, 'wrong-content-type'))
    expect(await says(bytes, { 'content-encoding': 'gzip' })).toMatchObject(problem(415, 'wrong-content-type'))
    expect(acts).toEqual([])
  })

  it('[SAFE-1] is read up to its limit', async () => {
    expect(await says(JSON.stringify({ hand: 'up', note: 'x'.repeat(2000) }))).toMatchObject({ status: 200 })
    expect(await says(JSON.stringify({ hand: 'up', note: 'x'.repeat(5000) }))).toMatchObject(problem(413, 'too-large'))
  })
})
