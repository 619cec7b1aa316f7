import type { MeetingAnswer, MeetingNow, ScreenAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** `alone`: nothing of the site stands around it. */
export const load: PageLoad = async ({ fetch, params }) => {
  const id = encodeURIComponent(params.meeting)
  const path = `/api/screens/${id}`
  const [answer, now, { theme }] = await Promise.all([
    answerOf<ScreenAnswer>(fetch, path),
    answerOf<MeetingNow>(fetch, `/api/meetings/${id}/now`),
    answerOf<MeetingAnswer>(fetch, `/api/meetings/${id}`),
  ])
  return { alone: true, path, answer, now, theme: theme?.slug ?? null }
}
