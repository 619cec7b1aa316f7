import type { VisitAnswer } from '@witboek/contract'
import { fetchTexts } from '@witboek/i18n'
import { answerOf } from '#lib/api.ts'
import { preferencesOf } from '#lib/preferences.ts'
import { textGroupsOf } from '#lib/text-groups.ts'
import type { LayoutLoad } from './$types'

const nobody: VisitAnswer = { actor: null, person: null, may: [], example: false, dialogue: null }

/** The frame must stand even when the server behind it does not answer: the page itself then says what is wrong. */
export const load: LayoutLoad = async ({ fetch, route }) => {
  const preferences = await preferencesOf(fetch)
  const [visit] = await Promise.all([
    answerOf<VisitAnswer>(fetch, '/api/visit').catch(() => nobody),
    fetchTexts(preferences.locale, textGroupsOf(route.id)),
  ])
  return { ...preferences, visit }
}
