import type { HomeAnswer, InvitationsAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** For the dialogue as a whole, with the themes that have a page of their own. */
export const load: PageLoad = async ({ fetch }) => {
  const answer = await answerOf<InvitationsAnswer>(fetch, '/api/invitations?theme=none')
  const home = await answerOf<HomeAnswer>(fetch, '/api/home')
  return { answer, themes: home.themes.map(({ theme }) => ({ slug: theme.slug, name: theme.name })) }
}
