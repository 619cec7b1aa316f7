import { minutesPath, parityPath, type MeetingAnswer, type MinutesAnswer, type ParityAnswer } from '@witboek/contract'
import type { MeetingId } from '@witboek/domain'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** `answer: null`: they are not complete yet, and whoever asks reads them then. */
export const load: PageLoad = async ({ fetch, params }) => {
  const id = params.meeting as MeetingId
  try {
    const answer = await answerOf<MinutesAnswer>(fetch, minutesPath(id))
    return { answer, parity: await answerOf<ParityAnswer>(fetch, parityPath(id)), meeting: null }
  } catch (cause) {
    if (!isHttpError(cause) || cause.body.code !== 'meeting-not-minuted') throw cause
    const { meeting } = await answerOf<MeetingAnswer>(fetch, `/api/meetings/${encodeURIComponent(id)}`)
    return { answer: null, parity: null, meeting }
  }
}
