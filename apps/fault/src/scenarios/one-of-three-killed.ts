import type { Scenario } from '../scenario.ts'
import { inALargeTown } from './in-a-large-town.ts'

export const oneOfThreeKilled: Scenario = {
  name: 'one-of-three-killed',
  about:
    'One of three servers is killed, again and again, under writers: its people go on at another one, and nothing is lost.',
  run: (hands) =>
    inALargeTown(hands, async (evening, { servers }) => {
      const { chance, long, say } = hands
      const kills = long ? 60 : 6
      const pauses: number[] = []
      for (let kill = 1; kill <= kills; kill++) {
        const server = chance.pick(servers)
        await evening.writesFor(50 + chance.below(400))
        await server.kill()
        const from = Date.now()
        evening.hurry()
        await evening.isBack()
        pauses.push(Date.now() - from)
        await evening.writesFor(50 + chance.below(400))
        await server.start()
        say(`${kill} of ${kills} kills: ${evening.acknowledged.size} words saved`)
      }
      return [`${kills} kills; everybody was back at another server within ${Math.max(...pauses)} ms`]
    }),
}
