import type { Component } from 'svelte'

/** One thing to choose in a menu. */
export interface MenuItem {
  readonly label: string
  /** A lucide icon; it stands before the words, never instead of them. */
  readonly icon?: Component<{ size: number; 'aria-hidden': 'true' }>
  readonly disabled?: boolean
  readonly onselect: () => void
}
