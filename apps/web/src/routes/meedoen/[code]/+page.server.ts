import type { PageServerLoad } from './$types'

/** Every form has a number of its own: sent twice, because an answer was lost, it is one guest. */
export const load: PageServerLoad = () => ({ form: crypto.randomUUID() })
