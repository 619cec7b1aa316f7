import { availableParallelism, cpus } from 'node:os'
import type { BookEntry, BookId, Instant, PersonId, SectionId } from '@witboek/domain'
import { aDatabase, aPostgres } from '@witboek/testkit/servers'
import { openPostgresStore, type BookLog } from '../src/index.ts'
import { commitOfHead } from './commit.ts'

/**
 * How many books one PostgreSQL carries on one evening, when in each a quarter of 28 people type: 35 letters a second, and
 * so nearly as many commits. More and more books, until 99 of 100 commits take longer than 50 ms. The database and this
 * program share the machine; the program says how busy it was itself. `npm run bench:books -w @witboek/store`.
 */

const commitEvery = 1000 / 35
const wanted = 50
const seconds = Number(process.env['SECONDS'] ?? 5)
const steps = [8, 25, 50, 75, 100, 150, 200, 300, 400, 600]

const say = (line: string): void => void process.stdout.write(line + '\n')
const entry = (): BookEntry => ({
  kind: 'edit',
  person: 'person-noor' as PersonId,
  at: Date.now() as Instant,
  section: 'section-pool' as SectionId,
  update: new Uint8Array(60),
  newClients: [],
})

/** One book: a commit at every beat, unless the last is still under way: then its letters go with the next. */
async function writes(log: BookLog, book: BookId, until: number, waits: number[]): Promise<void> {
  let { seq: head } = await log.head(book)
  let next = performance.now() + Math.random() * commitEvery
  while (next < until) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
    const letters = Math.max(1, Math.floor((performance.now() - next) / commitEvery))
    const { ok, head: now } = await log.append(book, head, Array.from({ length: letters }, entry))
    if (!ok) throw new Error('somebody else writes here')
    head = now
    waits.push(performance.now() - next)
    next += letters * commitEvery
  }
}

say(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, commit ${commitOfHead()}, ${seconds} s a step`,
)
say('books     commits/s     letters/s     p50, ms     p99, ms     this program, % of a core')
const postgres = await aPostgres({ durable: true })
try {
  const store = await openPostgresStore(await aDatabase(postgres.url))
  for (const count of steps) {
    const books = Array.from({ length: count }, (_, i) => `book-${count}-${i}` as BookId)
    const waits: number[] = []
    const before = process.cpuUsage()
    const start = performance.now()
    await Promise.all(books.map((book) => writes(store.bookLog, book, start + seconds * 1000, waits)))
    const took = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(before)
    const heads = await Promise.all(books.map((book) => store.bookLog.head(book)))
    const letters = heads.reduce((sum, { seq }) => sum + seq, 0)
    const sorted = waits.toSorted((a, b) => a - b)
    const share = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
    const cells = [waits.length / took, letters / took, share(0.5), share(0.99), (user + system) / 1e4 / took]
    say(String(count).padEnd(10) + cells.map((cell) => cell.toFixed(cell < 100 ? 1 : 0).padEnd(14)).join(''))
    if (share(0.99) > wanted) break
  }
  await store.close()
} finally {
  await postgres.stop()
}
