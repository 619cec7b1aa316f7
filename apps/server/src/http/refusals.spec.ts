import { Agent, request as ask } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type TestServer } from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

/** Asked without a browser's or `fetch`'s own opinion about methods and addresses. */
function asks(method: string, path: string, headers: Record<string, string> = {}, body = '') {
  const { port } = new URL(server.address)
  return new Promise<{ status: number | undefined; type: string; allow: string | undefined; body: unknown }>(
    (resolve, reject) => {
      const asked = ask({ port, method, path, headers, agent: new Agent() }, (response) => {
        let said = ''
        response.on('data', (data: Buffer) => (said += data.toString()))
        response.on('end', () => {
          const type = response.headers['content-type'] ?? ''
          resolve({
            status: response.statusCode,
            type,
            allow: response.headers.allow,
            body: JSON.parse(said || 'null'),
          })
        })
      })
      asked.on('error', reject).end(body)
    },
  )
}

const problem = (status: number, code: string) => ({
  status,
  type: expect.stringMatching(/^application\/problem\+json/) as string,
  body: {
    type: `/problems/${code}`,
    status,
    title: expect.any(String),
    instance: expect.stringMatching(/^\/requests\//),
  },
})

describe('what is refused', () => {
  it.each([
    ['GET', '/api'],
    ['GET', '/api/onzin'],
    ['GET', '/login'],
    ['GET', '/login/with-a-spell'],
    ['GET', '//['],
    ['DELETE', '/api/books'],
    ['GET', '/.well-known/onzin'],
    ['POST', '/api/..%2fhome'],
  ])('[SAFE-4] is a problem: %s %s has nothing', async (method, path) => {
    expect(await asks(method, path)).toMatchObject(problem(404, 'not-found'))
  })

  it.each([
    ['POST', '/api/home', 'GET, HEAD'],
    ['PUT', '/api/themes/sport/books/green', 'GET, HEAD'],
    ['PROPFIND', '/api/visit', 'GET, HEAD'],
    ['TRACE', '/api/visit', 'GET, HEAD'],
    ['OPTIONS', '/api/visit', 'GET, HEAD'],
    ['OPTIONS', '/api/account/calendar', 'POST'],
    ['GET', '/login/example', 'POST'],
    ['GET', '/logout', 'POST'],
    ['POST', '/.well-known/security.txt', 'GET, HEAD'],
  ])('[SAFE-4] is a problem: %s at %s is another method, and the right ones are named', async (method, path, allow) => {
    expect(await asks(method, path)).toMatchObject({ ...problem(405, 'wrong-method'), allow })
  })

  it('[SAFE-4] is a problem when Express itself cannot read it', async () => {
    expect(await asks('GET', '/api/themes/%E0%A4%A')).toMatchObject(problem(400, 'not-understood'))
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const signsIn = (headers: Record<string, string>, body: string) =>
      asks('POST', '/login/example', { ...form, ...headers }, body)
    expect(await signsIn({}, `person=${'x'.repeat(5000)}`)).toMatchObject(problem(413, 'too-large'))
    expect(await signsIn({ 'content-encoding': 'pigeon' }, 'x')).toMatchObject(problem(415, 'wrong-content-type'))
    expect(await signsIn({ 'content-encoding': 'gzip' }, 'x')).toMatchObject(problem(400, 'not-understood'))
    expect(await signsIn({}, Array(2000).fill('a=1').join('&'))).toMatchObject(problem(413, 'too-large'))
  })
})
