import type { errorPage as nlErrorPage, problems as nl } from '../nl/problems.ts'

export const problems: typeof nl = {
  'not-signed-in': 'Take a seat first. Then you can go on.',
  'not-for-your-role':
    'Your seat cannot do that. Experts write in their own theme; the Chef decides on the shape of the book.',
  'not-your-theme-group': 'This belongs to another theme group. You can read it.',
  'book-not-yet-readable':
    'This book is still being written. College and Council read it from the review of the green books on.',
  'book-closed-for-writing': 'This book is not being written now.',
  'book-not-found': 'There is no such book. Perhaps the address is not right.',
  'theme-not-found': 'There is no such theme. Perhaps the address is not right.',
  'dialogue-not-found': 'No dialogue has been set up here yet.',
  'seat-not-found': 'There is no such seat in the example. Choose another one.',
  'section-not-found': 'This section is no longer there. Reload the page.',
  'section-removed': 'The Chef has removed this section. Its text has been kept.',
  'section-not-removed': 'This section is in the book already.',
  'heading-empty': 'Give the section a heading.',
  'heading-too-long': 'The heading is too long. Keep it under 120 characters.',
  'too-many-sections': 'The book has as many sections as it can hold. Remove one first.',
  'last-section': 'A book always keeps one section.',
  'not-understood': 'The server did not understand the message. Reload the page and try again.',
  'foreign-origin': 'This request came from another site and was refused.',
  'not-found': 'There is nothing at this address.',
  'too-large': 'This is too large to send at once. Make it smaller.',
  surprise: 'That is our fault, not yours. Try again. Does it keep going wrong? Let the municipality know.',
  unreachable: 'The server cannot be reached just now. Try again in a minute.',
}

export const errorPage: typeof nlErrorPage = {
  titles: {
    notFound: 'Not found',
    notAllowed: 'That is not possible here',
    notSignedIn: 'Take a seat first',
    wrong: 'Something went wrong',
    away: 'Cannot be reached just now',
  },
  reference: 'Do you call about it? Then mention this number:',
  home: 'To all themes',
  again: 'Try again',
}
