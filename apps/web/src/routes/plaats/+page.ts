import type { SeatsAnswer } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import { localPath } from '@witboek/contract'
import type { PageLoad } from './$types'

/** Outside the example there is no such list: then the page tells how one gets a seat. */
export const load: PageLoad = async ({ fetch, url }) => ({
  seats: await answerOf<SeatsAnswer>(fetch, '/api/example/seats').then(
    (answer) => answer.seats,
    (cause: unknown) => {
      if (isHttpError(cause, 404)) return null
      throw cause
    },
  ),
  next: localPath(url.searchParams.get('naar')),
})
