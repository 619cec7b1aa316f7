import { textsIn, type Locale } from '@witboek/i18n'
import { problemWords } from '#lib/books/problem-words.ts'

interface ErrorWords {
  readonly title: string
  /** What is wrong, and what one can do. */
  readonly text: string
  /** What to offer first. */
  readonly way: 'home' | 'again' | 'sign-in'
}

/**
 * What the error page says, in the reader's language; a code that is not ours is told by its status alone. Who has signed in
 * and holds no seat is asked for neither.
 */
export function errorWords(
  status: number,
  code: string | undefined,
  { locale, signedIn }: { readonly locale: Locale; readonly signedIn: boolean },
): ErrorWords {
  const { errorPage } = textsIn(locale)
  const text = problemWords(knownCode(status, code), locale)
  if (status === 401 && signedIn) return { title: errorPage.titles.noSeat, text: errorPage.noSeatText, way: 'home' }
  if (status === 401) return { title: errorPage.titles.notSignedIn, text, way: 'sign-in' }
  if (status === 403) return { title: errorPage.titles.notAllowed, text, way: 'home' }
  if (status === 404) return { title: errorPage.titles.notFound, text, way: 'home' }
  if (status === 502 || status === 503 || status === 504) return { title: errorPage.titles.away, text, way: 'again' }
  return { title: errorPage.titles.wrong, text, way: 'again' }
}

function knownCode(status: number, code: string | undefined): string {
  if (code === 'unreachable' || [502, 503, 504].includes(status)) return 'unreachable'
  if (code !== undefined) return code
  return status === 404 ? 'not-found' : 'surprise'
}
