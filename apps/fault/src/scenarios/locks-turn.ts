import type { Scenario } from '../scenario.ts'
import { inALargeTown } from './in-a-large-town.ts'

export const locksTurn: Scenario = {
  name: 'locks-turn',
  about:
    'A Chef turns locks five times a second at three servers under writers: no edit stands behind a lock, refused words are set aside.',
  run: (hands) =>
    inALargeTown(hands, async (evening) => {
      const seconds = hands.long ? 60 : 6
      const took: number[] = []
      let writing = true
      const writes = (async () => {
        while (writing) await evening.writesFor(50)
      })()
      for (const end = Date.now() + seconds * 1_000; Date.now() < end;) {
        const from = performance.now()
        if (await evening.turnsALock()) took.push(performance.now() - from)
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 200 - (performance.now() - from))))
      }
      writing = false
      await writes
      const sorted = took.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
      return [
        `${took.length} turns answered, from asking to durable p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (a page has 2 s to send its last words)`,
      ]
    }),
}
