import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarios } from './scenarios/index.ts'
import { aKit, type Kit } from './town/kit.ts'

const long = process.env['PROFILE'] === 'nightly'

let kit: Kit
beforeAll(async () => {
  kit = await aKit()
}, 120_000)
afterAll(() => kit.remove())

describe('when things go wrong', () => {
  it.each(scenarios.map((scenario) => [scenario.about, scenario] as const))(
    '[I1] [I2] [I3] [I4] [I5] [I6] [I7] %s',
    async (_, scenario) => {
      const chance = chanceFrom(seedOfToday())
      const { checks, measured } = await scenario.run({ kit, chance, long, say: () => undefined })
      const broken = checks.filter(({ holds }) => !holds)
      process.stdout.write(`${scenario.name}, SEED=${chance.seed}: ${measured.join('; ')}\n`)
      expect(broken, `${scenario.name}, SEED=${chance.seed}`).toEqual([])
    },
    long ? 3_600_000 : 900_000,
  )
})
