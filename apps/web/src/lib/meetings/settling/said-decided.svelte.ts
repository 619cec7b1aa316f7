import { tick } from 'svelte'

/** What was decided last, in words; the form that was pressed is gone by then, so focus goes to a heading. */
export class SaidDecided {
  words = $state('')
  private readonly heading: string

  /** `heading`: the id of the heading where reading goes on. */
  constructor(heading: string) {
    this.heading = heading
  }

  async say(words: string): Promise<void> {
    this.words = words
    await tick()
    document.getElementById(this.heading)?.focus()
  }
}
