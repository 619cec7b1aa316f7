import type { TextGroup } from '@witboek/i18n'

/** Pages that most people open on a phone: nothing but the doors of the house. */
const light: readonly string[] = [
  '/',
  '/plaats',
  '/aanmelden',
  '/aanmelden/[token]',
  '/thema/[theme]',
  '/toegankelijkheid',
]

/** Which texts a page says beside those of every page: by its route, `null` for one that does not exist. */
export function textGroupsOf(route: string | null): readonly TextGroup[] {
  if (route === null) return []
  // On everybody's phone in a full hall, and on the screen there: nothing but what they say.
  if (route === '/bijeenkomst/[meeting]') return ['live', 'companion']
  if (route === '/scherm/[meeting]') return ['live', 'screen']
  return ['front', 'theme', ...furtherGroupsOf(route)]
}

/** Texts that a page fetches with its parts that come later, once they are needed. */
export function laterTextGroupsOf(route: string | null): readonly TextGroup[] {
  if (route === '/bijeenkomst/[meeting]') return ['voting', 'taking-part']
  return route === '/scherm/[meeting]' ? ['voting', 'theme'] : []
}

function furtherGroupsOf(route: string): readonly TextGroup[] {
  if (light.includes(route)) return []
  if (route === '/thema/[theme]/groenboek') return ['writing']
  if (route === '/bijeenkomst/[meeting]/regie') return ['writing', 'evening', 'live', 'voting', 'leading']
  if (/\/meldingen$/.test(route)) return ['settling']
  if (route === '/bijeenkomst/[meeting]/verslag') return ['live', 'voting', 'minutes']
  if (/^\/bijeenkomst\b/.test(route)) return ['evening', 'live', 'voting']
  if (/^\/(meedoen|wachtkamer)\b|\/bijeenkomsten$/.test(route)) return ['evening']
  return ['desk']
}
