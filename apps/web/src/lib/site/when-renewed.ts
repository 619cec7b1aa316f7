import { updated } from '$app/state'

/**
 * Tells when a part of this page did not come because the server has a newer version of it: it never will, until the page is
 * loaded anew. A part that a bad line keeps away comes by itself later.
 * @returns what ends it
 */
export function whenRenewed(tell: () => void): () => void {
  const look = () =>
    void updated.check().then(
      (renewed) => renewed && tell(),
      () => undefined,
    )
  addEventListener('vite:preloadError', look)
  return () => removeEventListener('vite:preloadError', look)
}
