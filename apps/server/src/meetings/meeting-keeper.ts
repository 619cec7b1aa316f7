import type { Clock } from '@witboek/book'
import { isRunning } from '@witboek/domain'
import type { Hands } from '../http/hands.ts'
import { newInstance } from '../http/answers.ts'
import { closeOverdue } from '../features/meetings/close-meeting.ts'

/** So often (ms) is looked for meetings that everybody forgot to close. */
const lookEvery = 10 * 60_000

/** Closes what nobody closed (MEET-4), and sees that polls close in time. On several servers whoever comes first does it. */
export class MeetingKeeper {
  private readonly hands: Hands
  private readonly clock: Clock
  private stop: () => void = () => undefined
  private looking: Promise<void> = Promise.resolve()

  constructor(hands: Hands, clock: Clock) {
    this.hands = hands
    this.clock = clock
  }

  start(): void {
    this.looking = this.look()
      .catch((cause: unknown) => void this.hands.surprises.problem(cause, newInstance()))
      .finally(() => (this.stop = this.clock.after(lookEvery, () => this.start())))
  }

  async close(): Promise<void> {
    await this.looking
    this.stop()
  }

  private async look(): Promise<void> {
    const { store, openMeetings } = this.hands
    const dialogue = await store.dialogues.currentDialogue()
    if (!dialogue) return
    for (const meeting of await store.meetings.of(dialogue.id)) {
      if (!isRunning(meeting)) continue
      try {
        // What waits for the clock is known from then on, also when no page has asked since the start.
        if (!(await closeOverdue(this.hands, meeting))) await openMeetings.proceedings(meeting.id)
      } catch (cause) {
        // What goes wrong at one meeting is not for the others.
        this.hands.surprises.problem(cause, newInstance())
      }
    }
  }
}
