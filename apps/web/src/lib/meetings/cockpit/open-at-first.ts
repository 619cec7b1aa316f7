/** A fold that is open to begin with. From then on it is as its reader leaves it, whatever changes inside. */
export const openAtFirst = (fold: HTMLDetailsElement): void => {
  fold.open = true
}
