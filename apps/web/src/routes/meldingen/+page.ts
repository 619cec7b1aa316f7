import type { ReportsAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({ answer: await answerOf<ReportsAnswer>(fetch, '/api/reports') })
