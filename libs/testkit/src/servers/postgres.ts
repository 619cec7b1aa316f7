import { execFile } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { binary } from './binaries.ts'
import { aPortToKeep } from './port.ts'
import { ThrowawayServer } from './throwaway.ts'

const runs = promisify(execFile)

/** The server and its tools, all of one version: the one that would run as `postgres`. */
function program(name: 'postgres' | 'initdb' | 'createdb'): string {
  const server = binary('postgres', { package: 'postgresql', elsewhere: '/usr/lib/postgresql/*/bin' })
  return join(dirname(realpathSync(server)), name)
}

/**
 * A real PostgreSQL on a free port of the loopback. A commit is in the hands of the operating system when it answers, so
 * that `kill` loses nothing; with `durable` it has reached the disk, as in production, and costs what it costs there.
 */
export async function aPostgres({ durable = false } = {}): Promise<ThrowawayServer> {
  const as = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'witboek-postgres-'))
  if (as) chownSync(folder, as.uid, as.gid)
  try {
    const how = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync']
    await runs(program('initdb'), [`--pgdata=${folder}`, ...how], { cwd: folder, ...as })
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    throw cause
  }
  const port = await aPortToKeep()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  return ThrowawayServer.start(`postgres://postgres@127.0.0.1:${port}/postgres`, {
    command: program('postgres'),
    args: ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    ready: /database system is ready to accept connections/,
    endSignal: 'SIGINT',
    as,
    folder,
  })
}

let databases = 0

/** The url of a new and empty database in a server. Names sort in it as in Dutch, because somewhere they will. */
export async function aDatabase(server: string): Promise<string> {
  const name = `test_${process.pid}_${databases++}`
  const { hostname, port, username } = new URL(server)
  const where = ['--host', hostname, '--port', port, '--username', username, '--no-password']
  const sorting = ['--template=template0', '--locale-provider=icu', '--icu-locale=nl']
  const tool = program('createdb')
  await runs(tool, [...where, ...((await hasIcu(tool)) ? sorting : []), name])
  return Object.assign(new URL(server), { pathname: name }).href
}

/** Since version 15. */
async function hasIcu(tool: string): Promise<boolean> {
  const { stdout } = await runs(tool, ['--version'])
  return Number(/\d+/.exec(stdout)?.[0]) >= 15
}

/** PostgreSQL refuses to run as root: then as its own user, or as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL cannot run as root, and there is no other user to run it as')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}
