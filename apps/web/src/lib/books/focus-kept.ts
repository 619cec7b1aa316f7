/**
 * What one pressed may go away by it, or by what another does: the focus then goes to the title of the card it was on,
 * or to `otherwise`, and never to nowhere.
 */
export function keepFocus(list: HTMLElement, otherwise: () => HTMLElement | null): () => void {
  let last: { readonly element: Element; readonly card: Element | null } | null = null
  const onfocusin = ({ target }: FocusEvent) => {
    if (target instanceof Element) last = { element: target, card: target.closest('article') }
  }
  const onfocusout = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) last = null
  }
  const watch = new MutationObserver(() => {
    if (!last || last.element.isConnected || document.activeElement !== document.body) return
    const { card } = last
    last = null
    const title = card?.isConnected ? card.querySelector<HTMLElement>('[tabindex="-1"]') : otherwise()
    title?.focus({ preventScroll: true })
  })
  list.addEventListener('focusin', onfocusin)
  list.addEventListener('focusout', onfocusout)
  watch.observe(list, { childList: true, subtree: true })
  return () => {
    list.removeEventListener('focusin', onfocusin)
    list.removeEventListener('focusout', onfocusout)
    watch.disconnect()
  }
}
