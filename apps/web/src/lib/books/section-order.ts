/**
 * Puts the parts of the page in a new order without touching the one somebody is typing in: that one stays where it is in
 * the DOM and the others move around it. So focus, caret, selection and a half-composed character survive, which no
 * restoring afterwards can promise.
 */
export function arrange(container: HTMLElement, order: readonly HTMLElement[], keep: HTMLElement | null): void {
  const at = keep ? order.indexOf(keep) : -1
  const before = at < 0 ? order : order.slice(0, at)
  const after = at < 0 ? [] : order.slice(at + 1)
  const still = at < 0 ? null : keep
  let next: ChildNode | null = still
  for (const part of before.toReversed()) next = placeBefore(container, part, next)
  let previous: ChildNode | null = still
  for (const part of after) {
    const behind: ChildNode | null = previous ? previous.nextSibling : container.firstChild
    if (part !== behind) container.insertBefore(part, behind)
    previous = part
  }
}

/** `next: null` is the end of the list of parts. Nothing is moved that already stands right. */
function placeBefore(container: HTMLElement, part: HTMLElement, next: ChildNode | null): HTMLElement {
  const behind = next ?? afterLast(container)
  if (part.nextSibling !== behind) container.insertBefore(part, behind)
  return part
}

/** Svelte keeps its own marker at the end of the list; parts stay in front of it. */
const afterLast = (container: HTMLElement): ChildNode | null => container.lastElementChild?.nextSibling ?? null

/** Where the reader's eyes are: the part with the focus, or else the first one in view. */
export function partInView(container: HTMLElement): HTMLElement | null {
  const parts = [...container.children].filter((part) => part instanceof HTMLElement)
  const focused = parts.find((part) => part.contains(document.activeElement))
  return focused ?? parts.find((part) => part.getBoundingClientRect().bottom > 120) ?? null
}

/** Scrolls by as much as `part` has moved since its top was at `top`: what one reads stays under one's eyes. */
export function stayAt(part: HTMLElement, top: number): void {
  const moved = part.getBoundingClientRect().top - top
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
}
