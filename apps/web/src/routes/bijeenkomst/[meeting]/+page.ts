import type { MeetingAnswer, MeetingNow } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const path = `/api/meetings/${encodeURIComponent(params.meeting)}`
  const [answer, now] = await Promise.all([
    answerOf<MeetingAnswer>(fetch, path),
    answerOf<MeetingNow>(fetch, `${path}/now`),
  ])
  return { path, answer, now }
}
