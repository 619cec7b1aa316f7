import type { PersonId } from '@witboek/domain'
import type { Pace, ReadingPace } from '@witboek/live'

/**
 * One person with more lines to this server than this is a program: eight books on six devices are 48. With several servers
 * it is so many on each: a line more costs memory where it is, and what all of them bring is bounded by the pace they share.
 */
const linesMax = 50

/** How much each account has open and brings in. An account without lines leaves nothing behind. */
export class Accounts {
  private readonly pace: Pace
  private readonly lines = new Map<PersonId, number>()

  constructor(pace: Pace) {
    this.pace = pace
  }

  /** One more line for this person; answers the pace all of them share, or `null` when there are too many. */
  enter(person: PersonId): Pick<ReadingPace, 'read'> | null {
    const lines = this.lines.get(person) ?? 0
    if (lines >= linesMax) return null
    this.lines.set(person, lines + 1)
    return { read: (size, now) => this.pace.read(person, size, now) }
  }

  leave(person: PersonId): void {
    const lines = this.lines.get(person) ?? 0
    if (lines > 1) return void this.lines.set(person, lines - 1)
    this.lines.delete(person)
    this.pace.forget(person)
  }

  get size(): number {
    return this.lines.size
  }
}
