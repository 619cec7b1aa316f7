/** What somebody is typing: it stays in the tab until it was sent, also when the page is opened again. */
export class KeptText {
  #text = $state('')
  readonly #key: string

  constructor(key: string) {
    this.#key = key
  }

  get text(): string {
    return this.#text
  }

  set text(text: string) {
    this.#text = text
    try {
      if (text === '') sessionStorage.removeItem(this.#key)
      else sessionStorage.setItem(this.#key, text)
    } catch {
      // A tab may refuse to keep anything: then it is only in the page.
    }
  }

  /** What was left here before. To be called in the browser. */
  restore(): void {
    try {
      this.#text = sessionStorage.getItem(this.#key) ?? this.#text
    } catch {
      return
    }
  }
}
