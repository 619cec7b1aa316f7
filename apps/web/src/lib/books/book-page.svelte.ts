import type { BookAnswer, VisitAnswer } from '@witboek/contract'
import type { BookLine, BookState, Device } from '@witboek/book/client'
import {
  lockOn,
  sectionIn,
  type BookRights,
  type Manifest,
  type PersonId,
  type Phase,
  type Section,
  type SectionId,
} from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import { ActiveText } from './active-text.svelte.ts'
import { BookAuthors } from './book-authors.svelte.ts'
import { BookPresence } from './book-presence.svelte.ts'
import { ChefCommands } from './chef-commands.svelte.ts'
import { closeWhenSaved } from './close-when-saved.ts'
import type * as Editors from './editors.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { newsOfState } from './news-of-state.ts'
import { PageNews } from './page-news.svelte.ts'
import { ParkedWords } from './parked-words.svelte.ts'
import type { Self } from './section-editor.ts'
import { placesIn } from './section-moves.ts'
import { watched } from './watched-device.ts'

/** One open book page: what the server sent with it, and its two lines once they are there. */
export class BookPage {
  /** What the line knows; `null` until it is there, and always on the server. */
  state = $state.raw<BookState | null>(null)
  /** The live texts with the code of their editors: both are fetched after the first paint. */
  live = $state.raw<{ readonly line: BookLine; readonly editors: typeof Editors } | null>(null)
  failed = $state(false)
  /** This device keeps what has not been saved, also when the page is closed. */
  keeps = $state(false)
  phase = $state<Phase>('green')
  /** Sections that were taken out while one was in them: they stay, to copy from, until one closes them. */
  takenOut = $state.raw<readonly SectionId[]>([])
  /** The section one is in. */
  here = $state<SectionId | null>(null)

  readonly answer: BookAnswer
  readonly locale: Locale
  readonly self: Self | null
  readonly presence: BookPresence
  readonly commands: ChefCommands
  readonly parked: ParkedWords
  readonly authors: BookAuthors
  readonly news = new PageNews()
  readonly active = new ActiveText()

  readonly manifest: Manifest = $derived.by(() => this.state?.manifest ?? this.answer.manifest)
  /** Whoever was refused, reads. */
  readonly rights: BookRights = $derived.by(() => {
    const rights = this.state?.rights ?? this.answer.rights
    return this.state?.line === 'refused' ? { ...rights, write: false, order: false, remark: false } : rights
  })
  /** The sections on the page, in order: the open ones, and what was set aside, at its old place. */
  readonly shown: readonly Section[] = $derived.by(() =>
    this.manifest.sections.filter((section) => !section.removed || this.takenOut.includes(section.id)),
  )
  readonly removed: readonly Section[] = $derived.by(() => this.manifest.sections.filter((section) => section.removed))
  readonly places: ReadonlyMap<SectionId, number> = $derived.by(() => placesIn(this.manifest))
  /** Own words that were set aside, here and on the server. */
  readonly aside: number = $derived.by(() => this.parked.own.length)

  constructor(answer: BookAnswer, self: Self | null, locale: Locale) {
    this.answer = answer
    this.self = self
    this.locale = locale
    this.phase = answer.dialogue.phase
    this.presence = new BookPresence(answer.book.id, self?.id ?? null, textsIn(locale).book.presence)
    this.commands = new ChefCommands(answer.book.id)
    this.parked = new ParkedWords(answer.book.id)
    this.authors = new BookAuthors(answer.book.id)
  }

  /** Opens both lines; answers the way to close them again. */
  open(): () => void {
    let closed = false
    const closers: (() => void)[] = []
    void this.#load().then(
      (opened) => (closed ? opened() : closers.push(opened)),
      () => (this.failed = true),
    )
    return () => {
      closed = true
      for (const close of closers) close()
    }
  }

  async #load(): Promise<() => void> {
    const [{ openBook }, editors, { openMeetingLine }, device] = await Promise.all([
      import('@witboek/book/client'),
      import('./editors.ts'),
      import('./meeting-line.ts'),
      this.#device(),
    ])
    const { book, manifest, rights } = this.answer
    const server = location.origin.replace(/^http/, 'ws')
    const line = openBook({ server, book: book.id, manifest, rights, ...(device ? { device } : {}) })
    const meeting = openMeetingLine()
    this.commands.over(meeting)
    const stops = [
      this.presence.follow(meeting),
      this.parked.follow(meeting, line),
      line.subscribe((state) => this.#take(state)),
      this.authors.open(),
    ]
    this.live = { line, editors }
    return () => {
      for (const stop of stops) stop()
      meeting.disconnect()
      this.live = null
      closeWhenSaved(line)
    }
  }

  /** A private window may not keep anything: writing goes on without, and the page warns before one leaves. */
  async #device(): Promise<Device | null> {
    if (!this.self) return null
    try {
      const { openBrowserDevice } = await import('./browser-device.ts')
      const device = await openBrowserDevice(this.self.id, this.answer.book.id)
      this.keeps = true
      return watched(device, () => (this.keeps = false))
    } catch {
      return null
    }
  }

  goTo(section: SectionId | null): void {
    this.here = section
    this.presence.moveTo(section)
  }

  dismiss(section: SectionId): void {
    this.takenOut = this.takenOut.filter((id) => id !== section)
  }

  /** The name of somebody who acts in this book; `null` for somebody who came later. */
  nameOf = (person: PersonId): string | null => this.answer.people.find((one) => one.person === person)?.name ?? null

  /** One can write in this section at this moment. */
  mayWriteIn = (id: SectionId): boolean =>
    this.rights.write &&
    sectionIn(this.manifest, id)?.removed === false &&
    lockOn(this.manifest, id) === null &&
    this.state?.closing.includes(id) !== true

  #take(state: BookState): void {
    const [before, manifest, rights] = [this.state, this.manifest, this.rights]
    this.state = state
    newsOfState(this, before, manifest)
    if (state.setAside !== before?.setAside) this.parked.take(state.setAside)
    if (this.rights.write !== rights.write || this.rights.order !== rights.order) void this.#lookAtPhase()
    if (manifest === state.manifest) return
    const removed = (id: SectionId) => sectionIn(state.manifest, id)?.removed === true
    this.takenOut = this.takenOut.filter(removed)
    if (this.here && removed(this.here) && sectionIn(manifest, this.here)?.removed === false && !rights.order)
      this.takenOut = [...this.takenOut, this.here]
  }

  /** Rights changed while the page was open: the words at the top say why, and for that the phase counts. */
  async #lookAtPhase(): Promise<void> {
    const visit = await fetchAnswer<VisitAnswer>('/api/visit')
    if (visit?.dialogue) this.phase = visit.dialogue.phase
  }
}
