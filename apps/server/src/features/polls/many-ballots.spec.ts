import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { checkAudit, type PersonId, type PollId, type PollVisibility } from '@witboek/domain'
import { eventHash, openEmbeddedStore } from '@witboek/store'
import { chanceFrom, seedOfToday, takeSeat, until } from '@witboek/testkit'
import { aWitboek, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterEach, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aHall } from '../../testing/a-hall.ts'
import { aPoll, must, type PollAtEvening } from '../../testing/a-poll.ts'
import { aFolder } from '../../testing/a-server.ts'
import { anEvening } from '../../testing/an-evening.ts'

const size = 220
const yes = { option: 'yes' }
const no = { option: 'no' }
const choices = [yes, no, { option: 'abstain' }] as const

const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** A server as a process of its own, with a hall full of experts who have all signed in, behind one address. */
async function aFullHall() {
  const folder = aFolder()
  ends.push(folder.remove)
  const hall = aHall(size)
  const store = await openEmbeddedStore(folder.path)
  await hall.before(store).finally(() => store.close())
  const server: ThrowawayServer = await aWitboek({ environment: { DATA_DIR: folder.path } })
  ends.push(() => server.stop())
  const evening = await anEvening({ address: server.url, seat: (person) => takeSeat(server.url, person) })
  return { folder, hall, server, evening, voters: hall.at(server.url) }
}

const votesIn = (poll: PollAtEvening, visibility: PollVisibility, by: Browser, choice: unknown, key?: string) =>
  visibility === 'secret' ? poll.castsInSecret(by, choice) : poll.casts(by, choice, key)

/** Closed, published, and counted again by whoever wants to. */
async function published(poll: PollAtEvening, by: Browser) {
  must(await poll.does('poll:close'))
  must(await poll.does('poll:publish'))
  const proof = await poll.audit(by)
  expect(checkAudit(proof, eventHash)).toEqual([])
  return proof
}

const centile = (sorted: readonly number[], part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? 0

describe.each(['open', 'secret'] as const)(
  '[POLL-7] [POLL-17] a hall that votes in a poll that is %s',
  (visibility) => {
    it('220 ballots in 10 seconds from one address are 220 ballots', { timeout: 60_000 }, async () => {
      const { evening, voters } = await aFullHall()
      const poll = await aPoll(evening, { visibility, quorum: 50 })
      const chance = chanceFrom(seedOfToday())
      const answered: number[] = []
      const counts = { yes: 0, no: 0, abstain: 0 }
      await Promise.all(
        voters.map(async (voter) => {
          const choice = chance.pick(choices)
          counts[choice.option as keyof typeof counts] += 1
          await pause(chance.below(10_000))
          const before = performance.now()
          must(await votesIn(poll, visibility, voter, choice))
          answered.push(performance.now() - before)
        }),
      )
      expect(await poll.shownTo(evening.chef)).toMatchObject({ cast: size, entitled: size + 6 })
      const proof = await published(poll, evening.chef)
      expect(proof.counts).toEqual(
        Object.fromEntries(Object.entries(counts).map(([id, count]) => [`chose:${id}`, count])),
      )
      expect(proof.ballots).toHaveLength(size)
      answered.sort((one, other) => one - other)
      const [p50, p95, most] = [0.5, 0.95, 1].map((part) => Math.round(centile(answered, part)))
      console.info(
        `SEED=${chance.seed}: ${size} ${visibility} ballots in 10 s, answered in p50 ${p50}, p95 ${p95}, at most ${most} ms`,
      )
    })

    it('one person 50 times at once is one ballot: two tabs, retries, and haste', { timeout: 60_000 }, async () => {
      const { evening, voters } = await aFullHall()
      const poll = await aPoll(evening, { visibility })
      const [one, other] = voters as [Browser, Browser]
      const key = randomUUID()
      const retries = await Promise.all(Array.from({ length: 50 }, () => votesIn(poll, visibility, one, yes, key)))
      for (const answer of retries) must(answer)
      const hasty = await Promise.all(
        Array.from({ length: 50 }, (_, i) => votesIn(poll, visibility, other, i % 2 ? yes : no)),
      )
      for (const answer of hasty) must(answer)
      if (visibility === 'secret')
        for (const answers of [retries, hasty])
          expect(answers.filter(({ body }) => (body as { cast: string }).cast === 'now')).toHaveLength(1)
      else {
        expect(new Set(retries.map(({ body }) => (body as { version: number }).version))).toEqual(new Set([1]))
        expect(hasty.map(({ body }) => (body as { version: number }).version).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: 50 }, (_, i) => i + 1),
        )
      }
      expect((await poll.shownTo(evening.chef)).cast).toBe(2)
      for (const voter of voters.slice(2, 7)) must(await votesIn(poll, visibility, voter, no))
      expect((await published(poll, evening.chef)).ballots).toHaveLength(7)
    })
  },
)

describe('[POLL-17] [POLL-9] a server that is killed while people vote', () => {
  it(
    'loses no ballot that was acknowledged, and shows the same numbers when it is back',
    { timeout: 120_000 },
    async () => {
      const { folder, hall, evening, server, voters } = await aFullHall()
      const chance = chanceFrom(seedOfToday())
      const open = await aPoll(evening, { reveal: 'live' })
      const secret = await aPoll(evening, { visibility: 'secret' })
      /** By voter, what each acknowledged version of their ballot said. */
      const acknowledged = new Map<PersonId, Map<number, string>>()
      const inSecret = new Set<PersonId>()
      let answers = 0
      const votes = async (turn: number): Promise<void> => {
        const number = chance.below(size)
        const [voter, person] = [voters[number], hall.people[number]]
        if (!voter || !person) return
        const choice = chance.pick(choices)
        if (turn % 3 === 0) {
          const seen = await secret.castsInSecret(voter, choice).catch(() => null)
          if (seen?.status === 200) inSecret.add(person)
          return
        }
        const seen = await open.casts(voter, choice).catch(() => null)
        if (seen?.status !== 200) return
        answers += 1
        const versions = acknowledged.get(person) ?? new Map<number, string>()
        acknowledged.set(person, versions.set((seen.body as { version: number }).version, choice.option))
      }
      for (let round = 0; round < 4; round++) {
        let over = false
        const enough = answers + 30 + chance.below(40)
        const voting = Array.from({ length: 12 }, async () => {
          for (let turn = 0; !over; turn++) await votes(turn)
        })
        await until('they vote', () => answers >= enough)
        await server.kill()
        over = true
        await Promise.all(voting)
        await server.restart()
      }
      const shown = await open.shownTo(evening.chef)
      const proof = await published(open, evening.chef)
      expect(shown.result, 'the tally was made anew').toEqual(proof.result)
      expect(shown.cast).toBeGreaterThanOrEqual(acknowledged.size)
      const listed = await published(secret, evening.chef)
      expect(listed.ballots.length).toBeGreaterThanOrEqual(inSecret.size)
      await server.end()

      const store = await openEmbeddedStore(folder.path)
      const wrong: string[] = []
      for (const [person, versions] of acknowledged) {
        const kept = await store.ballotBoxes.history(open.id, person)
        for (const [version, option] of versions)
          if ((kept[version - 1]?.choices as { option?: string } | undefined)?.option !== option)
            wrong.push(`${person} ${version}`)
      }
      const roll = new Set((await store.ballotBoxes.roll(secret.id as PollId)).map(({ person }) => person))
      await store.close()
      expect(wrong, `SEED=${chance.seed}`).toEqual([])
      expect([...inSecret].filter((person) => !roll.has(person))).toEqual([])
      expect(roll.size, 'as many voters as ballots').toBe(listed.ballots.length)
      console.info(
        `SEED=${chance.seed}: killed 4 times, ${answers} ballots acknowledged and ${inSecret.size} secret ones, none lost`,
      )
    },
  )
})
