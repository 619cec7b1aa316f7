/** What can be filled in. */
const field = 'form :is(input:not([type="hidden"]), select, textarea):enabled'

/**
 * A dialog with a form begins where one fills it in; one that only asks, at the button that leaves everything as it is
 * (`data-keeps`). Answers false when it has neither.
 */
export function focusStart(dialog: HTMLElement): boolean {
  const first = dialog.querySelector<HTMLElement>(field) ?? dialog.querySelector<HTMLElement>('[data-keeps]')
  if (!first) return false
  // A button can be pressed, and have the focus, once it has come to life: that is after the dialog is there.
  requestAnimationFrame(() => {
    // A dialog may know a better place by itself.
    if (!dialog.contains(document.activeElement)) focusIn(chosenOfGroup(first, dialog))
  })
  return true
}

function focusIn(start: HTMLElement): void {
  start.focus()
  if (start instanceof HTMLTextAreaElement || start instanceof HTMLInputElement) start.select()
}

/** A key goes into a group of choices where something is chosen. */
function chosenOfGroup(first: HTMLElement, dialog: HTMLElement): HTMLElement {
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first
  return dialog.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first
}
