import type { BookAnswer } from '@witboek/contract'
import type { BookLine, BookState } from '@witboek/book/client'
import { sectionIn, type Manifest, type Section, type SectionId } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import { ActiveText } from './active-text.svelte.ts'
import { BookPresence } from './book-presence.svelte.ts'
import type * as Editors from './editors.ts'
import { closeWhenSaved } from './close-when-saved.ts'
import { ShapeCommands } from './shape-commands.svelte.ts'
import type { Self } from './section-editor.ts'
import { placesIn } from './section-moves.ts'
import { structureNews } from './structure-news.ts'

/** One open book page: what the server sent with it, and its two lines once they are there. */
export class BookPage {
  /** What the line knows; `null` until it is there, and always on the server. */
  state = $state.raw<BookState | null>(null)
  /** The live texts with the code of their editors: both are fetched after the first paint. */
  live = $state.raw<{ readonly line: BookLine; readonly editors: typeof Editors } | null>(null)
  failed = $state(false)
  /** What changed in the shape of the book, in words. */
  shapeNews = $state('')
  /** Sections that were taken out while one was in them: they stay, to copy from, until one closes them. */
  setAside = $state.raw<readonly SectionId[]>([])
  /** The section one is in. */
  here = $state<SectionId | null>(null)

  readonly answer: BookAnswer
  readonly locale: Locale
  readonly self: Self | null
  readonly presence: BookPresence
  readonly commands: ShapeCommands
  readonly active = new ActiveText()

  readonly manifest: Manifest = $derived.by(() => this.state?.manifest ?? this.answer.manifest)
  readonly rights = $derived.by(() => this.state?.rights ?? this.answer.rights)
  /** The sections on the page, in order: the open ones, and what was set aside, at its old place. */
  readonly shown: readonly Section[] = $derived.by(() =>
    this.manifest.sections.filter((section) => !section.removed || this.setAside.includes(section.id)),
  )
  readonly removed: readonly Section[] = $derived.by(() => this.manifest.sections.filter((section) => section.removed))
  readonly places: ReadonlyMap<SectionId, number> = $derived.by(() => placesIn(this.manifest))

  constructor(answer: BookAnswer, self: Self | null, locale: Locale) {
    this.answer = answer
    this.self = self
    this.locale = locale
    this.presence = new BookPresence(answer.book.id, self?.id ?? null, textsIn(locale).book.presence)
    this.commands = new ShapeCommands(answer.book.id)
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
    const [{ openBook }, editors, { openMeetingLine }] = await Promise.all([
      import('@witboek/book/client'),
      import('./editors.ts'),
      import('./meeting-line.ts'),
    ])
    const { book, manifest, rights } = this.answer
    const server = location.origin.replace(/^http/, 'ws')
    const line = openBook({ server, book: book.id, manifest, rights })
    const meeting = openMeetingLine()
    const stopListening = line.subscribe((state) => this.#take(state))
    this.commands.over(meeting)
    const stopPresence = this.presence.follow(meeting)
    this.live = { line, editors }
    return () => {
      stopPresence()
      meeting.disconnect()
      stopListening()
      this.live = null
      closeWhenSaved(line)
    }
  }

  goTo(section: SectionId | null): void {
    this.here = section
    this.presence.moveTo(section)
  }

  dismiss(section: SectionId): void {
    this.setAside = this.setAside.filter((id) => id !== section)
  }

  #take(state: BookState): void {
    const before = this.manifest
    this.state = state
    if (before === state.manifest) return
    const texts = textsIn(this.locale).book.structure
    this.shapeNews = structureNews(before, state.manifest, texts, this.commands.asked) ?? this.shapeNews
    const removed = (id: SectionId) => sectionIn(state.manifest, id)?.removed === true
    this.setAside = this.setAside.filter(removed)
    if (this.here && removed(this.here) && sectionIn(before, this.here)?.removed === false && !this.rights.order)
      this.setAside = [...this.setAside, this.here]
  }
}
