import { ownNotesPath, type OwnNotesAnswer } from '@witboek/contract'
import { fetchAnswer } from '#lib/books/fetch-answer.ts'
import { send } from '#lib/send.ts'

/** So long (ms) after the last letter they are kept, and so long after a try that failed it is tried again. */
const pause = { typing: 1_000, again: 5_000 }

/** Somebody's own notes at a meeting: kept by themselves while one types, and never lost to another device. */
export class OwnNotes {
  text = $state('')
  state: 'loading' | 'clean' | 'changed' | 'saving' | 'not-saved' | 'elsewhere' = $state('loading')
  /** When they were last kept; `null`: not on this page yet. */
  savedAt: number | null = $state(null)
  readonly #path: string
  #version = 0
  /** What stands on the server instead, once somebody changed it on another device. */
  #other: OwnNotesAnswer | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(meeting: string) {
    this.#path = ownNotesPath(meeting)
  }

  /** To be called when the page is there; answers how to stop, which keeps what was typed last. */
  start(): () => void {
    void this.#load()
    const leave = () => document.visibilityState === 'hidden' && void this.keep()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      clearTimeout(this.#timer)
      void this.keep()
    }
  }

  type(text: string): void {
    this.text = text
    if (this.state === 'elsewhere') return
    this.state = 'changed'
    this.#later(pause.typing)
  }

  async keep(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.state !== 'changed' && this.state !== 'not-saved') return
    const { text } = this
    this.state = 'saving'
    const sent = await send<OwnNotesAnswer>(this.#path, { text, version: this.#version })
    if (sent.ok) {
      this.#version = sent.value.version
      this.savedAt = Date.now()
      this.state = 'clean'
      if (this.text !== text) this.type(this.text)
      return
    }
    if (typeof sent.failure === 'object' && sent.failure.problem === 'notes-changed') return this.#lookElsewhere()
    this.state = 'not-saved'
    this.#later(pause.again)
  }

  /** `theirs`: the text of the other device instead of the one here. */
  choose(theirs: boolean): void {
    const other = this.#other
    if (!other) return
    this.#version = other.version
    this.#other = null
    if (theirs) [this.text, this.state] = [other.text, 'clean']
    else {
      this.state = 'changed'
      void this.keep()
    }
  }

  async #load(): Promise<void> {
    const answer = await fetchAnswer<OwnNotesAnswer>(this.#path)
    if (!answer) {
      this.#timer = setTimeout(() => void this.#load(), pause.again)
      return
    }
    ;[this.text, this.#version, this.state] = [answer.text, answer.version, 'clean']
  }

  async #lookElsewhere(): Promise<void> {
    this.#other = await fetchAnswer<OwnNotesAnswer>(this.#path)
    this.state = this.#other ? 'elsewhere' : 'not-saved'
    if (!this.#other) this.#later(pause.again)
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keep(), ms)
  }
}
