/**
 * Keeps something that is fixed to the bottom of a phone above its keyboard: tells the stylesheet how much of the page
 * the keyboard covers, in `--above-keyboard`.
 */
export function aboveKeyboard(element: HTMLElement): (() => void) | undefined {
  const view = window.visualViewport
  if (!view) return undefined
  const place = () => {
    const covered = Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop))
    element.style.setProperty('--above-keyboard', `${view.scale === 1 ? covered : 0}px`)
  }
  place()
  view.addEventListener('resize', place)
  view.addEventListener('scroll', place)
  return () => {
    view.removeEventListener('resize', place)
    view.removeEventListener('scroll', place)
  }
}
