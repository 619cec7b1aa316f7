import type { MeetingAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const path = `/api/meetings/${encodeURIComponent(params.meeting)}`
  return { path, answer: await answerOf<MeetingAnswer>(fetch, path) }
}
