import type { HomeAnswer } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** An empty house is no error: the page says what to do. */
export const load: PageLoad = async ({ fetch }) => ({
  home: await answerOf<HomeAnswer>(fetch, '/api/home').catch((cause: unknown) => {
    if (isHttpError(cause) && cause.body.code === 'dialogue-not-found') return null
    throw cause
  }),
})
