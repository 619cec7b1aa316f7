import { fetchTexts, isLocale } from '@witboek/i18n'
import { fetchProblemWords } from '#lib/books/problem-words.ts'
import { surpriseLine } from '#lib/site/surprise-line.ts'
import type { ClientInit, HandleClientError } from '@sveltejs/kit/hooks'

/** Before anything is said: the texts of the language this page is in, and of no other. Another language is another page. */
export const init: ClientInit = async () => {
  const { lang } = document.documentElement
  await fetchTexts(isLocale(lang) ? lang : 'nl', [])
  // The server sent a page that says what is wrong: it goes on saying so here.
  if (document.querySelector('[data-problem]')) await fetchProblemWords()
}

/** A part of a page that does not arrive on the way is a line that is away, not a fault of ours. */
export const handleError: HandleClientError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  const away = !navigator.onLine || (error instanceof TypeError && /fetch|import|load/i.test(error.message))
  if (away) return { status: 503, message: 'The server could not be reached', code: 'unreachable' }
  console.error(surpriseLine(error, event.route.id))
  return { message: 'Something went wrong on this page', code: 'surprise' }
}
