/**
 * Tells which section is under the reader's eyes while scrolling: the last one whose top has passed the upper third of
 * the window. Looks again when the window scrolls or the sections change; answers the way to stop.
 */
export function watchReading(list: HTMLElement, onread: (section: string | null) => void): () => void {
  let asked = 0
  const look = () => {
    asked = 0
    const sections = [...list.querySelectorAll<HTMLElement>('[data-section]')]
    const line = window.innerHeight / 3
    const passed = sections.filter((section) => section.getBoundingClientRect().top <= line)
    onread((passed.at(-1) ?? sections[0])?.id ?? null)
  }
  const ask = () => (asked ||= requestAnimationFrame(look))
  const resized = new ResizeObserver(ask)
  resized.observe(list)
  window.addEventListener('scroll', ask, { passive: true })
  ask()
  return () => {
    cancelAnimationFrame(asked)
    resized.disconnect()
    window.removeEventListener('scroll', ask)
  }
}
