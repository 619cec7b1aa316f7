/** When the first, second, third … of something was (ms). */
export class Times {
  private times = new Float64Array(64)

  set(number: number, at: number): void {
    if (number >= this.times.length) {
      const more = new Float64Array(2 * number)
      more.set(this.times)
      this.times = more
    }
    this.times[number] = at
  }

  /** `undefined` when nothing is known of it. */
  get(number: number): number | undefined {
    return this.times[number] || undefined
  }
}
