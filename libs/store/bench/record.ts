import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant, NewEvent, PersonId } from '@witboek/domain'
import { aDatabase, aPostgres } from '@witboek/testkit/servers'
import { openEmbeddedStore, openPostgresStore, type Store } from '../src/index.ts'

/**
 * How long it takes until events stand in the record: one at a time, as commands bring them, and many at once, as when a plenary
 * poll opens or a list is invited. Run `npm run bench:record` here.
 */

const say = (line: string): void => void process.stdout.write(line + '\n')
const event = (i: number): NewEvent => ({
  at: i as Instant,
  actor: `person-${i}` as PersonId,
  role: 'chef',
  theme: null,
  type: 'guest:admit',
  subject: `admission-${i}`,
  details: { meeting: 'evening', n: i },
})

/** The median of several times (ms), each in a chain of its own. */
async function takes({ events }: Store, count: number, times: number): Promise<number> {
  const each: number[] = []
  for (let time = 0; time < times; time += 1) {
    const before = performance.now()
    await events.append(
      `${count} ${time}`,
      Array.from({ length: count }, (_, i) => event(i)),
    )
    each.push(performance.now() - before)
  }
  return each.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

async function measure(what: string, store: Store): Promise<void> {
  for (const count of [1, 10, 100, 500])
    say(`${what}, ${count} events together: ${(await takes(store, count, 15)).toFixed(1)} ms`)
  await store.close()
}

const folder = mkdtempSync(join(tmpdir(), 'witboek-bench-'))
await measure('SQLite', await openEmbeddedStore(folder))
rmSync(folder, { recursive: true })

const postgres = await aPostgres()
await measure('PostgreSQL', await openPostgresStore(await aDatabase(postgres.url)))
await postgres.stop()
