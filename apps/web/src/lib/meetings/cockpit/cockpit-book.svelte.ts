import type { BookAnswer, LockCommands, MeetingAnswer } from '@witboek/contract'
import {
  openSections,
  sectionIn,
  type BookId,
  type BookKind,
  type BookRights,
  type Manifest,
  type Section,
  type SectionId,
} from '@witboek/domain'
import { attempt } from '#lib/books/command-failure.ts'
import type { MeetingLine } from '#lib/books/meeting-line.ts'
import { placesIn } from '#lib/books/section-moves.ts'
import type { Order } from './cockpit.svelte.ts'

type Wish<Name extends keyof LockCommands> = Omit<LockCommands[Name], 'book'>

/**
 * The book that the theme group works on this evening: its shape and its locks as they are, over the book's own line, and a
 * line for the Chef's commands. No text of it is fetched by that line.
 */
export class CockpitBook {
  state: 'loading' | 'none' | 'failed' | 'here' = $state('loading')
  manifest: Manifest | null = $state.raw(null)
  rights: BookRights | null = $state.raw(null)
  kind: BookKind = $state('green')
  /** Locks are about to fall there. */
  closing: readonly SectionId[] = $state.raw([])
  /** Commands get through. */
  onLine = $state(false)
  readonly open: readonly Section[] = $derived.by(() => (this.manifest ? openSections(this.manifest) : []))

  readonly slug: string | null
  /** Settles once it is known which book there is, if any. */
  readonly known: Promise<void>
  #isKnown: () => void = () => undefined
  readonly #kinds: readonly BookKind[]
  #id: BookId | null = null
  #people: BookAnswer['people'] = []
  #line: MeetingLine | null = null

  constructor({ theme, meeting }: Pick<MeetingAnswer, 'theme' | 'meeting'>) {
    this.slug = theme?.slug ?? null
    this.#kinds = meeting.kind.startsWith('white') ? ['white', 'green'] : ['green']
    this.known = new Promise((resolve) => (this.#isKnown = resolve))
    if (!theme) this.state = 'none'
  }

  /** To be called when the page is there; answers how to stop. */
  start(): () => void {
    let stopped = false
    const stops: (() => void)[] = []
    void this.#load().then(
      (stop) => (stopped ? stop() : stops.push(stop)),
      () => this.#become('failed'),
    )
    return () => {
      stopped = true
      for (const stop of stops) stop()
    }
  }

  headingOf(id: SectionId): string {
    const heading = (this.manifest && sectionIn(this.manifest, id)?.heading) ?? ''
    const place = this.manifest && placesIn(this.manifest).get(id)
    return place ? `${place}. ${heading}` : heading
  }

  nameOf(person: string): string | null {
    return this.#people.find((one) => one.person === person)?.name ?? null
  }

  order<Name extends keyof LockCommands>(name: Name, wish: Wish<Name>): Order {
    return async () => {
      const failure = await attempt(this.#line, name, { book: this.#id, ...wish } as never)
      return failure ? { ok: false, failure } : { ok: true, value: null }
    }
  }

  async #load(): Promise<() => void> {
    const answer = this.slug === null ? null : await bookOf(this.slug, this.#kinds)
    if (!answer) {
      this.#become('none')
      return () => undefined
    }
    const { book, manifest, rights, people } = answer
    ;[this.#id, this.#people, this.kind] = [book.id, people, book.kind]
    ;[this.manifest, this.rights] = [manifest, rights]
    this.#become('here')
    const [{ openBook }, { openMeetingLine }] = await Promise.all([
      import('@witboek/book/client'),
      import('#lib/books/meeting-line.ts'),
    ])
    const shape = openBook({ server: location.origin.replace(/^http/, 'ws'), book: book.id, manifest, rights })
    const unsubscribe = shape.subscribe((state) => {
      ;[this.manifest, this.rights, this.closing] = [state.manifest, state.rights, state.closing]
    })
    const line = openMeetingLine()
    const look = () => (this.onLine = line.connected)
    line.on('connect', look)
    line.on('disconnect', look)
    look()
    this.#line = line
    return () => {
      unsubscribe()
      shape.close()
      line.disconnect()
      this.#line = null
    }
  }

  #become(state: 'none' | 'failed' | 'here'): void {
    this.state = state
    this.#isKnown()
  }
}

/** The first of these kinds that there is; `null`: none. */
async function bookOf(slug: string, kinds: readonly BookKind[]): Promise<BookAnswer | null> {
  for (const kind of kinds) {
    const response = await fetch(`/api/themes/${encodeURIComponent(slug)}/books/${kind}`)
    if (response.ok) return (await response.json()) as BookAnswer
    if (response.status !== 404) throw new Error(`the book was refused with ${response.status}`)
  }
  return null
}
