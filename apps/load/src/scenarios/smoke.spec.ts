import { aDatabase, aPostgres, aRedis, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Row } from '../report/rows.ts'
import { systemNames } from '../systems/names.ts'
import { startWitboek } from '../systems/witboek.ts'
import { scenarios } from './index.ts'
import type { Scenario } from './scenario.ts'
import { Stage, type StageOptions } from './stage.ts'

/** A handful of people for a moment: whether it works, not how fast. */
const stage = (options: Partial<StageOptions> = {}): Stage =>
  new Stage({ scale: 0.02, seed: 1, generators: 1, servers: [], profiles: null, say: () => undefined, ...options })

const scenario = (name: string): Scenario => {
  const found = scenarios.find((one) => one.name === name)
  if (!found) throw new Error(`no scenario ${name}`)
  return found
}

/** What each scenario has to have measured, and what must not have happened. */
const measured: Readonly<Record<string, readonly (keyof Row['figures'])[]>> = {
  'typing-evening': ['seenP99', 'savedP99', 'caretsP99', 'serverRss', 'bytesPerPerson', 'generatorCpu', 'copies'],
  'one-big-book': ['seenP99', 'savedP99', 'caretsP99', 'copies'],
  // On a busy machine nobody may be seen in time: how many there were is not for a spec.
  'most-typists': ['lettersPerSecond'],
  'many-writers': ['seenP99', 'savedP99', 'copies'],
  durable: ['savedPerSecond', 'savedP99', 'copies'],
  observers: ['seenP99', 'copies'],
  presence: ['caretsP99', 'caretMovesPerSecond'],
  'join-storm': ['allInSync', 'historyBytes', 'inSync', 'copies'],
  'reconnect-storm': ['allInSync', 'inSync'],
  'slow-readers': ['seenBefore', 'seenP99', 'rssBefore', 'rssAfter', 'copies'],
  'cold-open': ['firstByte', 'fullText', 'builtText', 'letters'],
  'cold-start': ['ready', 'firstBook', 'allBooks'],
  ballots: ['ballots', 'ballotP95'],
  memory: ['rssBefore', 'rssBooks', 'rssBase', 'historyBytes'],
}

function nothingLost({ figures, variant, system }: Row): void {
  const where = `${variant} ${system}`
  expect(figures.copiesOff ?? 0, where).toBe(0)
  expect(figures.unacknowledged ?? 0, where).toBe(0)
  expect(figures.setAside ?? 0, where).toBe(0)
  expect(figures.lost ?? 0, where).toBe(0)
  expect(figures.doubles ?? 0, where).toBe(0)
}

describe('each scenario, small, against the real server', () => {
  it.each(scenarios.map(({ name }) => name))(
    '%s',
    async (name) => {
      const rows = await scenario(name).play(stage(), ['witboek'])
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        for (const kind of measured[name] ?? []) expect(row.figures[kind], `${row.variant} ${kind}`).toBeGreaterThan(0)
        nothingLost(row)
      }
    },
    90_000,
  )

  it('has something to look for in each', () =>
    expect(Object.keys(measured).sort()).toEqual(scenarios.map(({ name }) => name).sort()))
})

describe('the others', () => {
  it('get the same traffic, and all their copies are equal in the end', async () => {
    const rows = await scenario('one-big-book').play(stage(), systemNames)
    expect(rows.map(({ system }) => system)).toEqual(systemNames)
    for (const row of rows) {
      expect(row.notes, row.system).toEqual([])
      for (const kind of ['seenP99', 'caretsP99', 'copies'] as const)
        expect(row.figures[kind], `${row.system} ${kind}`).toBeGreaterThan(0)
      nothingLost(row)
    }
  }, 120_000)
})

describe('a server on PostgreSQL and Redis', () => {
  let postgres: ThrowawayServer
  let redis: ThrowawayServer
  beforeAll(async () => {
    ;[postgres, redis] = await Promise.all([aPostgres(), aRedis()])
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await Promise.all([postgres.stop(), redis.stop()])
  })

  it('is loaded like any other, with more books and people than the example has', async () => {
    vi.stubEnv('DATABASE_URL', await aDatabase(postgres.url))
    vi.stubEnv('REDIS_URL', redis.url)
    const running = await startWitboek({ cores: [], moreExperts: 1, moreBooks: 2 })
    try {
      expect(running.books).toBe(10)
      const servers = [running.server().replace('ws', 'http')]
      const rows = await scenario('typing-evening').play(stage({ servers }), ['witboek'])
      for (const row of rows) {
        expect(row.figures.seenP99).toBeGreaterThan(0)
        nothingLost(row)
      }
    } finally {
      await running.stop()
    }
  }, 120_000)
})

describe('a server that runs already', () => {
  it('is joined, by people from two processes', async () => {
    const running = await startWitboek({ cores: [], moreExperts: 0, moreBooks: 0 })
    try {
      const address = running.server().replace('ws', 'http')
      const [row] = await scenario('one-big-book').play(stage({ servers: [address, address], generators: 2 }), [
        'witboek',
      ])
      expect(row?.figures.seenP99).toBeGreaterThan(0)
      // What it costs a server that was not started from here, nobody knows.
      expect(row?.figures.serverCpu).toBeNull()
      if (row) nothingLost(row)
    } finally {
      await running.stop()
    }
  }, 60_000)
})
