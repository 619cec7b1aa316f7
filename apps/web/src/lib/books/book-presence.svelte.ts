import type { Present, PresenceChanged } from '@witboek/contract'
import type { BookId, PersonId, SectionId } from '@witboek/domain'
import type { Texts } from '@witboek/i18n'
import { ask } from './ask.ts'
import type { MeetingLine } from './meeting-line.ts'
import { comingsBetween, newsDelay, newsSentence } from './presence-news.ts'

type NewsWish = 'everything' | 'nothing'
const wishKey = 'witboek:presence-news'

/** Who has the book open and where they are; told in words at most once per ten seconds, or not at all. */
export class BookPresence {
  present = $state.raw<readonly Present[]>([])
  /** The sentence for the status line. */
  news = $state('')
  wish = $state<NewsWish>('everything')
  readonly #book: BookId
  readonly #self: PersonId | null
  readonly #texts: Texts['book']['presence']
  #line: MeetingLine | null = null
  #here: SectionId | null = null
  /** The list as it was when the last sentence was said; `null` until the first list, which is no news. */
  #told: readonly Present[] | null = null
  #lastSaid: number | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(book: BookId, self: PersonId | null, texts: Texts['book']['presence']) {
    this.#book = book
    this.#self = self
    this.#texts = texts
  }

  /** Enters the book on this line, again after every reconnect; answers the way to stop. */
  follow(line: MeetingLine): () => void {
    this.#line = line
    if (localStorage.getItem(wishKey) === 'nothing') this.wish = 'nothing'
    const enter = () => void this.#enter(line)
    line.on('connect', enter)
    const changed = (fact: PresenceChanged) => {
      if (fact.book === this.#book) this.#take(fact.present)
    }
    line.on('presence:changed', changed)
    if (line.connected) enter()
    return () => {
      line.off('connect', enter)
      line.off('presence:changed', changed)
      if (this.#timer) clearTimeout(this.#timer)
      this.#line = null
    }
  }

  /** Tells the others which section one is in now. */
  moveTo(section: SectionId | null): void {
    if (section === this.#here) return
    this.#here = section
    if (this.#line?.connected) void ask(this.#line, 'presence:move', { section })
  }

  choose(wish: NewsWish): void {
    this.wish = wish
    this.news = ''
    this.#told = this.present
    localStorage.setItem(wishKey, wish)
  }

  async #enter(line: MeetingLine): Promise<void> {
    const answer = await ask(line, 'presence:enter', { book: this.#book })
    if (answer?.ok && this.#here) void ask(line, 'presence:move', { section: this.#here })
  }

  #take(present: readonly Present[]): void {
    this.present = present
    this.#told ??= present
    if (this.wish === 'nothing' || this.#timer) return
    this.#timer = setTimeout(() => this.#tell(), newsDelay(this.#lastSaid, Date.now()))
  }

  #tell(): void {
    this.#timer = null
    const sentence = newsSentence(comingsBetween(this.#told ?? [], this.present, this.#self), this.#texts)
    this.#told = this.present
    if (sentence === null || this.wish === 'nothing') return
    this.#lastSaid = Date.now()
    this.news = sentence
  }
}
