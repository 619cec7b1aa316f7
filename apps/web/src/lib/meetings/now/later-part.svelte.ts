/** How long (ms) until a part that did not arrive is asked for again. */
const again = 3_000

/** A part of a page that comes when it is needed: until it does, the page does without, and keeps asking on a bad line. */
export class LaterPart<Part> {
  part = $state.raw<Part | null>(null)
  readonly #fetch: () => Promise<Part>
  #asked = false

  constructor(fetch: () => Promise<Part>) {
    this.#fetch = fetch
  }

  /** It is needed from now on. */
  async want(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    try {
      this.part = await this.#fetch()
    } catch {
      this.#asked = false
      setTimeout(() => void this.want(), again)
    }
  }
}
