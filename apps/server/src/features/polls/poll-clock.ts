import type { Clock } from '@witboek/book'
import { ok, pollsDue, type Instant, type MeetingId, type PollId } from '@witboek/domain'
import type { Hands as AllHands } from '../../http/hands.ts'
import { keepPoll } from './at-poll.ts'

/** So long (ms) after the time of a poll its box stays open: what came in before that is being written (POLL-7). */
export const writingMs = 1_000
/** The store was away: so long (ms) until it is tried again. */
const againMs = 5_000

interface Hands extends Pick<AllHands, 'store' | 'openMeetings' | 'events'> {
  readonly clock: Clock
  readonly surprised: (cause: unknown) => void
}

/**
 * Closes polls whose time is over (POLL-5). Every server does it for the meetings it has open; whoever is first makes the fact,
 * and the others find it. Who comes after the time is refused from that very moment, whether the box is closed yet or not.
 */
export class PollClock {
  private readonly hands: Hands
  private readonly waiting = new Map<MeetingId, () => void>()
  private readonly underWay = new Set<Promise<void>>()
  private closed = false

  constructor(hands: Hands) {
    this.hands = hands
    hands.openMeetings.onDue((meeting) => this.closeIn(writingMs, meeting))
  }

  /** What is under way ends first; nothing new begins. */
  async close(): Promise<void> {
    this.closed = true
    for (const stop of this.waiting.values()) stop()
    this.waiting.clear()
    await Promise.all(this.underWay)
  }

  private closeIn(ms: number, meeting: MeetingId): void {
    if (this.closed || this.waiting.has(meeting)) return
    const stop = this.hands.clock.after(ms, () => {
      this.waiting.delete(meeting)
      const done = this.closeDue(meeting)
        .catch((cause: unknown) => {
          this.hands.surprised(cause)
          this.closeIn(againMs, meeting)
        })
        .finally(() => this.underWay.delete(done))
      this.underWay.add(done)
    })
    this.waiting.set(meeting, stop)
  }

  private async closeDue(id: MeetingId): Promise<void> {
    const { store, clock, events } = this.hands
    const meeting = await store.meetings.find(id)
    if (!meeting) return
    let closed: readonly PollId[] = []
    await keepPoll(this.hands, meeting, null, (before) => {
      closed = pollsDue(before, (clock.now() - writingMs) as Instant)
      return ok({
        facts: closed.map((poll) => ({ type: 'poll:closed', poll })),
        async inBox(boxes) {
          for (const poll of closed) await boxes.close(poll)
        },
      })
    })
    for (const poll of closed) events.pollChanged(id, poll, 'poll:close', null)
  }
}
