import { createServer } from 'node:net'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { aFailedStart, aFolder, aServerProcess } from './testing/a-server.ts'

let folder: ReturnType<typeof aFolder>
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

/** What was said is one sentence that a person can act on: no stack, no jargon of the machine. */
function expectOneSentence(said: string): void {
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).not.toMatch(/ at .*\.ts|Error:|EADDR|EACCES|SQLITE/)
}

const issuer = {
  OIDC_ISSUER: 'https://inloggen.voorbeeld.example',
  OIDC_CLIENT_ID: 'witboek',
  OIDC_CLIENT_SECRET: 'geheim',
}

describe('a start that cannot be', () => {
  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const port = String((other.address() as { port: number }).port)
    const { code, said } = await aFailedStart({ PORT: port, DATA_DIR: folder.path })
    other.close()
    expect(code).toBe(1)
    expect(said).toContain(`Port ${port} is already in use`)
    expectOneSentence(said)
  })

  it('says that the data folder is in use', async () => {
    const running = await aServerProcess({ PORT: '0', DATA_DIR: folder.path })
    const { code, said } = await aFailedStart({ PORT: '0', DATA_DIR: folder.path })
    running.child.kill('SIGTERM')
    await new Promise((resolve) => running.child.on('close', resolve))
    expect(code).toBe(1)
    expect(said).toContain('is in use by another Witboek')
    expectOneSentence(said)
  })

  it('says that the data folder cannot be written', async () => {
    const file = join(folder.path, 'file')
    writeFileSync(file, '')
    const { code, said } = await aFailedStart({ PORT: '0', DATA_DIR: file })
    expect(code).toBe(1)
    expect(said).toContain('cannot be written to')
    expectOneSentence(said)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT="http"'],
    [{ PORT: '70000' }, 'PORT="70000"'],
    [{ EXAMPLE: 'ja' }, 'EXAMPLE="ja"'],
    [{ HOST: '203.0.113.7' }, '203.0.113.7'],
    [{ REDIS_URL: 'http://:geheim@localhost' }, 'REDIS_URL'],
    [{ REDIS_URL: 'redis://:geheim%zz@localhost:6379' }, 'REDIS_URL'],
    [{ REDIS_URL: 'redis://:geheim@localhost:6379/one' }, 'REDIS_URL'],
    [{ SMTP_URL: 'http://me:geheim@localhost:587' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://me:geheim%zz@localhost:587' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://me:geheim@localhost/inbox' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://me:geheim@localhost?tls=maybe' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://me:geheim@localhost?tls=off' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://me:geheim@localhost:587' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://me:geheim@localhost', MAIL_FROM: 'Gemeente <a@b.example>, c@d.example' }, 'MAIL_FROM'],
    [{ ...issuer, OIDC_ISSUER: 'http://inloggen.voorbeeld.example' }, 'OIDC_ISSUER'],
    [{ ...issuer, OIDC_ISSUER: 'https://me:geheim@inloggen.voorbeeld.example' }, 'OIDC_ISSUER'],
    [{ ...issuer, OIDC_ISSUER: 'https://inloggen.voorbeeld.example?secret=geheim' }, 'OIDC_ISSUER'],
    [{ ...issuer, OIDC_ISSUER: 'inloggen.voorbeeld.example' }, 'OIDC_ISSUER'],
    [
      {
        ...issuer,
        OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0',
        OIDC_EMAIL_DOMAINS: 'gemeente.example',
      },
      'OIDC_EMAIL_DOMAINS',
    ],
    [{ ...issuer, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    [{ ...issuer, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET'],
    [{ ...issuer, OIDC_SCOPES: 'email profile' }, 'OIDC_SCOPES'],
    [{ VIDEO_LINK: 'http://video.example/{meeting}' }, 'VIDEO_LINK'],
    [{ VIDEO_LINK: 'https://video.example/room' }, 'VIDEO_LINK'],
    [{ VIDEO_LINK: 'https://{meeting}.video.example' }, 'VIDEO_LINK'],
    [{ VIDEO_LINK: 'https://video.{meeting}' }, 'VIDEO_LINK'],
    [{ VIDEO_FRAMES: 'https://video.example/room' }, 'VIDEO_FRAMES'],
    [{ VIDEO_FRAMES: 'https://video.example; script-src *' }, 'VIDEO_FRAMES'],
    [{ VIDEO_FRAMES: 'https://*.example' }, 'VIDEO_FRAMES'],
    [{ VIDEO_FRAMES: 'video.example' }, 'VIDEO_FRAMES'],
  ])('says which setting cannot be used: %o', async (environment, named) => {
    const { code, said } = await aFailedStart({ PORT: '0', DATA_DIR: folder.path, ...environment })
    expect(code).toBe(1)
    expect(said).toContain(named)
    expect(said).not.toContain('geheim')
    expectOneSentence(said)
  })

  it.each([{ HOST: '0.0.0.0' }, { PUBLIC_ORIGIN: 'https://dialoog.example.nl' }])(
    'keeps the example off a public address in production: %o',
    async (environment) => {
      const { code, said } = await aFailedStart({
        NODE_ENV: 'production',
        PORT: '0',
        DATA_DIR: folder.path,
        ...environment,
      })
      expect(code).toBe(1)
      expect(said).toContain('EXAMPLE=off')
      expectOneSentence(said)
    },
  )
})

describe('a start with a database', () => {
  const withPassword = (change: Partial<URL>): string =>
    Object.assign(new URL(inject('postgres')), { password: 'geheim', ...change }).href

  it.each([
    [{ port: '1' }, 'does not answer'],
    [{ username: 'nobody' }, 'does not let us in'],
  ])('that cannot be used says so, and repeats no password: %o', async (change, why) => {
    const { code, said } = await aFailedStart({ PORT: '0', DATABASE_URL: withPassword(change) })
    expect(code).toBe(1)
    expect(said).toContain(why)
    expect(said).not.toContain('geheim')
    expectOneSentence(said)
  })

  it.each(['mysql://root:geheim@127.0.0.1/witboek', 'postgres://a:ge%heim@b/c'])(
    'that is none repeats no password: %s',
    async (wrong) => {
      const { code, said } = await aFailedStart({ PORT: '0', DATABASE_URL: wrong })
      expect(code).toBe(1)
      expect(said).toContain('The setting DATABASE_URL cannot be used')
      expect(said).not.toMatch(/ge%?heim/)
      expectOneSentence(said)
    },
  )

  it('that is empty sets the example up once, however many start at the same moment', async () => {
    const environment = {
      PORT: '0',
      DATA_DIR: join(folder.path, 'none'),
      DATABASE_URL: await aDatabase(inject('postgres')),
    }
    for (let again = 0; again < 2; again++) {
      const servers = await Promise.all([aServerProcess(environment), aServerProcess(environment)])
      for (const { child, address } of servers) {
        const seats = (await (await fetch(`${address}/api/example/seats`)).json()) as { seats: unknown[] }
        expect(seats.seats.length).toBeGreaterThan(8)
        child.kill('SIGTERM')
        expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
      }
    }
    expect(existsSync(environment.DATA_DIR), 'the data folder is not used').toBe(false)
  })
})

describe('a running server', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops cleanly on %s, and starts again on the same folder',
    async (signal) => {
      for (let i = 0; i < 2; i++) {
        const { child, address } = await aServerProcess({ PORT: '0', DATA_DIR: folder.path })
        expect((await fetch(`${address}/health/ready`)).status).toBe(200)
        child.kill(signal)
        expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
      }
    },
  )

  it('starts in production on a public address without the example, or when forced', async () => {
    for (const more of [{ EXAMPLE: 'off' }, { EXAMPLE_FORCE: 'on' }]) {
      const { child } = await aServerProcess({
        NODE_ENV: 'production',
        PUBLIC_ORIGIN: 'https://dialoog.example.nl',
        PORT: '0',
        DATA_DIR: folder.path,
        ...more,
      } as Record<string, string>)
      child.kill('SIGTERM')
      expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    }
  })
})
