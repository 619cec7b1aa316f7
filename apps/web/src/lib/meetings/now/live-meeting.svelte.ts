import {
  meetingCommandPath,
  type DeskView,
  type HallView,
  type MeetingCommandAnswer,
  type MeetingCommandFields,
  type MeetingCommandName,
  type MeetingNow,
  type OwnView,
  type PollCommandAnswer,
  type PollCommandFields,
  type PollCommandName,
  type ProblemCode,
  type Reaction,
  type ReactionsSeen,
  type SettleView,
} from '@witboek/contract'
import type { Instant, MeetingId, PollId } from '@witboek/domain'
import { untrack } from 'svelte'
import { AskedAgain } from '#lib/asked-again.svelte.ts'
import { ask } from '#lib/books/ask.ts'
import { attempt, type CommandFailure } from '#lib/books/command-failure.ts'
import type { MeetingLine } from '#lib/books/meeting-line.ts'
import { send, type Sent } from '#lib/send.ts'
import { ClockOffset } from './clock-offset.ts'
import { newest } from './newest.ts'

/** With a line everything is pushed; asking is for what nobody thought of. Without one it is all there is (ms). */
const pause = { withLine: 60_000, withoutLine: 3_000 }
/** So long (ms) a command that was done waits for the push that shows it, so that a button does not offer it again meanwhile. */
const showing = 1_000

/**
 * A meeting as it goes on, for one page: what the page was loaded with, then what the server pushes, and while there is no
 * line what it answers when asked. Commands go by HTTP, so that they work without a line too.
 */
export class LiveMeeting {
  hall: HallView
  own: OwnView
  /** Only for who leads. */
  desk: DeskView | null
  /** Only for the lead. */
  settle: SettleView | null
  /** What came in during the last moment; `null`: nothing yet. */
  reactions = $state.raw<ReactionsSeen | null>(null)
  /** How far (ms) the server's clock is ahead of the one here. */
  offset = $state(0)
  /** What changes is pushed. */
  onLine = $state(false)

  readonly meeting: MeetingId
  readonly #asked: AskedAgain<MeetingNow>
  readonly #clock = new ClockOffset()
  readonly #needsLine: (own: OwnView) => boolean
  #line: MeetingLine | null = null
  #filling: PollId | null = null
  #pushed: () => void = () => undefined
  #opening = false
  #running = false

  /** `needsLine`: for whom things are pushed; who only looks is told every few seconds, and spares the line. */
  constructor(first: MeetingNow, needsLine: (own: OwnView) => boolean = () => true) {
    this.#needsLine = needsLine
    this.meeting = first.hall.meeting
    this.hall = $state.raw(first.hall)
    this.own = $state.raw(first.own)
    this.desk = $state.raw(first.desk)
    this.settle = $state.raw(first.settle)
    this.#asked = new AskedAgain(
      `/api/meetings/${encodeURIComponent(first.hall.meeting)}/now`,
      first,
      () => (this.onLine ? pause.withLine : pause.withoutLine * (1 + Math.random())),
      (now) => {
        this.#take(now)
        void this.#open()
      },
    )
  }

  /** Neither a line nor an answer: what is shown may be old. */
  get lost(): boolean {
    return !this.onLine && this.#asked.lost
  }

  /** Why the server tells nothing any more: one may not be here, or has no seat. */
  get no(): ProblemCode | null {
    return this.#asked.no
  }

  /** To be called when the page is there; answers how to stop. */
  start(): () => void {
    this.#running = true
    // Whoever starts it in an effect would start it anew with every view that comes in.
    const stop = untrack(() => this.#asked.start())
    this.#hear(untrack(() => this.hall.now))
    untrack(() => void this.#open())
    return () => {
      this.#running = false
      stop()
      this.#line?.disconnect()
      this.#line = null
      this.onLine = false
    }
  }

  /** The server's clock now. Not a signal: whoever shows it looks again by itself. */
  now(): Instant {
    return (Date.now() + this.offset) as Instant
  }

  /** Asks for everything at once. */
  ask(): Promise<void> {
    return this.#asked.ask()
  }

  /** One command, and with it what has changed, also when there is no line to push it. */
  command<Name extends MeetingCommandName>(
    name: Name,
    fields: MeetingCommandFields<Name>,
  ): Promise<Sent<MeetingCommandAnswer>>
  command<Name extends PollCommandName>(
    name: Name,
    fields: PollCommandFields<Name>,
  ): Promise<Sent<PollCommandAnswer<Name>>>
  async command(name: MeetingCommandName | PollCommandName, fields: object): Promise<Sent<unknown>> {
    const shown = this.onLine ? this.#nextPush() : null
    const sent = await send<unknown>(meetingCommandPath(name), { meeting: this.meeting, ...fields })
    if (sent.ok) await (shown ?? this.ask())
    return sent
  }

  /** Reactions are only sent over a line: they are of this moment, or not at all. */
  react(reaction: Reaction): Promise<CommandFailure | null> {
    return attempt(this.#line, 'meeting:react', { meeting: this.meeting, reaction })
  }

  /** Tells, for the count of those who are still filling in, which ballot this page has open and has not cast. */
  fill(poll: PollId | null): void {
    if (poll === this.#filling) return
    this.#filling = poll
    if (this.onLine) void attempt(this.#line, 'meeting:fill', { meeting: this.meeting, poll })
  }

  async #open(): Promise<void> {
    // A line on which nobody answered the first time is asked once more.
    if (this.#line?.connected && !this.onLine) void this.#watch(this.#line)
    if (this.#line || this.#opening || !this.#needsLine(this.own)) return
    this.#opening = true
    try {
      const { openMeetingLine } = await import('#lib/books/meeting-line.ts')
      if (this.#running) this.#follow(openMeetingLine())
    } catch {
      // The code of the line did not arrive: asking goes on, and with the next answer this is tried again.
    }
    this.#opening = false
  }

  #follow(line: MeetingLine): void {
    this.#line = line
    line.on('connect', () => void this.#watch(line))
    line.on('disconnect', () => {
      this.onLine = false
      if (this.#running) void this.ask()
    })
    line.on('meeting:hall', (hall) => this.#takeHall(hall))
    line.on('meeting:own', (own) => this.#takeOwn(own))
    line.on('meeting:desk', (desk) => this.#ours(desk) && (this.desk = newest(this.desk, desk)))
    line.on('meeting:settle', (settle) => this.#ours(settle) && (this.settle = newest(this.settle, settle)))
    line.on('meeting:reactions', (seen) => this.#ours(seen) && (this.reactions = seen))
    if (line.connected) void this.#watch(line)
  }

  async #watch(line: MeetingLine): Promise<void> {
    const answer = await ask(line, 'meeting:watch', { meeting: this.meeting })
    if (!answer?.ok || !line.connected) return
    this.onLine = true
    // Taken as it is: a server that was started anew counts its versions anew.
    ;({ hall: this.hall, own: this.own, desk: this.desk, settle: this.settle } = answer.value)
    this.#hear(this.hall.now)
    if (this.#filling) void attempt(line, 'meeting:fill', { meeting: this.meeting, poll: this.#filling })
  }

  #take({ hall, own, desk, settle }: MeetingNow): void {
    this.#takeHall(hall)
    this.#takeOwn(own)
    this.desk = desk && newest(this.desk, desk)
    this.settle = settle && newest(this.settle, settle)
  }

  #takeHall(hall: HallView): void {
    if (!this.#ours(hall)) return
    this.hall = newest(this.hall, hall) ?? hall
    this.#hear(hall.now)
    this.#pushed()
  }

  #takeOwn(own: OwnView): void {
    if (!this.#ours(own)) return
    this.own = newest(this.own, own) ?? own
    this.#pushed()
  }

  #nextPush(): Promise<void> {
    return new Promise((resolve) => {
      this.#pushed = resolve
      setTimeout(resolve, showing)
    })
  }

  #ours({ meeting }: { readonly meeting: MeetingId }): boolean {
    return meeting === this.meeting
  }

  #hear(said: Instant): void {
    this.offset = this.#clock.hear(said, Date.now())
  }
}
