import type { Instant, PollId } from '../ids.ts'
import type { MeetingFact } from './meeting-fact.ts'
import { isGoingOn, type Proceedings } from './proceedings.ts'
import { speakerNow } from './speaker-queue.ts'

/** The polls that the clock closes by now (POLL-5). */
export const pollsDue = ({ polls }: Proceedings, now: Instant): readonly PollId[] =>
  polls.filter(({ state, closesAt }) => state === 'open' && closesAt !== null && closesAt <= now).map(({ id }) => id)

/** When the clock makes something happen next; `null`: nothing waits for it. */
export function nextDue({ polls }: Proceedings): Instant | null {
  const instants = polls.flatMap(({ state, closesAt }) => (state === 'open' && closesAt !== null ? [closesAt] : []))
  return instants.length > 0 ? (Math.min(...instants) as Instant) : null
}

/** What ends before a meeting is over, in this order: its polls, the queue, the timer, and what it was about (EVENING-4). */
export function closing(proceedings: Proceedings): readonly MeetingFact[] {
  const { polls, queue, timer, agenda } = proceedings
  const speaker = speakerNow(queue)
  const current = agenda.find(({ state }) => state === 'current')
  return [
    ...polls.flatMap(({ id, state }): MeetingFact[] => (state === 'open' ? [{ type: 'poll:closed', poll: id }] : [])),
    ...(speaker ? [{ type: 'speaker:ended', speaker: speaker.id } as const] : []),
    ...(queue.closed ? [] : [{ type: 'queue:closed' } as const]),
    ...(timer ? [{ type: 'timer:stopped' } as const] : []),
    ...(current ? [{ type: 'agenda:ended', item: current.id } as const] : []),
    ...(isGoingOn(proceedings) ? [{ type: 'meeting:closed' } as const] : []),
  ]
}

/** What stands still with a meeting that pauses: whoever speaks, and the timer unless it times the break (EVENING-5). */
export function pausing({ state, queue, timer }: Proceedings): readonly MeetingFact[] {
  if (state !== 'running') return []
  const speaker = speakerNow(queue)
  const ticks = timer !== null && timer.pausedAt === null && timer.target !== 'break'
  return [
    ...(speaker?.state === 'speaking' ? [{ type: 'speaker:paused' as const, speaker: speaker.id }] : []),
    ...(ticks ? [{ type: 'timer:paused' } as const] : []),
    { type: 'meeting:paused' },
  ]
}

/** What goes on with it: what stood still because of the pause, and not what the Chef had stopped before it. The timer of the break ends. */
export function resuming({ state, spells, queue, timer }: Proceedings): readonly MeetingFact[] {
  if (state !== 'paused') return []
  const pausedAt = spells.at(-1)?.to ?? null
  const withIt = (since: Instant | null | undefined): boolean => since === pausedAt && pausedAt !== null
  const speaker = speakerNow(queue)
  const speaks = speaker?.state === 'paused' && withIt(speaker.spells.at(-1)?.to)
  return [
    { type: 'meeting:resumed' },
    ...(timer?.target === 'break' ? [{ type: 'timer:stopped' } as const] : []),
    ...(timer && timer.target !== 'break' && withIt(timer.pausedAt) ? [{ type: 'timer:resumed' } as const] : []),
    ...(speaker && speaks ? [{ type: 'speaker:resumed' as const, speaker: speaker.id }] : []),
  ]
}
