import type { Scenario } from '../scenario.ts'
import { inALargeTown } from './in-a-large-town.ts'

export const postgresStopped: Scenario = {
  name: 'postgres-stopped',
  about:
    'PostgreSQL stops: nothing is said to be saved and nothing new is shown; when it is back everything arrives, in order.',
  run: (hands) =>
    inALargeTown(hands, async (evening, { postgres }) => {
      const away = hands.long ? 30_000 : 4_000
      if (!postgres) throw new Error('a large town has PostgreSQL')
      await postgres.kill()
      const [saved, seen] = [evening.acknowledged.size, evening.seen.size]
      await evening.writesFor(away)
      const unsaved = evening.unsaved
      const [savedMeanwhile, seenMeanwhile] = [evening.acknowledged.size - saved, evening.seen.size - seen]
      hands.say(`${unsaved} edits wait on the devices`)
      await postgres.restart()
      const from = Date.now()
      evening.hurry()
      await evening.isBack()
      const back = Date.now() - from
      // What was under way when it died may still have landed; nothing that was written after that can have.
      if (unsaved === 0) throw new Error('pages say that all is saved, and nothing can be')
      return [
        `PostgreSQL away for ${away} ms: ${unsaved} edits kept on devices`,
        `said to be saved meanwhile: ${savedMeanwhile}, shown to others meanwhile: ${seenMeanwhile}`,
        `everybody back ${back} ms after it was`,
      ]
    }),
}
