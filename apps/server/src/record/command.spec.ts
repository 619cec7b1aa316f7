import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { chained, type ChainedEvent, type NewEvent, type PersonId } from '@witboek/domain'
import { eventHash, openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { HandClock, takeSeat } from '@witboek/testkit'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { runsToEnd } from '../testing/a-command.ts'
import { aFolder, aServerProcess, type ServerProcess } from '../testing/a-server.ts'
import { asks, meetingLine } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'
import { BookRecorder } from './book-recorder.ts'
import { anEvening, book, dialogue, marit, setUp, start } from './testing/a-book.ts'

/** Where a server has its data, as its settings say it. */
type Place = Record<'DATA_DIR' | 'DATABASE_URL', string>

let folder: ReturnType<typeof aFolder>
const servers: ServerProcess[] = []
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => {
  for (const { child } of servers.splice(0)) child.kill('SIGKILL')
  folder.remove()
})

const places = {
  'in a folder': () => Promise.resolve({ DATA_DIR: join(folder.path, 'data'), DATABASE_URL: '' }),
  'in PostgreSQL': async () => ({
    DATA_DIR: join(folder.path, 'data'),
    DATABASE_URL: await aDatabase(inject('postgres')),
  }),
} as const

const verifies = (place: Place, ...args: string[]) => runsToEnd('record/command.ts', args, place)

async function inStore<Value>(
  { DATA_DIR, DATABASE_URL }: Place,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  const store = await (DATABASE_URL ? openPostgresStore(DATABASE_URL) : openEmbeddedStore(DATA_DIR))
  return work(store).finally(() => store.close())
}

/** An evening with a command first, the facts of a book, and a command at the end. */
async function aRecord(place: Place, { facts = 30 } = {}): Promise<ChainedEvent> {
  return inStore(place, async (store) => {
    await setUp(store)
    await store.events.append(dialogue.id, [commanded('remarks:allow')])
    await store.bookLog.append(book.id, 0, anEvening(facts))
    const recorder = new BookRecorder({
      ...{ store, clock: new HandClock() },
      behind: () => undefined,
      caughtUp: () => undefined,
    })
    await recorder.start()
    await recorder.close()
    const [last] = await store.events.append(dialogue.id, [commanded('phase:reach')])
    await store.events.append('installation', [commanded('person:remove')])
    return last as ChainedEvent
  })
}

const commanded = (type: string): NewEvent => ({
  ...{ at: start, actor: marit, role: 'lead', theme: null, type },
  subject: dialogue.id,
  details: {},
})

/** As no program of ours could do it. */
function tampers({ DATA_DIR, DATABASE_URL }: Place, order: string): void {
  if (DATABASE_URL) {
    execFileSync('psql', [DATABASE_URL, '--quiet', '--command', order])
    return
  }
  const database = new DatabaseSync(join(DATA_DIR, 'witboek.sqlite'))
  database.exec(order)
  database.close()
}

const inChain = `chain = '${dialogue.id}'`
const inBook = `book = '${book.id}'`

describe.each(Object.entries(places))('[RECORD-4] npm run verify-record, %s', (_, aPlace) => {
  it('says of every chain how long it is, from when, with which head, and that it is right', async () => {
    const place = await aPlace()
    const { hash } = await aRecord(place)
    const { code, said } = await verifies(place, '--head', hash)
    expect(said).toContain(
      `${dialogue.id}: 32 events from 2011-04-01T18:00:00.000Z to 2011-04-01T18:00:00.290Z, head ${hash}: OK\n`,
    )
    expect(said).toContain('installation: 1 event from')
    expect(said).toContain('The record is right: 33 events.')
    expect(code).toBe(0)
  })

  it.each([
    ['another did it', `update event set actor = 'tom' where ${inChain} and seq = 5`, 'event 5 was changed'],
    ['it was at another time', `update event set at = at + 1 where ${inChain} and seq = 5`, 'event 5 was changed'],
    ['a detail is another', `update event set details = '{}' where ${inChain} and seq = 5`, 'event 5 was changed'],
    ['an event is gone', `delete from event where ${inChain} and seq = 5`, 'event 5 is missing'],
    [
      'two changed places',
      `update event set seq = -5 where ${inChain} and seq = 5; update event set seq = 5 where ${inChain} and seq = 6;
       update event set seq = 6 where ${inChain} and seq = -5`,
      'event 5 was changed',
    ],
    [
      'the last events of a book are gone',
      `delete from event where ${inChain} and seq > 20`,
      `entry 191 of book ${book.id} has no event`,
    ],
    [
      'the fact in the book is another',
      `update book_entry set content = (select content from book_entry where ${inBook} and seq = 1) where ${inBook} and seq = 11`,
      `entry 11 of book ${book.id} is not what was recorded`,
    ],
    [
      'the fact is somebody else’s',
      `update book_entry set person = 'tom' where ${inBook} and seq = 11`,
      `entry 11 of book ${book.id} is not what was recorded`,
    ],
    [
      'the fact is gone',
      `delete from book_entry where ${inBook} and seq = 11`,
      `entry 11 of book ${book.id} was recorded, and is not there`,
    ],
    [
      'an edit became a fact',
      `update book_entry set kind = 'fact', content = (select content from book_entry where ${inBook} and seq = 1) where ${inBook} and seq = 12`,
      `entry 12 of book ${book.id} has no event`,
    ],
  ])('finds out that %s, and ends with 1', async (_why, order, words) => {
    const place = await aPlace()
    await aRecord(place)
    tampers(place, order)
    const { code, said } = await verifies(place)
    expect(said).toContain(`NOT RIGHT: ${words}`)
    expect(said).toContain('The record is not right.')
    expect(code).toBe(1)
  })

  it('finds out by a head that was kept elsewhere that the whole chain was made anew', async () => {
    const place = await aPlace()
    const { hash } = await aRecord(place)
    tampers(place, madeAnew(await inStore(place, ({ events }) => events.read(dialogue.id, { after: 0, limit: 100 }))))
    const without = await verifies(place)
    expect([without.code, without.said]).toEqual([0, expect.stringContaining(': OK')])
    const { code, said } = await verifies(place, '--head', hash)
    expect(said).toContain(`NOT RIGHT: no event has the hash ${hash}`)
    expect(code).toBe(1)
  })

  it('takes the head from the file of an export, and refuses a file that is none', async () => {
    const place = await aPlace()
    const { hash } = await aRecord(place)
    const file = join(folder.path, 'export.jsonl')
    writeFileSync(file, `["x"]\n{"chain":"${dialogue.id}","events":32,"head":"${hash}"}\n`)
    expect((await verifies(place, '--head', file)).code).toBe(0)
    writeFileSync(file, '["x"]\n')
    expect((await verifies(place, '--head', file)).said).toContain('does not end with a head')
    expect((await verifies(place, '--head', 'nowhere')).said).toContain('no file either')
    expect((await verifies(place, '--tail')).said).toContain('not understood')
  })

  it('reads beside a server that writes', async () => {
    const place = await aPlace()
    const server = await aServerProcess({ PORT: '0', ...place })
    servers.push(server)
    const chef = meetingLine(server.address, await takeSeat(server.address, inSeat('chef')))
    const [first] = sportBook.sections
    let stopped = false
    const working = (async () => {
      while (!stopped) {
        await asks(chef, 'section:remove', { book: sportBook.book.id, section: first?.section })
        await asks(chef, 'section:restore', { book: sportBook.book.id, section: first?.section })
      }
    })()
    for (let i = 0; i < 3; i++) {
      const { code, said } = await verifies(place)
      expect(said).toContain('The record is right')
      expect(code).toBe(0)
    }
    stopped = true
    await working
    chef.close()
  })

  it('finds no record where there is none, and makes none', async () => {
    const place = await aPlace()
    for (let i = 0; i < 2; i++) {
      const { code, said } = await verifies(place)
      expect(said).toContain('There is no record in')
      expect(code).toBe(1)
    }
  })
})

/** Somebody with the tables in hand and all the time there is: somebody else did the first thing, and every hash fits. */
function madeAnew(events: readonly ChainedEvent[]): string {
  let last: ChainedEvent | null = null
  return events
    .map((event) => {
      last = chained(dialogue.id, event.seq === 1 ? { ...event, actor: 'tom' as PersonId } : event, last, eventHash)
      const { actor, previous, hash, seq } = last
      const values = `actor = '${actor ?? ''}', previous = '${previous}', hash = '${hash}'`
      return `update event set ${values} where ${inChain} and seq = ${seq}`
    })
    .join('; ')
}
