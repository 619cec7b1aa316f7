/** Longer (ms) than a dialog that closes takes to give the focus back, and than a page that knows a better place waits for that. */
const settled = 200

/** Around what opened the dialog that is open, from near to far. */
let around: readonly Element[] = []

/** To be called while that still has the focus. What was pressed in a dialog or a menu was opened from elsewhere. */
export function rememberAround(): void {
  const { activeElement } = document
  if (activeElement?.closest('[role="dialog"]')) return
  const label = activeElement?.closest('[role="menu"]')?.getAttribute('aria-label')
  const opener = label ? document.querySelector(`.menu-button[aria-label="${CSS.escape(label)}"]`) : activeElement
  around = []
  for (let each = opener; each; each = each.parentElement) around = [...around, each]
}

/** What opened a dialog may be gone by what was done there: one goes on from the title of the part that it was in. */
export function focusAround(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return
    const titles = around.filter(({ isConnected }) => isConnected).map((part) => part.querySelector('[tabindex="-1"]'))
    const title = titles.find((title) => title !== null)
    if (!(title instanceof HTMLElement)) return
    title.focus({ preventScroll: true })
    title.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, settled)
}
