import type { ThemeMeetingsAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => ({
  answer: await answerOf<ThemeMeetingsAnswer>(fetch, `/api/themes/${encodeURIComponent(params.theme)}/meetings`),
})
