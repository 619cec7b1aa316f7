import { openEmbeddedStore } from '@witboek/store'
import { HandClock, until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { events as eventsOf } from '../events.ts'
import { openLog } from '../log.ts'
import { aFolder, type LogLine } from '../testing/a-server.ts'
import { Metrics } from '../watch/metrics.ts'
import { RecordKeeper } from './record-keeper.ts'
import { aFact, book, dialogue, setUp } from './testing/a-book.ts'

describe('[RECORD-4] the head of the record', () => {
  it('is in the log when a server starts, every midnight of the municipality, and when it stops', async () => {
    const folder = aFolder()
    const store = await openEmbeddedStore(folder.path)
    await setUp(store)
    await store.bookLog.append(book.id, 0, [aFact(1)])
    const lines: LogLine[] = []
    const log = openLog('info', { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) })
    // 1 April 2011, 20:00 in Amsterdam.
    const clock = new HandClock()
    const keeper = new RecordKeeper({ store, clock, events: eventsOf(log, new Metrics()) })
    const heads = () => lines.filter(({ msg }) => msg === 'head of the record').map(({ seq }) => seq)
    const shows = (count: number) => until('the head is in the log', () => heads().length === count)

    keeper.start()
    await shows(1)
    clock.turn(4 * 3_600_000 - 1)
    expect(heads()).toHaveLength(1)
    await keeper.recorded(store.bookLog).append(book.id, 1, [aFact(2)])
    await until('it is on the record', async () => (await store.events.recorded(book.id)) === 2)
    clock.turn(1)
    await shows(2)
    clock.turn(24 * 3_600_000)
    await shows(3)
    await keeper.recorded(store.bookLog).append(book.id, 2, [aFact(3)])
    await keeper.close()
    expect(heads()).toEqual([1, 2, 2, 3])
    const last = await store.events.last(dialogue.id)
    expect(lines.at(-1)).toMatchObject({ chain: dialogue.id, seq: 3, hash: last?.hash, level: 30 })
    await store.close()
    folder.remove()
  })
})
