import type { MeetingAnswer, MeetingNow } from '@witboek/contract'
import { error } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** For whoever leads the meeting. `alone`: nothing of the site stands around it. */
export const load: PageLoad = async ({ fetch, params }) => {
  const path = `/api/meetings/${encodeURIComponent(params.meeting)}`
  const [answer, now] = await Promise.all([
    answerOf<MeetingAnswer>(fetch, path),
    answerOf<MeetingNow>(fetch, `${path}/now`),
  ])
  if (!answer.leads) error(403, { message: 'Your role may not do this', code: 'not-for-your-role' })
  return { alone: true, path, answer, now }
}
