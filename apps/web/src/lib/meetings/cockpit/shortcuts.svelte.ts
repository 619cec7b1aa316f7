/** What can be done with one key; the letters are the same in both languages. */
export const shortcuts = {
  next: 'n',
  hold: 'w',
  end: 'k',
  item: 'a',
  timer: ' ',
  minute: '+',
  announce: 'm',
  question: 'v',
  undo: 'z',
  list: '?',
} as const

export type Shortcut = keyof typeof shortcuts
type ShortcutActs = { readonly [S in Shortcut]: () => void }

const kept = 'cockpit-shortcuts'

/** Keys that do something by themselves; they can be turned off, for good on this device (WCAG 2.1.4). */
export class Shortcuts {
  on = $state(true)

  /** To be called when the page is there; answers how to stop. */
  start(acts: ShortcutActs): () => void {
    this.on = read() !== 'off'
    const listen = (event: KeyboardEvent) => {
      const shortcut = this.on ? shortcutOf(event) : null
      if (!shortcut) return
      event.preventDefault()
      acts[shortcut]()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }

  turn(on: boolean): void {
    this.on = on
    try {
      localStorage.setItem(kept, on ? 'on' : 'off')
    } catch {
      // A private window keeps nothing: then it is for this page only.
    }
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(kept)
  } catch {
    return null
  }
}

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'defaultPrevented'>

/** What a key means here; `null`: it is for the field one types in, for a dialog or a menu, or for nobody. */
function shortcutOf(event: Pressed): Shortcut | null {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null
  const key = event.key.toLowerCase()
  const shortcut = (Object.keys(shortcuts) as Shortcut[]).find((name) => shortcuts[name] === key)
  if (!shortcut || !(event.target instanceof Element)) return null
  if (event.target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return null
  if (event.target.closest(typedIn)) return null
  // The space bar presses what has the focus.
  return shortcut === 'timer' && event.target.closest(pressed) ? null : shortcut
}

const typedIn = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])'
const pressed = 'button, a, summary, label, input, [role="switch"]'
