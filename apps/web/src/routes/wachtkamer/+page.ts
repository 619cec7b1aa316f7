import type { LobbyAnswer } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** Whoever has not signed in waits for nothing, and is told so. */
export const load: PageLoad = async ({ fetch, url }) => ({
  lobby: await answerOf<LobbyAnswer>(fetch, '/api/lobby').catch((cause: unknown) => {
    if (isHttpError(cause, 401)) return null
    throw cause
  }),
  mailed: url.searchParams.get('mail') === 'verstuurd',
  /** With this they say that they are in the hall, where they read its code; `null`: they did not. */
  hallCode: url.searchParams.get('zaal'),
  address: url.searchParams.get('adres'),
})
