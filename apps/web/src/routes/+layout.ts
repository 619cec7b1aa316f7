import type { VisitAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { LayoutLoad } from './$types'

const nobody: VisitAnswer = { actor: null, person: null, example: false, dialogue: null }

/** The frame must stand even when the server behind it does not answer: the page itself then says what is wrong. */
export const load: LayoutLoad = async ({ fetch, data }) => ({
  ...data,
  visit: await answerOf<VisitAnswer>(fetch, '/api/visit').catch(() => nobody),
})
