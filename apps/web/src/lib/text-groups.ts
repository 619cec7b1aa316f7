import type { TextGroup } from '@witboek/i18n'

/**
 * Pages that most people open on a phone, and the screen in the hall: nothing but what they say. Why the server says no comes
 * there with the first no (`fetchProblemWords`).
 */
const light: Readonly<Record<string, readonly TextGroup[]>> = {
  '/': ['front'],
  '/thema/[theme]': ['front', 'theme'],
  '/plaats': ['coming-in'],
  '/aanmelden': ['coming-in'],
  '/aanmelden/[token]': ['coming-in'],
  '/toegankelijkheid': ['coming-in'],
  '/meedoen': ['joining'],
  '/meedoen/[code]': ['joining', 'consent'],
  '/meedoen/adres/[token]': ['joining'],
  '/wachtkamer': ['joining'],
  '/bijeenkomst/[meeting]': ['live', 'companion'],
  '/scherm/[meeting]': ['live', 'screen'],
}

/** Pages for more room and more time. */
const further: Readonly<Record<string, readonly TextGroup[]>> = {
  '/bijeenkomst/[meeting]/regie': ['writing', 'evening', 'live', 'voting', 'leading'],
  '/bijeenkomst/[meeting]/verslag': ['front', 'live', 'voting', 'minutes'],
  '/bijeenkomst/[meeting]/meldingen': ['settling'],
  '/meldingen': ['settling'],
  '/bijeenkomsten': ['evening'],
  '/thema/[theme]/bijeenkomsten': ['evening'],
  '/thema/[theme]/groenboek': ['front', 'theme', 'writing'],
  '/mijn': ['coming-in', 'desk'],
  '/uitnodiging/[token]': ['consent', 'desk'],
  '/vastlegging': ['front', 'desk'],
}

/** Which texts a page says beside those of every page: by its route, `null` for one that does not exist. */
export const textGroupsOf = (route: string | null): readonly TextGroup[] =>
  light[route ?? ''] ?? ['problems', ...(route === null ? [] : (further[route] ?? ['desk']))]

/** Texts that a page fetches with its parts that come later, once they are needed. */
export function laterTextGroupsOf(route: string | null): readonly TextGroup[] {
  if (route === '/bijeenkomst/[meeting]') return ['voting', 'taking-part']
  return route === '/scherm/[meeting]' ? ['voting', 'theme'] : []
}
