import type { HomeAnswer, ReportsAnswer } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import { mayHere } from '#lib/may-here.ts'
import type { PageLoad } from './$types'

/** An empty house is no error: the page says what to do, and its administrator gets the form for it. */
export const load: PageLoad = async ({ fetch, parent }) => {
  const home = await answerOf<HomeAnswer>(fetch, '/api/home').catch((cause: unknown) => {
    if (isHttpError(cause) && cause.body.code === 'dialogue-not-found') return null
    throw cause
  })
  const { visit } = await parent()
  if (home) return { home, SetUpForm: null, waiting: mayHere('meeting:settle', visit) ? await waitingIn(fetch) : null }
  const offered = mayHere('dialogue:set-up', visit)
  const SetUpForm = offered ? (await import('#lib/set-up/SetUpForm.svelte')).default : null
  return { home, SetUpForm, waiting: null }
}

/** How much waits for the lead; the page is there without it too. */
const waitingIn = (fetch: typeof globalThis.fetch): Promise<number | null> =>
  answerOf<ReportsAnswer>(fetch, '/api/reports').then(
    ({ waiting }) => waiting,
    () => null,
  )
