/** About a third of a second: by then a slow machine has put a menu in its place. */
const frames = 20

/** A menu that was opened with a key begins at its first item, also when the items can take the focus only later. */
export function focusFirstItem(menu: HTMLElement): () => void {
  let left = frames
  let next = requestAnimationFrame(tryOnce)

  function tryOnce(): void {
    const focused = document.activeElement
    if (focused !== menu && menu.contains(focused)) return
    if (focused === menu) menu.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus()
    left -= 1
    if (left > 0) next = requestAnimationFrame(tryOnce)
  }
  return () => cancelAnimationFrame(next)
}
