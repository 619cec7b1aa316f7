import type { LayoutServerLoad } from './$types'

/** What only the server reads from the cookies. */
export const load: LayoutServerLoad = ({ locals }) => ({ locale: locals.locale, appearance: locals.appearance })
