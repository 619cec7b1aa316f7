/** A sentence with a number, so that the same sentence said twice is heard twice. */
interface Said {
  readonly nth: number
  readonly words: string
}

/** What the page says aloud: `calm` waits its turn, `urgent` interrupts and is only for the section one is in. */
export class PageNews {
  calm = $state.raw<Said>({ nth: 0, words: '' })
  urgent = $state.raw<Said>({ nth: 0, words: '' })

  say(words: string): void {
    if (words) this.calm = { nth: this.calm.nth + 1, words }
  }

  sayNow(words: string): void {
    if (words) this.urgent = { nth: this.urgent.nth + 1, words }
  }
}
