import type { Row } from '../report/rows.ts'
import { wireOf } from '../systems/names.ts'
import type { Hall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

const mega = 2 ** 20
/** A room without people is kept open for a minute; what it held is given back within another. */
const twoMinutes = 120_000

export const memory: Scenario = {
  name: 'memory',
  about:
    'What a server holds (after it threw away what it no longer needs): per line of a thousand people who have all sections ' +
    'open and do nothing, per open book of a hundred kilobytes, and two minutes after everyone has left.',
  peers: ['relay', 'y-websocket', 'hocuspocus'],
  columns: [
    'people',
    'openBooks',
    'historyBytes',
    'rssBefore',
    'perConnection',
    'heldPerConnection',
    'perBook',
    'heldPerBook',
    'rssBooks',
    'rssBase',
  ],
  play(stage, systems) {
    const options = { moreBooks: stage.count(92, 2), nodeOptions: ['--expose-gc'] }
    return stage.withEach(systems, this.name, '', options, (hall) => held(stage, hall))
  },
}

async function held(stage: Stage, hall: Hall): Promise<Pick<Row, 'figures' | 'limit' | 'notes'>> {
  const [first, further] = [8, stage.count(92, 2)]
  const books = Array.from({ length: first }, (_, i) => i)
  const openers = await hall.people({ group: 'openers', count: first, books, as: 'reader' })
  await hall.crowd.come(openers, 20_000)
  const before = await memoryOf(hall)
  const count = stage.count(1_000, 16)
  const many = await hall.people({ group: 'many', count, books, as: 'reader' })
  // In small companies: what a storm needs on top is another figure.
  for (let i = 0; i < many.length; i += 50) await hall.crowd.come(many.slice(i, i + 50), 30_000)
  const withMany = await memoryOf(hall)
  await hall.crowd.leave('many')
  const emptied = await memoryOf(hall)
  // A relay holds no books.
  const holds = wireOf[hall.name] !== 'relay'
  const bytes = holds ? await hall.history(range(first, further), hundredKilobytes(hall)) : 0
  const withBooks = await memoryOf(hall)
  await hall.crowd.leave('openers')
  const wait = stage.small ? 200 : twoMinutes
  const waits = wireOf[hall.name] === 'book'
  if (waits) await new Promise((resolve) => setTimeout(resolve, wait))
  return {
    figures: {
      people: count,
      openBooks: first + further,
      historyBytes: bytes / 1024,
      rssBefore: before.rss / mega,
      perConnection: (withMany.rss - before.rss) / 1024 / count,
      heldPerConnection: (withMany.held - before.held) / 1024 / count,
      perBook: holds ? (withBooks.rss - emptied.rss) / 1024 / further : null,
      heldPerBook: holds ? (withBooks.held - emptied.held) / 1024 / further : null,
      rssBooks: holds ? withBooks.rss / mega : null,
      rssBase: waits ? (await memoryOf(hall)).rss / mega : null,
    },
    limit: null,
    notes: stage.small ? ['a small run does not wait until the books are closed'] : [],
  }
}

function hundredKilobytes(hall: Hall) {
  const parts = wireOf[hall.name] === 'book' ? 6 : 1
  return { seed: 100, paragraphs: Math.ceil(60 / parts), operations: Math.ceil(12_000 / parts), writers: 10 }
}

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i)

/** What the process has from the system, and what of that it uses, when it has thrown away what it can (bytes). */
async function memoryOf(hall: Hall): Promise<{ readonly rss: number; readonly held: number }> {
  const server = hall.system.process
  if (!server) throw new Error('what a server elsewhere holds cannot be seen from here')
  await new Promise((resolve) => setTimeout(resolve, 500))
  const answer = await server.asks('collect')
  if (!answer) throw new Error('the server does not say what it holds')
  const { rss, heapUsed, external } = answer.memory
  return { rss, held: heapUsed + external }
}
