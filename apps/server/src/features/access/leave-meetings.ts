import { isRunning, ok, seatsGone, type Actor, type Dialogue, type Person } from '@witboek/domain'
import { newInstance } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'

/**
 * Somebody whose seats have ended has no hand up any more, nor the word, and is not here, at every meeting where they were by
 * one of these seats (ATTEND-5). The store has the change already: a meeting in which this cannot be written is put right by
 * whoever watches it (`LineWatch`).
 */
export async function leaveMeetings(
  { store, openMeetings, surprises }: Pick<Hands, 'store' | 'openMeetings' | 'surprises'>,
  { id, phase }: Dialogue,
  person: Person,
  actor: Actor | null,
): Promise<void> {
  const running = (await store.meetings.of(id)).filter(isRunning)
  await Promise.all(
    running.map(async (meeting) => {
      try {
        await openMeetings.act(meeting, actor, (before) => ok(seatsGone(before, [person], { meeting, phase })))
      } catch (cause) {
        surprises.problem(cause, newInstance())
      }
    }),
  )
}
