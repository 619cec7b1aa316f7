import { chanceFrom, seedOfToday, type Chance } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { aBuildingKit, KilledHouse, writersCount } from './testing/killed-house.ts'
import { locksIn } from './testing/locks-in.ts'
import { sportBook } from './testing/the-example.ts'

const kills = 200
/** So many houses side by side: while the one gets up, people write in the next. */
const houses = 4

describe('a server that dies', () => {
  it(`[I1] [I2] [I3] [I4] [I7] [LOCK-2] loses nothing that was acknowledged or seen, and lets nothing in behind a lock, at ${kills} random moments under ${writersCount} writers and a Chef`, async () => {
    const seed = seedOfToday()
    const kit = await aBuildingKit()
    const ends = await Promise.allSettled(
      Array.from({ length: houses }, (_, i) =>
        killedHouse(new KilledHouse(chanceFrom(seed + i), kit), chanceFrom(seed - i), kills / houses),
      ),
    )
    kit.remove()
    const all = { acknowledged: 0, seen: 0, setAside: 0, locks: 0 }
    for (const end of ends) {
      if (end.status === 'rejected') throw new Error(`SEED=${seed}`, { cause: end.reason })
      for (const what of Object.keys(all) as (keyof typeof all)[]) all[what] += end.value[what]
    }
    const { acknowledged, seen, setAside, locks } = all
    console.info(
      `${kills} kills: ${acknowledged} words acknowledged, ${seen} seen, 0 lost; ` +
        `${locks} locks, 0 edits behind them, ${setAside} words set aside`,
    )
    expect(acknowledged).toBeGreaterThan(kills)
    expect(seen).toBeGreaterThan(kills)
    expect(locks, 'locks that fell').toBeGreaterThan(kills / 20)
    expect(setAside, 'words set aside').toBeGreaterThan(0)
  }, 900_000)
})

/** Kills a house so many times, and answers how much happened in it. */
async function killedHouse(house: KilledHouse, chance: Chance, times: number) {
  try {
    await house.opens()
    for (let kill = 0; kill < times; kill++) {
      if (kill > 0) await house.starts()
      // Now and then it dies again before everybody is back.
      if (chance.below(8) > 0) await house.everyoneIsBack()
      await house.livesFor(10 + chance.below(200))
      await house.dies('SIGKILL')
      const { kept } = await house.atRest()
      const lost = [...house.acknowledged, ...house.seen].filter((word) => !kept.has(word))
      expect(lost, `acknowledged or seen, and lost at kill ${kill}`).toEqual([])
    }
    await house.starts()
    await house.settles()
    house.leaves()
    await house.dies('SIGTERM')

    const { written, acknowledged, seen, setAside, onScreen } = house
    const { kept, digests } = await house.atRest()
    const once = (word: string): boolean => kept.get(word) === 1
    expect(
      [...written].filter((word) => !once(word) && !setAside.has(word)),
      'in the text once, or set aside',
    ).toEqual([])
    expect(
      [...acknowledged].filter((word) => !once(word)),
      'acknowledged, and not there once',
    ).toEqual([])
    expect(
      [...setAside].filter((word) => kept.has(word)),
      'set aside, and in the text',
    ).toEqual([])
    expect(digests, 'the disk holds what the screens show').toBe(onScreen)
    const { locks, editsBehind } = await house.reads((store) => locksIn(store, sportBook.book.id))
    expect(editsBehind, 'edits behind a lock in the sequence').toBe(0)
    return { acknowledged: acknowledged.size, seen: seen.size, setAside: setAside.size, locks }
  } finally {
    await house.closes()
  }
}
