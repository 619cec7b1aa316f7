import type { AuthorsAnswer } from '@witboek/contract'
import type { BookId, SectionId } from '@witboek/domain'
import { noWriters, writersBySection, type SectionWriters } from './author-marks.ts'
import { fetchAnswer } from './fetch-answer.ts'

const wishKey = 'witboek:who-wrote'
/** Somebody new writes: their name is asked for once they have been saved, and not for every letter. */
const pause = 1_500

/** Who wrote in each section, by the server's record; only asked for while somebody wants to see it. */
export class BookAuthors {
  on = $state(false)
  failed = $state(false)
  #sections = $state.raw<ReturnType<typeof writersBySection> | null>(null)
  readonly #book: BookId
  #asked: readonly number[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(book: BookId) {
    this.#book = book
  }

  /** As it was left on this device; answers the way to stop. */
  open(): () => void {
    if (localStorage.getItem(wishKey) === 'on') this.switch(true)
    return () => {
      if (this.#timer) clearTimeout(this.#timer)
    }
  }

  switch(on: boolean): void {
    this.on = on
    localStorage.setItem(wishKey, on ? 'on' : 'off')
    if (on) void this.#look()
  }

  /** The same object until the server tells more. */
  writersIn = (section: SectionId): SectionWriters => this.#sections?.get(section) ?? noWriters

  /**
   * There are words under client ids that the last answer did not name. Each is asked about once: nobody sees words that
   * are not durable (I1), so the server knows whose they are, or they are nobody's, as a template is.
   */
  unknown(clients: readonly number[]): void {
    const fresh = clients.filter((client) => !this.#asked.includes(client))
    if (fresh.length === 0) return
    this.#asked = [...this.#asked, ...fresh]
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      if (this.on) void this.#look()
    }, pause)
  }

  async #look(): Promise<void> {
    const answer = await fetchAnswer<AuthorsAnswer>(`/api/books/${encodeURIComponent(this.#book)}/authors`)
    this.failed = answer === null
    if (answer) this.#sections = writersBySection(answer)
    else this.#asked = []
  }
}
