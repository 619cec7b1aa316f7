import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readContainerfile } from './containerfile.ts'

/*
 * The container without a container: the script that the Containerfile runs, and then what it built, started as the file
 * says: as another user, with a root that nobody can write to. Changing user and root is for root; CI has to be.
 */
const asRoot = process.getuid?.() === 0 || process.env['CI'] === 'true'
const file = readContainerfile(new URL('Containerfile', import.meta.url))
const house = fileURLToPath(new URL('../..', import.meta.url))

let place: string
let app: string
let data: string
let server: ChildProcess | null = null

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'witboek-container-'))
  chmodSync(place, 0o755)
  app = join(place, 'app')
  data = join(place, 'data')
  execFileSync(process.execPath, ['infra/container/build.mjs', app], { cwd: house, stdio: 'pipe' })
  mkdirSync(data)
  if (asRoot) chownSync(data, file.user, file.user)
  // The container's own Node, where every user gets at it.
  cpSync(process.execPath, join(place, 'node'))
}, 180_000)

afterAll(() => {
  server?.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Starts a command of the Containerfile as the file says, with what a person may set on top. */
function runs([program, ...args]: readonly string[], more: Record<string, string>): ChildProcess {
  expect(program).toBe('node')
  const environment = { ...file.environment, ...more }
  const command = [join(place, 'node'), ...args]
  if (!asRoot) return spawn(command[0] ?? '', command.slice(1), { cwd: app, env: environment, stdio: 'pipe' })
  // The data stay writable: they are mounted on their own before the rest becomes read-only.
  const script = `mount --bind "${data}" "${data}" && mount -o remount,bind,ro / && exec setpriv --reuid=${file.user} --regid=${file.user} --clear-groups --no-new-privs "$@"`
  return spawn('unshare', ['-m', 'sh', '-c', script, 'sh', ...command], {
    cwd: app,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'pipe',
  })
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve))

function saysReady(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      if (said.includes('is ready')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
}

/** One hash over all that was built. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    hash.update(name)
    const path = join(folder, name)
    if (statSync(path).isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

describe('what the Containerfile builds', () => {
  it('holds no tests, no tools and no room that a server does not need', () => {
    const names = readdirSync(app, { recursive: true, encoding: 'utf8' })
    const own = names.filter((name) => !name.includes('node_modules'))
    expect(own.filter((name) => /\.spec\.ts$|\.story\.ts$|\/testing\//.test(name))).toEqual([])
    expect(own.filter((name) => /^libs\/(ui|testkit)\/src|^apps\/(web|e2e|load)\/src/.test(name))).toEqual([])
    for (const tool of ['vite', 'vitest', 'typescript', 'nx', 'svelte', 'esbuild', '@playwright'])
      expect(existsSync(join(app, 'node_modules', tool)), tool).toBe(false)
  })

  it('runs as somebody else, changes nothing but its data, answers its health check, and stops when told', async () => {
    const before = fingerprint(app)
    const [port, metricsPort] = [await freePort(), await freePort()]
    const more = {
      HOST: '127.0.0.1',
      METRICS_HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      DATA_DIR: data,
      DRAIN_MS: '0',
    }
    server = runs(file.entrypoint, more)
    await saysReady(server)
    expect(await ended(runs(file.healthcheck, more))).toBe(0)
    const asked = async (path: string, from = port) => (await fetch(`http://127.0.0.1:${from}${path}`)).status
    expect(await asked('/health/ready')).toBe(200)
    expect(await asked('/')).toBe(200)
    expect(await asked('/metrics', metricsPort)).toBe(200)
    if (asRoot) expect(statSync(join(data, 'witboek.sqlite')).uid).toBe(file.user)
    const end = ended(server)
    server.kill('SIGTERM')
    expect(await end).toBe(0)
    expect(await ended(runs(file.healthcheck, more))).toBe(1)
    expect(fingerprint(app)).toBe(before)
  })

  it.runIf(asRoot)('cannot write outside its data', async () => {
    // A name that nobody else has: what is there already is refused for another reason.
    const name = `witboek-${randomUUID()}`
    const tries = `
      const { writeFileSync } = require('fs')
      for (const folder of ['${app}', '${place}', '${tmpdir()}'])
        try { writeFileSync(folder + '/${name}', ''); process.exit(9) } catch (e) { if (e.code !== 'EROFS') process.exit(8) }
      writeFileSync('${data}/${name}', '')
      process.exit(process.getuid() === ${file.user} ? 0 : 7)`
    expect(await ended(runs(['node', '-e', tries], {}))).toBe(0)
  })

  it('opens the ports that it names', () => {
    expect(file.ports.map(String)).toEqual([file.environment['PORT'], file.environment['METRICS_PORT']])
  })
})
