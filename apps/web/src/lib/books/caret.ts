import { initials } from '@witboek/ui/book/initials.ts'
import { personColour } from '@witboek/ui/book/person-colour.ts'

/** Who holds a caret: the server puts this in place from the login, whatever the other page said. */
type CaretUser = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Somebody else's caret. Its name is drawn by CSS and hidden from assistive technology: inside a text box it would be
 * read aloud in the middle of a sentence.
 */
export function drawCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'other-caret'
  caret.ariaHidden = 'true'
  caret.dataset['personColour'] = String(personColour(text(user['id'])))
  caret.dataset['name'] = text(user['name'])
  caret.dataset['initials'] = initials(text(user['name']))
  return caret
}

export const drawSelection = (user: CaretUser) => ({
  class: 'other-selection',
  'data-person-colour': String(personColour(text(user['id']))),
})
