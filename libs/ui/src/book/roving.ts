/** One tab stop for a row of buttons: arrows, Home and End walk through it (the toolbar pattern of ARIA). */
export function roving(row: HTMLElement): () => void {
  const buttons = () => [...row.querySelectorAll<HTMLButtonElement>('button')]

  const stop = (at: HTMLButtonElement | undefined) => {
    for (const button of buttons()) button.tabIndex = button === at ? 0 : -1
  }
  const onfocus = (event: FocusEvent) => {
    if (event.target instanceof HTMLButtonElement) stop(event.target)
  }
  const onkey = (event: KeyboardEvent) => {
    const all = buttons()
    const here = all.indexOf(document.activeElement as HTMLButtonElement)
    const next = nextPlace(event.key, here, all.length)
    if (here < 0 || next === null) return
    event.preventDefault()
    all[next]?.focus()
  }
  // Buttons come and go with the caret: there is always exactly one tab stop.
  const watch = new MutationObserver(() => {
    if (!buttons().some((button) => button.tabIndex === 0)) stop(buttons()[0])
    else stop(buttons().find((button) => button.tabIndex === 0))
  })

  stop(buttons()[0])
  row.addEventListener('focusin', onfocus)
  row.addEventListener('keydown', onkey)
  watch.observe(row, { childList: true })
  return () => {
    row.removeEventListener('focusin', onfocus)
    row.removeEventListener('keydown', onkey)
    watch.disconnect()
  }
}

/** Where a key leads to in a row of `count`; `null`: nowhere. */
export function nextPlace(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (here + 1) % count
    case 'ArrowLeft':
      return (here - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
