/** Something that whoever reads along does themselves, as far as it counts here. */
export interface OwnMove {
  readonly type: 'wheel' | 'touchmove' | 'pointerdown' | 'keydown' | 'focusin'
  readonly key?: string
  /** On the page itself, and on nothing that stands on it: its scroll bar. */
  readonly onPage: boolean
  /** In a text of the book. */
  readonly inText: boolean
  /** In a menu, a dialog or a field: keys do something else there. */
  readonly inField: boolean
}

const scrollKeys = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']

/** Scrolling oneself, by hand, wheel or key, or going into the text, ends following: nobody is pulled away from what they read. */
export function releases({ type, key, onPage, inText, inField }: OwnMove): boolean {
  switch (type) {
    case 'wheel':
    case 'touchmove':
      return true
    case 'pointerdown':
      return onPage
    case 'focusin':
      return inText
    case 'keydown':
      return !inField && key !== undefined && scrollKeys.includes(key)
  }
}

/** An event of the browser, as it counts. */
export function ownMove(event: Event): OwnMove {
  const target = event.target instanceof Element ? event.target : null
  return {
    type: event.type as OwnMove['type'],
    ...(event instanceof KeyboardEvent ? { key: event.key } : {}),
    onPage: target === document.documentElement,
    inText: (target?.closest('[data-section]') ?? null) !== null,
    inField: (target?.closest('input, select, textarea, [role="menu"], [role="dialog"], dialog') ?? null) !== null,
  }
}
