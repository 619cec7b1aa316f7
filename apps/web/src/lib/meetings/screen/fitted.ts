import type { Attachment } from 'svelte/attachments'

const most = 1
/** Smaller is not read from the last row: then it is cut off. */
const least = 0.4
const step = 0.05

/**
 * Everything in it as large as it can be while all of it is seen: sets `--fit`, by which the sizes in it are multiplied.
 * Looks again when what is shown changes, or the screen does.
 */
export const fitted: Attachment<HTMLElement> = (node) => {
  let asked = 0
  const overflows = () => node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth
  const fit = () => {
    for (let size = most; size >= least; size -= step) {
      node.style.setProperty('--fit', size.toFixed(2))
      if (!overflows()) return
    }
  }
  const ask = () => {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(fit)
  }
  const changes = new MutationObserver(ask)
  changes.observe(node, { childList: true, characterData: true, subtree: true })
  const sizes = new ResizeObserver(ask)
  sizes.observe(node)
  void document.fonts.ready.then(ask)
  return () => {
    cancelAnimationFrame(asked)
    changes.disconnect()
    sizes.disconnect()
  }
}
