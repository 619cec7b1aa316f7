import type { Reaction } from '@witboek/contract'
import type { MeetingId } from '@witboek/domain'
import type { BookSockets } from '../sockets.ts'
import { hallRoom } from './meeting-rooms.ts'

/** Reactions go out together, so often (ms). */
const tick = 1_500

/** Counts the reactions of a moment, and tells everybody at the meeting on all servers. Nothing of them is kept. */
export class Reactions {
  private readonly counts = new Map<MeetingId, Map<Reaction, number>>()
  private sockets: BookSockets | null = null
  private timer: NodeJS.Timeout | null = null
  private closed = false

  goesOver(sockets: BookSockets): void {
    this.sockets = sockets
  }

  add(meeting: MeetingId, reaction: Reaction): void {
    if (this.closed) return
    const counts = this.counts.get(meeting) ?? new Map<Reaction, number>()
    this.counts.set(meeting, counts.set(reaction, (counts.get(reaction) ?? 0) + 1))
    this.timer ??= setTimeout(() => this.tell(), tick)
  }

  close(): void {
    this.closed = true
    if (this.timer) clearTimeout(this.timer)
  }

  private tell(): void {
    this.timer = null
    for (const [meeting, counts] of this.counts)
      this.sockets?.to(hallRoom(meeting)).emit('meeting:reactions', { meeting, counts: Object.fromEntries(counts) })
    this.counts.clear()
  }
}
