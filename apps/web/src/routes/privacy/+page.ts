import type { PrivacyAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({ privacy: await answerOf<PrivacyAnswer>(fetch, '/api/privacy') })
