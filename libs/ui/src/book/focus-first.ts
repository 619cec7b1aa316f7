/** In a dialog that asks one thing, typing can start at once: its field takes the focus when the dialog has opened. */
export function focusFirst(field: HTMLInputElement): () => void {
  const later = requestAnimationFrame(() => {
    field.focus()
    field.select()
  })
  return () => cancelAnimationFrame(later)
}
