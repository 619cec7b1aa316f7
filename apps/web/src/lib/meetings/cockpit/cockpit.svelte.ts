import {
  meetingCommandPath,
  type MeetingAnswer,
  type MeetingCommandFields,
  type MeetingCommandName,
  type PollCommandFields,
  type PollCommandName,
} from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import { failureWords } from '#lib/books/failure-words.ts'
import { send, type Sent } from '#lib/send.ts'
import type { LiveMeeting } from '../now/live-meeting.svelte.ts'

/** One thing to ask of the server, when its turn comes. `alone`: nothing belongs to it; then the page shows it too. */
export type Order = (alone: boolean) => Promise<Sent<unknown>>

/** What is said once something was done, and what would make it undone. */
interface Done {
  readonly said: string
  readonly undo?: readonly Order[]
}

/** What stands in the line at the bottom. `nth`: the same words twice are said twice. */
interface Said {
  readonly nth: number
  readonly words: string
  /** Why it did not go through, if that is what is said. */
  readonly failure: CommandFailure | null
  readonly undo: readonly Order[]
}

type Step = 'open' | 'pause' | 'resume' | 'close'

/** So long (ms) it is said what was done, and can be undone there; later there are the buttons themselves. */
const undoLasts = 30_000

/** The one place from which a meeting is led: what is asked, what came of it, and how to take it back. */
export class Cockpit {
  said: Said = $state.raw({ nth: 0, words: '', failure: null, undo: [] })
  readonly live: LiveMeeting
  readonly locale: Locale
  readonly #clock: { readonly now: Instant }
  readonly #answer: () => MeetingAnswer
  /** What is on its way: the same once more, by a second tap, is nothing. */
  #going: readonly string[] = []
  #begun = 0
  #told = 0
  #forget: ReturnType<typeof setTimeout> | undefined

  constructor(live: LiveMeeting, clock: { readonly now: Instant }, answer: () => MeetingAnswer, locale: Locale) {
    this.live = live
    this.locale = locale
    this.#clock = clock
    this.#answer = answer
  }

  get texts() {
    return textsIn(this.locale).cockpit
  }

  get hall() {
    return this.live.hall
  }

  /** The server's clock, looked at once a second. */
  get now(): Instant {
    return this.#clock.now
  }

  get meeting() {
    return this.#answer().meeting
  }

  get theme() {
    return this.#answer().theme
  }

  /** It goes on, or pauses: most can only be done then. */
  get isOn(): boolean {
    return this.hall.state === 'running' || this.hall.state === 'paused'
  }

  order<Name extends MeetingCommandName>(name: Name, fields: MeetingCommandFields<Name>): Order {
    return (alone) => (alone ? this.live.command(name, fields) : this.#send(meetingCommandPath(name), fields))
  }

  pollOrder<Name extends PollCommandName>(name: Name, fields: PollCommandFields<Name>): Order {
    return (alone) => (alone ? this.live.command(name, fields) : this.#send(meetingCommandPath(name), fields))
  }

  step(step: Step): Order {
    return async () => {
      const sent = await this.#send(`/api/meetings/${step}`, {})
      if (sent.ok && !this.live.onLine) await this.live.ask()
      return sent
    }
  }

  /**
   * Asks these things one after the other and says that they were done, or why not. `quietly`: a dialog says itself why not.
   * Answers why not; `null` when all went through.
   */
  async act(orders: Order | readonly Order[], done: Done, { quietly = false } = {}): Promise<CommandFailure | null> {
    if (this.#going.includes(done.said)) return null
    this.#going = [...this.#going, done.said]
    const nth = (this.#begun += 1)
    // Only what was begun last can be undone: never something else than one has in mind.
    this.said = { ...this.said, undo: [] }
    const several = typeof orders === 'function' ? [orders] : orders
    const failure = await inTurn(several)
    // What is pushed first may be of any of them: only an answer to a question has them all.
    if (several.length > 1) await this.live.ask()
    this.#going = this.#going.filter((other) => other !== done.said)
    // What was begun later and is said already is not followed by what was before it.
    const isNews = nth > this.#told
    this.#told = Math.max(nth, this.#told)
    if (!failure && isNews) this.say(done.said, nth === this.#begun ? (done.undo ?? []) : [])
    if (!failure) return null
    if (!quietly) this.fail(failure)
    return failure
  }

  async undo(): Promise<void> {
    const { undo } = this.said
    if (undo.length > 0) await this.act(undo, { said: this.texts.undone })
  }

  say(words: string, undo: readonly Order[] = []): void {
    clearTimeout(this.#forget)
    this.said = { nth: this.said.nth + 1, words, failure: null, undo }
    this.#forget = setTimeout(() => this.forget(), undoLasts)
  }

  fail(failure: CommandFailure): void {
    clearTimeout(this.#forget)
    this.said = { nth: this.said.nth + 1, words: failureWords(failure, this.locale), failure, undo: [] }
  }

  /** The line is back: that there is none is not said any longer, but that something did not go along still is. */
  lineIsBack(): void {
    if (this.said.failure === 'no-line') this.say(this.texts.lineIsBack)
  }

  /** Nobody takes a button away from under somebody's finger: while it has the focus it stays. */
  forget(): void {
    clearTimeout(this.#forget)
    if (document.activeElement?.closest('[data-undo]')) this.#forget = setTimeout(() => this.forget(), undoLasts)
    else this.said = { ...this.said, words: '', undo: [] }
  }

  #send(path: string, fields: object): Promise<Sent<unknown>> {
    return send<unknown>(path, { meeting: this.live.meeting, ...fields })
  }
}

async function inTurn(orders: readonly Order[]): Promise<CommandFailure | null> {
  for (const order of orders) {
    const sent = await order(orders.length === 1)
    if (!sent.ok) return sent.failure
  }
  return null
}
