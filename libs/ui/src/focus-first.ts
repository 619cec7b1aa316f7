/** A dialog that asks one thing begins there: that takes the focus when it has opened, and not the cross that closes. */
export function focusFirst(element: HTMLElement): () => void {
  const later = requestAnimationFrame(() => {
    element.focus()
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select()
  })
  return () => cancelAnimationFrame(later)
}
