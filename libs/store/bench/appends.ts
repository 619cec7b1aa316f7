import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BookId } from '@witboek/domain'
import { aDatabase, aPostgres } from '@witboek/testkit/servers'
import { openEmbeddedStore, openPostgresStore, type Store } from '../src/index.ts'
import { commitOfHead } from './commit.ts'
import { BenchRoom, violationsIn } from './room.ts'

/**
 * How many edits become durable in a second, and how long each waits: eight books, in which all servers write at once,
 * and somewhere a fact every 57 ms. A server that comes second catches up and tries again. Run `npm run bench` here;
 * SECONDS=… takes longer.
 */

const seconds = Number(process.env['SECONDS'] ?? 5)
const books = Array.from({ length: 8 }, (_, i) => `book-${i}` as BookId)
const writing = 160
const factEvery = 57

const say = (line: string): void => void process.stdout.write(line + '\n')
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item

interface Result {
  readonly entries: number
  readonly perSecond: number
  readonly waits: readonly number[]
  readonly conflicts: number
  readonly violations: number
}

async function evening(servers: readonly Store[]): Promise<Result> {
  const rooms = servers.flatMap(({ bookLog }) => books.map((book) => ({ book, room: new BenchRoom(bookLog, book) })))
  const acknowledged = new Map(books.map((book) => [book, new Set<number>()]))
  const start = performance.now()
  const end = start + seconds * 1000
  const writes = async ({ book, room }: (typeof rooms)[number], kind: 'edit' | 'fact') =>
    void acknowledged.get(book)?.add(await room.write(kind))
  const writers = Array.from({ length: writing }, async (_, i) => {
    const own = rooms[i % rooms.length] ?? pick(rooms)
    while (performance.now() < end) await writes(own, 'edit')
  })
  const facts: Promise<void>[] = []
  const clock = setInterval(() => facts.push(writes(pick(rooms), 'fact')), factEvery)
  await Promise.all(writers)
  clearInterval(clock)
  await Promise.all(facts)
  const took = (performance.now() - start) / 1000
  const checked = await Promise.all(
    books.map((book) => violationsIn((servers[0] as Store).bookLog, book, acknowledged.get(book) ?? new Set())),
  )
  const entries = checked.reduce((sum, each) => sum + each.entries, 0)
  return {
    entries,
    perSecond: entries / took,
    waits: rooms.flatMap(({ room }) => room.waits).toSorted((a, b) => a - b),
    conflicts: rooms.reduce((sum, { room }) => sum + room.conflicts, 0),
    violations: checked.reduce((sum, each) => sum + each.violations, 0),
  }
}

function row(name: string, { entries, perSecond, waits, conflicts, violations }: Result): void {
  const share = (part: number) => `${(waits[Math.floor(waits.length * part)] ?? 0).toFixed(1)} ms`
  const cells = [perSecond.toFixed(0), share(0.5), share(0.99), String(conflicts), `${violations} in ${entries}`]
  say(name.padEnd(24) + cells.map((cell) => cell.padStart(16)).join(''))
}

async function onPostgres(servers: number): Promise<Result> {
  const postgres = await aPostgres({ durable: true })
  try {
    const url = await aDatabase(postgres.url)
    const stores = await Promise.all(Array.from({ length: servers }, () => openPostgresStore(url)))
    const result = await evening(stores)
    for (const store of stores) await store.close()
    return result
  } finally {
    await postgres.stop()
  }
}

async function embedded(): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-'))
  const store = await openEmbeddedStore(folder)
  const result = await evening([store])
  await store.close()
  rmSync(folder, { recursive: true })
  return result
}

say(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, commit ${commitOfHead()}, on ${tmpdir()}`,
)
say(
  `${books.length} books, ${writing} who write as fast as they are answered, a fact every ${factEvery} ms, ${seconds} s each`,
)
const titles = ['durable per s', 'p50', 'p99', 'moved on', 'out of order']
say(''.padEnd(24) + titles.map((title) => title.padStart(16)).join(''))
const results: [string, () => Promise<Result>][] = [
  ['PostgreSQL, 2 servers', () => onPostgres(2)],
  ['PostgreSQL, 1 server', () => onPostgres(1)],
  ['embedded', embedded],
]
let violations = 0
for (const [name, run] of results) {
  const result = await run()
  violations += result.violations
  row(name, result)
}
process.exitCode = violations === 0 ? 0 : 1
