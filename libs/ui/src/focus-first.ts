/** What comes in the place of something else on a page or in a dialog takes the focus when it is there. */
export function focusFirst(element: HTMLElement): () => void {
  const later = requestAnimationFrame(() => {
    element.focus()
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select()
  })
  return () => cancelAnimationFrame(later)
}
