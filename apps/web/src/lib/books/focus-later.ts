/** After what changed has come in, and a dialog has given back the focus it took. */
export const focusLater = (selector: string): void =>
  void setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), 100)
