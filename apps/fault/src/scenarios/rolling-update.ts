import type { Scenario } from '../scenario.ts'
import { inALargeTown } from './in-a-large-town.ts'

export const rollingUpdate: Scenario = {
  name: 'rolling-update',
  about:
    'All three servers are asked to go and started again, one after the other, under writers: people are sent on, nothing is lost.',
  run: (hands) =>
    inALargeTown(hands, async (evening, { servers }) => {
      const rounds = hands.long ? 5 : 1
      for (let round = 0; round < rounds; round++)
        for (const server of servers) {
          const writes = evening.writesFor(1_500)
          await server.end()
          await server.start()
          await writes
          await evening.isBack()
          hands.say(`${server.address} is renewed: ${evening.acknowledged.size} words saved`)
        }
      return [`${rounds * servers.length} servers renewed`]
    }),
}
