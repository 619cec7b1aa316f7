import { onMount } from 'svelte'

/** A press before the page's script is there would get lost: what only works with it waits until `ready`. */
export class Hydration {
  ready = $state(false)

  /** Made by a component, while it is set up. */
  constructor() {
    onMount(() => {
      this.ready = true
    })
  }
}
