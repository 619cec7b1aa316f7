import type { Instant } from '@witboek/domain'

/**
 * The server's clock, looked at once a second, for what a component computes from instants (TIMER-1): nobody sends ticks.
 * `first` is shown until the page is there; `offset` is how far (ms) the server is ahead. Every screen changes at once.
 */
export function tickingClock(first: () => Instant, offset: () => number): { readonly now: Instant } {
  let now = $state(first())
  $effect(() => {
    const ahead = offset()
    let timer: ReturnType<typeof setTimeout>
    // The clock is set and not read here: it would be looked at again by each look, without an end on a slow machine.
    const look = () => {
      const seen = (Date.now() + ahead) as Instant
      now = seen
      timer = setTimeout(look, 1_000 - (seen % 1_000))
    }
    look()
    return () => clearTimeout(timer)
  })
  return {
    get now() {
      return now
    },
  }
}
