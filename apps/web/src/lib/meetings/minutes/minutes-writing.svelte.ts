import { meetingCommandPath, type MeetingCommandAnswer, type MinutesAnswer } from '@witboek/contract'
import type { AgendaItemId, MeetingId } from '@witboek/domain'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import { newId } from '#lib/meetings/now/kept-id.ts'
import { send, type Sent } from '#lib/send.ts'
import {
  chosen,
  kept,
  newDraft,
  notKept,
  sending,
  standingOf,
  typed,
  waits,
  type Fields,
  type Standing,
} from './draft.ts'
import {
  blank,
  isWordless,
  keeping,
  keyOf,
  linesAfter,
  linesOf,
  noLines,
  removing,
  unkept,
  withKept,
  withLine,
  withoutLine,
  type Line,
  type Lines,
  type Place,
} from './minutes-lines.ts'

/** So long (ms) after the last letter it is saved, and so long after a try that came nowhere it is tried again. */
const pause = { typing: 1_000, again: 4_000 }

/**
 * What somebody writes in minutes: saved by itself while they type, and kept in the tab until it is. Whatever the line does,
 * and whatever others write meanwhile, nothing that was typed is lost.
 */
export class MinutesWriting {
  lines: Lines = $state.raw(noLines)
  /** When something was saved last; `null`: nothing on this page. */
  savedAt: number | null = $state(null)
  /** The line that was taken away last, so that it can be put back. */
  removed: Line | null = $state.raw(null)
  removeFailed: CommandFailure | null = $state.raw(null)
  readonly #meeting: MeetingId
  readonly #tab: string
  /** Up to which fact of the meeting our own commands are known. */
  #head = 0
  /** Asks what the server has now; answers whether it came. */
  #ask: () => Promise<boolean> = () => Promise.resolve(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #busy = false

  constructor({ meeting, minutes, head }: MinutesAnswer) {
    this.#meeting = meeting.id
    this.#tab = `witboek minutes ${meeting.id}`
    this.#head = head
    this.lines = linesAfter(noLines, minutes)
  }

  /** To be called when the page is there; answers how to stop. */
  start(ask: () => Promise<boolean>): () => void {
    this.#ask = ask
    this.#take(withKept(this.lines, inTab(this.#tab)))
    this.#later(0)
    const now = () => this.#later(0)
    const hidden = () => document.visibilityState === 'hidden' && now()
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', hidden)
      clearTimeout(this.#timer)
      void this.#saveAll()
    }
  }

  get standing(): Standing {
    return standingOf([...this.lines.values()].filter((line) => !isWordless(line)).map(({ draft }) => draft))
  }

  of(kind: Place['kind'], item: AgendaItemId | null): readonly Line[] {
    return linesOf(this.lines, kind, item)
  }

  /** What the server says now. What it said before it knew of our last command comes too late. */
  hear({ minutes, head }: MinutesAnswer): void {
    if (head < this.#head) return
    this.#head = head
    this.#take(linesAfter(this.lines, minutes))
  }

  type(place: Place, change: Fields): void {
    this.#change(place, (draft) => typed(draft, change))
    this.#later(pause.typing)
  }

  /** Leaving a field saves it at once. */
  left(): void {
    this.#later(0)
  }

  choose(place: Place, which: 'own' | 'other'): void {
    this.#change(place, (draft) => chosen(draft, which))
    this.#later(0)
  }

  /** An empty line to write in; answers where it is. */
  add(kind: 'decision' | 'action', item: AgendaItemId | null): Place {
    const place = { kind, item, id: newId() }
    this.#take(withLine(this.lines, { place, draft: newDraft(blank[kind]) }))
    return place
  }

  async remove(line: Line): Promise<void> {
    this.removeFailed = null
    const command = removing(line.place)
    if (!command) return
    const sent = line.draft.base === null ? null : await this.#send(command.name, command.fields)
    if (sent?.ok === false) {
      this.removeFailed = sent.failure
      return
    }
    this.#take(withoutLine(this.lines, keyOf(line.place)))
    this.removed = isWordless(line) ? null : line
  }

  /** What was taken away last is there again, with the words it had. */
  putBack(): void {
    const { removed } = this
    if (!removed) return
    this.removed = null
    const draft = typed(newDraft(blank[removed.place.kind]), removed.draft.fields)
    this.#take(withLine(this.lines, { place: removed.place, draft }))
    this.#later(0)
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#saveAll(), ms)
  }

  /**
   * One after the other, in the order in which they stand. Before that it is heard what others wrote: of two texts for one
   * place somebody chooses, and none writes over the other unseen.
   */
  async #saveAll(): Promise<void> {
    if (this.#busy || !this.#next()) return
    this.#busy = true
    try {
      const line = await this.#ask()
      for (let next = this.#next(); next; next = this.#next()) {
        if (!line) this.#change(next.place, (draft) => notKept(draft, 'no-line'))
        if (!line || !(await this.#save(next))) break
      }
    } finally {
      this.#busy = false
    }
    if (this.#next()) this.#later(pause.again)
  }

  #next(): Line | undefined {
    return [...this.lines.values()].find((line) => waits(line.draft) && !isWordless(line))
  }

  async #save({ place, draft }: Line): Promise<boolean> {
    const { fields } = draft
    const { name, fields: words } = keeping(place, fields)
    this.#change(place, sending)
    const sent = await this.#send(name, words)
    this.#change(place, (now) => (sent.ok ? kept(now, fields) : notKept(now, sent.failure)))
    if (sent.ok) this.savedAt = Date.now()
    return sent.ok || typeof sent.failure === 'object'
  }

  async #send(name: Parameters<typeof meetingCommandPath>[0], fields: object): Promise<Sent<MeetingCommandAnswer>> {
    const sent = await send<MeetingCommandAnswer>(meetingCommandPath(name), { meeting: this.#meeting, ...fields })
    if (sent.ok) this.#head = Math.max(this.#head, sent.value.head)
    return sent
  }

  #change(place: Place, change: (draft: Line['draft']) => Line['draft']): void {
    const line = this.lines.get(keyOf(place))
    if (line) this.#take(withLine(this.lines, { place, draft: change(line.draft) }))
  }

  #take(lines: Lines): void {
    this.lines = lines
    keepInTab(this.#tab, unkept(lines))
  }
}

/** A tab may refuse to keep anything: then it is only in the page. */
function keepInTab(key: string, lines: readonly Line[]): void {
  try {
    if (lines.length > 0) sessionStorage.setItem(key, JSON.stringify(lines))
    else sessionStorage.removeItem(key)
  } catch {
    return
  }
}

function inTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
