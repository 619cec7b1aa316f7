import type { MeetingAnswer, MeetingNow } from '@witboek/contract'
import { error } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import { mayHere } from '#lib/may-here.ts'
import type { PageLoad } from './$types'

/** For the auditor. Opening it asks for nobody's name: that is a look, and a look stands on the record (POLL-19). */
export const load: PageLoad = async ({ fetch, params, parent }) => {
  const path = `/api/meetings/${encodeURIComponent(params.meeting)}`
  const [{ visit }, answer, now] = await Promise.all([
    parent(),
    answerOf<MeetingAnswer>(fetch, path),
    answerOf<MeetingNow>(fetch, `${path}/now`),
  ])
  if (!mayHere('poll:audit', visit)) error(403, { message: 'Your role may not do this', code: 'not-for-your-role' })
  return { path, answer, now }
}
