import type { RecordAnswer, RecordCheck } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import { askedIn, checkName, questionFor } from '#lib/record/asked.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, url }) => {
  const asked = askedIn(url.searchParams)
  const answer = await answerOf<RecordAnswer>(fetch, questionFor(asked))
  const checked = url.searchParams.has(checkName)
    ? await answerOf<RecordCheck | null>(fetch, `/api/record/check?chain=${asked.chain}`)
    : answer.checked
  return { asked, answer, checked }
}
