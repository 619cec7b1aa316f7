import type { BookAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => ({
  answer: await answerOf<BookAnswer>(fetch, `/api/themes/${encodeURIComponent(params.theme)}/books/green`),
})
