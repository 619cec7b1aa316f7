import type { errorPage as nlErrorPage, mishaps as nlMishaps } from '../nl/mishaps.ts'

export const mishaps: typeof nlMishaps = {
  surprise: 'That is our fault, not yours. Try again. Does it keep going wrong? Let the municipality know.',
  /** No answer at all came to a command; or there was no line to send it over. */
  noAnswer: 'The server did not answer. It may have worked: have a look, and try again if it did not.',
  noLine: 'There is no connection. Try again in a moment.',
  unreachable: 'The server cannot be reached just now. Try again in a minute.',
}

export const errorPage: typeof nlErrorPage = {
  titles: {
    notFound: 'Not found',
    notAllowed: 'That is not possible here',
    notSignedIn: 'Sign in first',
    noSeat: 'You have no seat here now',
    wrong: 'Something went wrong',
    away: 'Cannot be reached just now',
  },
  noSeatText: 'You have signed in, but you have no seat in this dialogue now. Is that not right? Ask the municipality.',
  reference: 'Do you call about it? Then mention this number:',
  home: 'To all themes',
  again: 'Try again',
}
