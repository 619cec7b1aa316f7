import { joinCode } from '@witboek/domain'
import { redirect } from '@sveltejs/kit'
import type { PageLoad } from './$types'

/** The code that was typed leads to its own page; what cannot be one stays here. */
export const load: PageLoad = ({ url }) => {
  const typed = url.searchParams.get('code') ?? ''
  const code = joinCode(typed)
  if (code) redirect(303, `/meedoen/${code}`)
  return { typed: typed.slice(0, 40) }
}
