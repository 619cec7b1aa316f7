import type { PollId } from '@witboek/domain'
import { chanceFrom, seedOfToday, until, type Chance } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { InProcessTallies } from './in-process/tallies.ts'
import type { Tally, TallyBallot } from './ports.ts'
import { newClient } from './redis/connection.ts'
import { RunningTally } from './running-tally.ts'
import { aWire } from './testing/a-wire.ts'
import { adapters, serversOnRedis } from './testing/servers.ts'

const poll = 'poll' as PollId
const other = 'other' as PollId

const ballot = (voter: string, version: number, slots: TallyBallot['slots']): TallyBallot => ({ voter, version, slots })
const votes = (voter: string, option: string, version = 1): TallyBallot =>
  ballot(voter, version, { [`chose:${option}`]: 1 })
const nothing = () => Promise.resolve([])

/** Hundred ballots of a hall of thirty, of which many were changed; in each version another thing. */
function aHall(chance: Chance): readonly TallyBallot[] {
  const versions = new Map<string, number>()
  return Array.from({ length: 100 }, () => {
    const voter = `person-${chance.below(30)}`
    const version = (versions.get(voter) ?? 0) + 1
    versions.set(voter, version)
    const names = ['chose:a', 'chose:b', 'beats:a>b', 'sum:é "quoted" \\'].filter(() => chance.below(2) === 0)
    return ballot(voter, version, Object.fromEntries(names.map((name) => [name, chance.below(7)])))
  })
}

/** The tally of the last ballot of each, counted in the plainest way. */
function counted(ballots: readonly TallyBallot[]): Tally {
  const last = new Map<string, TallyBallot>()
  for (const each of ballots) if ((last.get(each.voter)?.version ?? 0) < each.version) last.set(each.voter, each)
  const sum: Record<string, number> = {}
  for (const { slots } of last.values())
    for (const [name, number] of Object.entries(slots)) sum[name] = (sum[name] ?? 0) + number
  return { sum: Object.fromEntries(Object.entries(sum).filter(([, number]) => number !== 0)), cast: last.size }
}

const shuffled = <Item>(items: readonly Item[], chance: Chance): readonly Item[] =>
  items
    .map((item) => ({ item, turn: chance.next() }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ item }) => item)

describe.each(adapters())('[POLL-9] a running tally, %s', (_, open) => {
  it('is not known before it was counted from the store once', async () => {
    const { tallies } = await open()
    await tallies.add(poll, votes('anna', 'yes'))
    expect(await tallies.read(poll)).toBeNull()
    const inStore = [votes('anna', 'yes'), votes('bram', 'no')]
    expect(await tallies.rebuild(poll, () => Promise.resolve(inStore))).toEqual({
      sum: { 'chose:yes': 1, 'chose:no': 1 },
      cast: 2,
    })
    expect(await tallies.read(poll)).toEqual({ sum: { 'chose:yes': 1, 'chose:no': 1 }, cast: 2 })
    expect(await tallies.read(other)).toBeNull()
  })

  it('may be of nobody', async () => {
    const { tallies } = await open()
    expect(await tallies.rebuild(poll, nothing)).toEqual({ sum: {}, cast: 0 })
    expect(await tallies.read(poll)).toEqual({ sum: {}, cast: 0 })
    await tallies.add(poll, ballot('anna', 1, {}))
    expect(await tallies.read(poll)).toEqual({ sum: {}, cast: 1 })
  })

  it('counts the highest version of each, whatever the order, and however often it is said', async () => {
    const { tallies } = await open()
    await tallies.rebuild(poll, nothing)
    await tallies.add(poll, votes('anna', 'no', 2))
    await tallies.add(poll, votes('anna', 'yes', 1))
    await tallies.add(poll, votes('anna', 'no', 2))
    expect(await tallies.read(poll)).toEqual({ sum: { 'chose:no': 1 }, cast: 1 })
    await tallies.add(poll, votes('anna', 'maybe', 10))
    await tallies.add(poll, votes('anna', 'yes', 9))
    expect(await tallies.read(poll)).toEqual({ sum: { 'chose:maybe': 1 }, cast: 1 })
  })

  it('is the sum of any ballots in any order, said twice and at once, counted before, meanwhile or after', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const { tallies } = await open()
    for (let round = 0; round < 20; round++) {
      const at = `poll-${round}` as PollId
      const hall = aHall(chance)
      const durable = hall.slice(0, chance.below(hall.length))
      const said = shuffled([...hall, ...hall.slice(0, 20)], chance)
      await Promise.all(
        shuffled(
          [
            ...said.map((each) => () => tallies.add(at, each)),
            () => tallies.rebuild(at, () => Promise.resolve(durable)),
          ],
          chance,
        ).map((act) => act()),
      )
      expect(await tallies.read(at), `seed ${chance.seed}`).toEqual(counted(hall))
      expect(await tallies.rebuild(at, () => Promise.resolve(hall))).toEqual(counted(hall))
    }
  })

  it('keeps polls apart, and forgets those that nobody asks for any more', async () => {
    const { tallies } = await open()
    for (const each of [poll, other]) await tallies.rebuild(each, nothing)
    await tallies.add(poll, votes('anna', 'yes'))
    await tallies.forget(poll)
    expect([await tallies.read(poll), await tallies.read(other)]).toEqual([null, { sum: {}, cast: 0 }])
  })

  it('of whom the ballots cannot be read stays unknown', async () => {
    const { tallies } = await open()
    await expect(tallies.rebuild(poll, () => Promise.reject(new Error('no store')))).rejects.toThrow('no store')
    expect(await tallies.read(poll)).toBeNull()
  })
})

describe('running tallies in process', () => {
  it('do not fill the memory, however many polls there are, and what was dropped is counted again', async () => {
    const tallies = new InProcessTallies()
    for (let i = 0; i < 210; i++) await tallies.rebuild(`poll-${i}` as PollId, nothing)
    expect(Reflect.get(tallies, 'polls')).toHaveProperty('size', 200)
    expect(await tallies.read('poll-9' as PollId)).toBeNull()
    expect(await tallies.read('poll-10' as PollId)).not.toBeNull()
  })

  it('are not taken for complete when they were dropped while they were counted', async () => {
    const tallies = new InProcessTallies()
    const counting = tallies.rebuild(poll, async () => {
      await tallies.forget(poll)
      await tallies.add(poll, votes('bram', 'no'))
      return [votes('anna', 'yes')]
    })
    expect(await counting).toEqual({ sum: { 'chose:yes': 1 }, cast: 1 })
    expect(await tallies.read(poll)).toBeNull()
  })
})

describe('[POLL-9] running tallies of several servers', () => {
  const servers = serversOnRedis()
  const two = async () => {
    const [one, two] = await Promise.all([servers.connected(), servers.connected()])
    return [one.tallies, two.tallies] as const
  }
  const flush = () => servers.asks((redis) => redis.flushAll())

  it('show the same numbers, wherever a ballot came in', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const both = await two()
    const hall = aHall(chance)
    await both[0].rebuild(poll, nothing)
    await Promise.all(hall.map((each) => chance.pick(both).add(poll, each)))
    expect(await Promise.all(both.map((tallies) => tallies.read(poll)))).toEqual([counted(hall), counted(hall)])
  })

  it('are the same after Redis was emptied, once counted again', async () => {
    const both = await two()
    const hall = aHall(chanceFrom(1))
    await both[0].rebuild(poll, nothing)
    for (const each of hall.slice(0, 50)) await both[0].add(poll, each)
    await flush()
    expect(await both[1].read(poll)).toBeNull()
    for (const each of hall.slice(50)) await both[1].add(poll, each)
    expect(await both[0].read(poll), 'half of it is not shown').toBeNull()
    expect(await both[0].rebuild(poll, () => Promise.resolve(hall))).toEqual(counted(hall))
    expect(await both[1].read(poll)).toEqual(counted(hall))
  })

  it.each(['before the ballots are read', 'while they are read', 'while they are said'])(
    'are not taken for complete when Redis was emptied %s',
    async (moment) => {
      const [one, second] = await two()
      const inStore = [votes('anna', 'yes')]
      const emptied: Promise<unknown>[] = []
      const redis = newClient(servers.redis.url)
      await redis.connect()
      const flush = () => redis.flushAll()
      let looks = 0
      const answer = await one.rebuild(poll, async () => {
        if (moment.startsWith('before')) await flush()
        const read = [...inStore]
        // This one is durable a moment too late for the count; its server says so by itself.
        inStore.push(votes('bram', 'no'))
        await second.add(poll, votes('bram', 'no'))
        if (moment.endsWith('are read')) await flush()
        if (!moment.endsWith('are said')) return read
        // Many lots: Redis is emptied when the second is about to go.
        const empties = {
          ...votes('person-200', 'yes'),
          get slots() {
            // The first look is for counting here.
            if (++looks === 2) emptied.push(flush())
            return { 'chose:yes': 1 }
          },
        }
        const others = Array.from({ length: 4_000 }, (_, i) => votes(`person-${i}`, 'yes'))
        return others.toSpliced(200, 1, empties)
      })
      expect(answer.cast).toBeGreaterThan(0)
      expect(await Promise.all(emptied)).toHaveLength(moment.endsWith('are said') ? 1 : 0)
      redis.destroy()
      expect(await one.read(poll)).toBeNull()
      const again = await second.rebuild(poll, () => Promise.resolve(inStore))
      expect(again).toEqual({ sum: { 'chose:yes': 1, 'chose:no': 1 }, cast: 2 })
    },
  )

  it('are unknown when Redis has dropped a part of them', async () => {
    const [one, second] = await two()
    const hall = aHall(chanceFrom(2))
    for (const part of ['tally', 'tally-voters']) {
      await one.rebuild(poll, () => Promise.resolve(hall))
      await servers.asks((redis) => redis.del(`witboek:1:${part}:${poll}`))
      await second.add(poll, votes('late', 'yes'))
      expect(await one.read(poll), part).toBeNull()
      await second.rebuild(poll, () => Promise.resolve([...hall, votes('late', 'yes')]))
      expect(await one.read(poll), part).toEqual(counted([...hall, votes('late', 'yes')]))
    }
  })

  it('are nobody’s while Redis is away, because each server knows only its own voters', async () => {
    const [one, second] = await two()
    await one.rebuild(poll, nothing)
    await one.add(poll, votes('anna', 'yes'))
    await servers.redis.kill()
    await one.add(poll, votes('bram', 'yes'))
    await second.add(poll, votes('cora', 'yes'))
    expect([await one.read(poll), await second.read(poll)]).toEqual([null, null])
    const inStore = ['anna', 'bram', 'cora'].map((voter) => votes(voter, 'yes'))
    const right = { sum: { 'chose:yes': 3 }, cast: 3 }
    expect(await one.rebuild(poll, () => Promise.resolve(inStore)), 'the store is there').toEqual(right)
    await servers.redis.restart()
    await until('it can be kept again', async () => {
      await second.rebuild(poll, () => Promise.resolve(inStore))
      return (await one.read(poll)) !== null
    })
    expect(await one.read(poll)).toEqual(right)
  })

  it('get what a server could not say, when it hears the others again', async () => {
    const wire = await aWire(servers.redis.url)
    const cut = await servers.server(wire.url)
    const { tallies } = await servers.connected()
    await until('both are there', () => cut.books.connected)
    await tallies.rebuild(poll, nothing)
    await cut.tallies.add(poll, votes('anna', 'yes'))
    wire.cut()
    await until('it knows', () => !cut.books.connected)
    await cut.tallies.add(poll, votes('anna', 'no', 2))
    await cut.tallies.add(poll, votes('bram', 'no'))
    await cut.tallies.add(poll, votes('anna', 'yes', 1))
    expect([await cut.tallies.read(poll), (await tallies.read(poll))?.cast]).toEqual([null, 1])
    wire.mend()
    await until('it was said', async () => (await tallies.read(poll))?.cast === 2)
    expect(await tallies.read(poll)).toEqual({ sum: { 'chose:no': 2 }, cast: 2 })
    wire.close()
  })

  it('are counted anew when a server could not say more than it can keep', async () => {
    const wire = await aWire(servers.redis.url)
    const cut = await servers.server(wire.url)
    const { tallies } = await servers.connected()
    await until('both are there', () => cut.books.connected)
    await tallies.rebuild(poll, nothing)
    wire.cut()
    await until('it knows', () => !cut.books.connected)
    for (let i = 0; i < 2_010; i++) await cut.tallies.add(poll, votes(`person-${i}`, 'yes'))
    const owed = Reflect.get(cut.tallies, 'owed') as ReadonlyMap<PollId, ReadonlyMap<string, unknown>>
    expect([...owed.values()].reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(2_000)
    expect((await tallies.read(poll))?.cast).toBe(0)
    wire.mend()
    await until('it has to be counted', async () => (await tallies.read(poll)) === null)
    wire.close()
  })

  it('go by themselves, and hold no number of a person', async () => {
    const [one] = await two()
    await one.rebuild(poll, () => Promise.resolve([votes('person-noor', 'yes')]))
    const [ttl, words] = await servers.asks(async (redis) => {
      const keys = await redis.keys('*tally*')
      const hashes = await Promise.all(keys.map((key) => redis.hGetAll(key)))
      return [await Promise.all(keys.map((key) => redis.pTTL(key))), JSON.stringify([keys, hashes])] as const
    })
    expect(ttl).toHaveLength(2)
    for (const ms of ttl) expect(ms > 0 && ms <= 6 * 60 * 60 * 1000).toBe(true)
    expect(words).toContain('chose:yes')
    expect(words).not.toContain('noor')
  })
})

describe('a tally', () => {
  it('has no names that come to nothing', () => {
    const tally = new RunningTally()
    tally.add(ballot('anna', 1, { a: 3, b: 0 }))
    tally.add(ballot('anna', 2, { c: 1 }))
    expect(tally.now).toEqual({ sum: { c: 1 }, cast: 1 })
  })
})
