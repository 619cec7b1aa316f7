/** Longer (ms) than a dialog that closes takes to give the focus back. */
const settled = 150

/** What one pressed is gone with the whole part it was in: one goes on from here, and not from nowhere. Answers how to stop. */
export function focusIfLost(here: () => HTMLElement | null | undefined): () => void {
  const later = setTimeout(() => {
    const place = document.activeElement === document.body ? here() : null
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, settled)
  return () => clearTimeout(later)
}
