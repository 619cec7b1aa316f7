import type { Scenario } from '../scenario.ts'
import { inALargeTown } from './in-a-large-town.ts'

export const serverPaused: Scenario = {
  name: 'server-paused',
  about:
    'A server hangs with edits in its hands while others go on and locks fall; when it wakes up, nothing old gets in.',
  run: (hands) =>
    inALargeTown(hands, async (evening, { servers }) => {
      const pauses = hands.long ? 20 : 2
      for (let pause = 1; pause <= pauses; pause++) {
        const server = hands.chance.pick(servers)
        await evening.writesFor(300)
        server.pause()
        await evening.writesFor(1_000)
        const other = servers.findIndex(({ up }) => up)
        for (let turn = 0; turn < 4; turn++) await evening.turnsALock(other)
        await evening.writesFor(500)
        server.resume()
        await evening.writesFor(500)
        hands.say(`${pause} of ${pauses} pauses`)
      }
      evening.hurry()
      await evening.isBack()
      return [`${pauses} pauses of more than 1.5 s`]
    }),
}
