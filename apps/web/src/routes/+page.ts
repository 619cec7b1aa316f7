import type { HomeAnswer } from '@witboek/contract'
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
  if (home) return { home, SetUpForm: null }
  const { visit } = await parent()
  const offered = mayHere('dialogue:set-up', visit)
  return { home, SetUpForm: offered ? (await import('#lib/set-up/SetUpForm.svelte')).default : null }
}
