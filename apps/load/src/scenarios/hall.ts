import { readFileSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import type { Generators } from '../generator/generators.ts'
import { Peak } from '../measure/peak.ts'
import { cpuBetween, type ProcessMark } from '../measure/processes.ts'
import { profileText, sharesIn } from '../measure/profile.ts'
import type { HistoryPlan, PersonPlan } from '../people/plans.ts'
import type { Figures } from '../report/kinds.ts'
import type { SystemName } from '../systems/names.ts'
import type { ReporterAnswer } from '../systems/reporter.ts'
import type { RunningSystem } from '../systems/running-system.ts'
import { limitOf, peopleFigures } from './people-figures.ts'

export interface Measured {
  readonly figures: Figures
  readonly limit: string | null
  readonly notes: readonly string[]
}

interface Group {
  readonly group: string
  readonly count: number
  /** The books they sit in, dealt one by one. */
  readonly books: readonly number[]
  readonly as: 'writer' | 'reader'
  /** How many of the first keep all they hear, to compare it in the end. */
  readonly witnesses?: number
  /** They write spread over so many sections of their book. */
  readonly sections?: number
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const mega = 1024 * 1024
/** So many letters per second are read by one generator; of more than that a part. */
const readsPerSecond = 20_000
/** What was sent before the end of a measurement gets this long (ms) to arrive. */
const stragglers = 1_500

/** One system and the people in it, for the length of a scenario. */
export class Hall {
  readonly system: RunningSystem
  readonly crowd: Generators
  private readonly say: (line: string) => void

  constructor(system: RunningSystem, crowd: Generators, say: (line: string) => void) {
    this.system = system
    this.crowd = crowd
    this.say = say
  }

  get name(): SystemName {
    return this.system.name
  }

  /** Plans for people, each with a place of their own. */
  async people({ group, count, books, as, witnesses = 0, sections = 6 }: Group): Promise<readonly PersonPlan[]> {
    return Promise.all(
      Array.from({ length: count }, async (_, i): Promise<PersonPlan> => {
        const book = books[i % books.length] ?? 0
        const place = await this.system.place(book, as)
        return { ...place, group, section: Math.floor(i / books.length) % sections, witness: i < witnesses }
      }),
    )
  }

  /** Every one of these books gets a text with a past; answers how large one is (bytes). */
  async history(books: readonly number[], history: HistoryPlan, within = 60_000): Promise<number> {
    let bytes = 0
    for (const book of books) {
      const place = await this.system.place(book, 'writer')
      const person = { ...place, group: 'historian', section: 0, witness: false }
      bytes = await this.crowd.bring(person, history, within)
    }
    return bytes
  }

  /**
   * Measures for so long what the people do. `deliveries`: letters per second that reach somebody, as far as can be told
   * beforehand. With `rest` everyone stops in the end, and all that is still on its way is waited for (ms at most).
   */
  async measure(seconds: number, deliveries: number, { rest = 10_000 }: { rest?: number } = {}): Promise<Measured> {
    const server = this.system.process
    const sample = Math.max(1, Math.ceil(deliveries / readsPerSecond / this.crowd.count))
    await server?.asks('restart')
    await this.crowd.measure(sample)
    const before = server?.mark() ?? null
    const peak = new Peak(() => server?.mark()?.rss ?? null)
    await pause(seconds * 1000)
    const after = server?.mark() ?? null
    const costs = await this.crowd.stopMeasuring()
    const rss = peak.stop()
    const reporter = await this.serverReport()
    const settled = rest > 0 ? await this.crowd.rest(rest) : true
    if (rest === 0) await pause(stragglers)
    const report = await this.crowd.report()
    return {
      figures: {
        ...peopleFigures(report, costs),
        // While they write on, something is always on its way.
        ...(rest > 0 ? { unacknowledged: report.unacknowledged } : {}),
        serverCpu: cpu(before, after),
        serverLoopP99: reporter?.loop.p99 ?? null,
        serverLoopMax: reporter?.loop.max ?? null,
        serverRss: rss === null ? null : rss / mega,
      },
      limit: limitOf(report, costs),
      notes: settled ? [] : [`not everything had arrived ${Math.round(rest / 1000)} s after the last letter`],
    }
  }

  /** What the server's process says of the time since it was asked to `restart`; `null` when it runs elsewhere. */
  async serverReport(): Promise<ReporterAnswer | null> {
    const answer = (await this.system.process?.asks('report')) ?? null
    if (answer?.profile) {
      const profile = JSON.parse(readFileSync(answer.profile, 'utf8')) as Profiler.Profile
      this.say(`${answer.profile}\n${profileText(sharesIn(profile))}`)
    }
    return answer
  }

  /** Compares the copies of all witnesses, and one that somebody takes afresh where there is a server to take it from. */
  async compareCopies(books: readonly number[]): Promise<Figures> {
    if (this.name !== 'relay' && this.name !== 'relay-tick') {
      const fresh = await this.people({
        group: 'fresh',
        count: books.length,
        books,
        as: 'reader',
        witnesses: books.length,
      })
      await this.crowd.come(fresh, 20_000)
    }
    const copies = Map.groupBy(await this.crowd.copies(), ({ room, section }) => `${room} ${section}`)
    const off = [...copies.values()].map((of) => of.length - most(of.map(({ digest }) => digest)))
    return {
      copies: [...copies.values()].reduce((sum, { length }) => sum + length, 0),
      copiesOff: off.reduce((sum, count) => sum + count, 0),
    }
  }

  async close(): Promise<void> {
    await this.crowd.stop()
    await this.system.stop()
  }
}

/** How often the most frequent of them is there. */
const most = (all: readonly string[]): number =>
  Math.max(...[...Map.groupBy(all, (one) => one).values()].map(({ length }) => length))

const cpu = (before: ProcessMark | null, after: ProcessMark | null): number | null =>
  before && after ? cpuBetween(before, after) : null
