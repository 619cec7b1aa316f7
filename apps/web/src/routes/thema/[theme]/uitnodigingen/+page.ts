import type { InvitationsAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => ({
  answer: await answerOf<InvitationsAnswer>(fetch, `/api/invitations?theme=${encodeURIComponent(params.theme)}`),
})
