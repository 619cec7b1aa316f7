import { chanceFrom } from '@witboek/testkit'
import { Evening } from '../evening.ts'
import type { Outcome, Scenario, ScenarioHands } from '../scenario.ts'
import { aSmallTown } from '../town/town.ts'
import { judge, judgeMemory, type Check } from '../verdict.ts'

/** So many houses side by side: while the one gets up, people write in the next. */
const houses = 4

export const serverKilled: Scenario = {
  name: 'server-killed',
  about:
    'The one server of a small town is killed again and again under ten writers and a Chef: nothing that was saved or seen is lost.',
  async run(hands) {
    const kills = hands.long ? 1_000 : 100
    const runs = Array.from({ length: houses }, (_, i) =>
      killed({ ...hands, chance: chanceFrom(hands.chance.seed + i) }, kills / houses),
    )
    const ends = await Promise.allSettled(runs)
    const outcomes = ends.map((end) => {
      if (end.status === 'rejected') throw end.reason
      return end.value
    })
    return {
      checks: outcomes.flatMap(({ checks }) => checks),
      measured: [`${kills} kills`, ...outcomes.flatMap(({ measured }) => measured)],
    }
  },
}

async function killed({ kit, chance, say }: ScenarioHands, times: number): Promise<Outcome> {
  const town = await aSmallTown(kit)
  const [server] = town.servers
  if (!server) throw new Error('a town without a server')
  let evening: Evening | null = null
  try {
    evening = await Evening.begins(town, chance, { writers: 10, wordsPerLock: 12 })
    const early: Check[] = []
    for (let kill = 1; kill <= times; kill++) {
      // Now and then it dies again before everybody is back.
      if (chance.below(8) > 0) await evening.isBack()
      await evening.writesFor(10 + chance.below(200))
      await server.kill()
      const { seen, acknowledged } = evening
      const lost = await town.reads(async (store) => {
        const checks = await judge(evening as Evening, store)
        return checks.filter(({ rule, holds }) => !holds && (rule === 'I1' || rule === 'I2' || rule === 'I3'))
      })
      early.push(...lost.map((check) => ({ ...check, what: `after kill ${kill}: ${check.what}` })))
      if (kill % 10 === 0) say(`${kill} of ${times} kills: ${acknowledged.size} words saved, ${seen.size} seen`)
      await server.start()
      evening.hurry()
    }
    const took = await evening.settles()
    const screens = evening.screens
    const memory = judgeMemory(town)
    // A folder is read when no server has it.
    await server.end()
    const checks = await town.reads((store) => judge(evening as Evening, store, screens))
    return { checks: [...early, ...checks, memory], measured: [`all saved again ${took} ms after the last kill`] }
  } finally {
    evening?.ends()
    await town.close()
  }
}
