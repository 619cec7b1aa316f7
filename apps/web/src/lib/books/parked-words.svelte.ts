import type { BookLine, SetAside } from '@witboek/book/client'
import type { ParkedAnswer, ParkedCommands } from '@witboek/contract'
import type { BookId, ParkedId } from '@witboek/domain'
import { attempt, type CommandFailure } from './command-failure.ts'
import { fetchAnswer } from './fetch-answer.ts'
import type { MeetingLine } from './meeting-line.ts'
import { cardsOf, type ParkedCard } from './parked-cards.ts'

type Wish = Exclude<keyof ParkedCommands, 'edit:park'>
type Parked = ParkedAnswer['parked'][number]

/** A pause before words are brought to the server again after it did not answer. */
const againAfter = 5_000

/**
 * Words that the server did not let into the text (PARK-1 to PARK-3): this page brings its own to the server by itself,
 * and shows what waits there. The device forgets words only when the server has them.
 */
export class ParkedWords {
  /** What the server keeps and this person may see, oldest first. */
  list = $state.raw<readonly Parked[]>([])
  busy = $state<ParkedId | null>(null)
  failures = $state.raw<readonly (readonly [ParkedId, CommandFailure])[]>([])
  #here = $state.raw<readonly SetAside[]>([])
  /** In the text again, but the server could not be told yet. */
  #backInText = $state.raw<readonly ParkedId[]>([])
  readonly #book: BookId
  #bringing: readonly ParkedId[] = []
  #line: MeetingLine | null = null
  #text: BookLine | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  readonly own: readonly ParkedCard[] = $derived.by(() =>
    cardsOf(this.list, this.#here).filter(({ id }) => !this.#backInText.includes(id)),
  )
  readonly handed: readonly Parked[] = $derived.by(() =>
    this.list.filter(({ own, state }) => !own && state === 'handed'),
  )
  /** Edits that only took something out: there are no words to keep. */
  readonly taken: readonly SetAside[] = $derived.by(() => this.#here.filter(({ pieces }) => pieces.length === 0))

  constructor(book: BookId) {
    this.#book = book
  }

  /** Looks now, and again whenever the server says so or the line is back; answers the way to stop. */
  follow(line: MeetingLine, text: BookLine): () => void {
    this.#line = line
    this.#text = text
    const look = () => void this.#look()
    const changed = ({ book }: { readonly book: string }) => {
      if (book === this.#book) look()
    }
    line.on('connect', look)
    line.on('parked:changed', changed)
    look()
    return () => {
      line.off('connect', look)
      line.off('parked:changed', changed)
      if (this.#timer) clearTimeout(this.#timer)
      this.#line = null
      this.#text = null
    }
  }

  /** What this device holds now, by the line of the book. */
  take(here: readonly SetAside[]): void {
    this.#here = here
    void this.#bring()
  }

  failureOf = (id: ParkedId): CommandFailure | null => this.failures.find(([one]) => one === id)?.[1] ?? null

  async ask(name: Wish, id: ParkedId): Promise<boolean> {
    if (this.busy) return false
    this.busy = id
    const failure = await attempt(this.#line, name, { book: this.#book, id })
    this.#note(id, failure)
    await this.#look()
    this.busy = null
    return failure === null
  }

  /** The writer throws words away, or has put them back into the text. */
  async drop(card: ParkedCard, backInText = false): Promise<boolean> {
    if (card.place === 'device') {
      this.#text?.forget(card.id)
      return true
    }
    if (backInText) this.#backInText = [...this.#backInText, card.id]
    return this.ask('edit:withdraw', card.id)
  }

  dismiss(id: ParkedId): void {
    this.#text?.forget(id)
  }

  async #look(): Promise<void> {
    const answer = await fetchAnswer<ParkedAnswer>(`/api/books/${encodeURIComponent(this.#book)}/parked`)
    if (answer) this.list = answer.parked
    await this.#bring()
    for (const { id } of this.list)
      if (this.#backInText.includes(id) && this.busy !== id)
        await attempt(this.#line, 'edit:withdraw', { book: this.#book, id })
  }

  /** `parked-changed` means that the server had them before and something was decided since: it has them, or had. */
  async #bring(): Promise<void> {
    for (const { id, section, code, pieces } of this.#here) {
      if (pieces.length === 0 || this.#bringing.includes(id) || !this.#line?.connected) continue
      this.#bringing = [...this.#bringing, id]
      const message = { book: this.#book, section, id, code, pieces: [...pieces] }
      const failure = await attempt(this.#line, 'edit:park', message as ParkedCommands['edit:park'])
      const has = failure === null || (typeof failure === 'object' && failure.problem === 'parked-changed')
      this.#note(id, has || typeof failure === 'string' ? null : failure)
      if (has) {
        await this.#look()
        this.#text?.forget(id)
      }
      this.#bringing = this.#bringing.filter((one) => one !== id)
      if (failure === 'no-answer') this.#later()
    }
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#bring()
    }, againAfter)
  }

  #note(id: ParkedId, failure: CommandFailure | null): void {
    const others = this.failures.filter(([one]) => one !== id)
    this.failures = failure ? [...others, [id, failure]] : others
  }
}
