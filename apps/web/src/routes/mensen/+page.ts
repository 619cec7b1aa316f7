import type { PeopleAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import { filterIn } from '#lib/people/filter-people.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, url }) => ({
  answer: await answerOf<PeopleAnswer>(fetch, '/api/people'),
  filter: filterIn(url.searchParams),
})
