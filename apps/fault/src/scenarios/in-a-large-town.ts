import { Evening } from '../evening.ts'
import type { Outcome, ScenarioHands } from '../scenario.ts'
import { aLargeTown, type Town } from '../town/town.ts'
import { judge, judgeMemory } from '../verdict.ts'

/** Ten writers over three servers, a reader on each, and a Chef; then something goes wrong, and in the end all is judged. */
export async function inALargeTown(
  { kit, chance }: ScenarioHands,
  goesWrong: (evening: Evening, town: Town) => Promise<readonly string[]>,
): Promise<Outcome> {
  const town = await aLargeTown(kit, 3)
  let evening: Evening | null = null
  try {
    evening = await Evening.begins(town, chance, { writers: 10, wordsPerLock: 40 })
    await evening.writesFor(500)
    const measured = await goesWrong(evening, town)
    const took = await evening.settles()
    const checks = [...(await town.reads((store) => judge(evening as Evening, store))), judgeMemory(town)]
    return { checks, measured: [...measured, `all saved, and all screens equal, ${took} ms after the last word`] }
  } finally {
    evening?.ends()
    await town.close()
  }
}
