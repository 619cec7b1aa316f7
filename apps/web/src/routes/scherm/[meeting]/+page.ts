import type { ScreenAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** `alone`: nothing of the site stands around it. */
export const load: PageLoad = async ({ fetch, params }) => {
  const path = `/api/screens/${encodeURIComponent(params.meeting)}`
  return { alone: true, path, answer: await answerOf<ScreenAnswer>(fetch, path) }
}
