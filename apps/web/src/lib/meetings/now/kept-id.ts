/**
 * An id for something that a command adds. It stays the same until an answer came, so that a retry adds nothing twice; after
 * that the next thing gets one of its own.
 */
export class KeptId<Id extends string> {
  #id: Id | null = null

  /** Of what is being added. */
  current(): Id {
    return (this.#id ??= newId() as Id)
  }

  /** It was added. */
  used(): void {
    this.#id = null
  }
}

/** An id that nobody guesses. Browsers make UUIDs only for pages that came over TLS or from this machine. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
