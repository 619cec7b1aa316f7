import type { Locale } from '../locale.ts'
import type { Texts } from '../nl.ts'
import type { TextGroup } from './groups.ts'

type Fetch = () => Promise<{ readonly texts: Partial<Texts> }>

const sources: { readonly [L in Locale]: { readonly [Group in TextGroup | 'common']: Fetch } } = {
  nl: {
    common: () => import('../nl/groups/common.ts'),
    problems: () => import('../nl/groups/problems.ts'),
    front: () => import('../nl/groups/front.ts'),
    'coming-in': () => import('../nl/groups/coming-in.ts'),
    consent: () => import('../nl/groups/consent.ts'),
    theme: () => import('../nl/groups/theme.ts'),
    writing: () => import('../nl/groups/writing.ts'),
    evening: () => import('../nl/groups/evening.ts'),
    joining: () => import('../nl/groups/joining.ts'),
    live: () => import('../nl/groups/live.ts'),
    voting: () => import('../nl/groups/voting.ts'),
    'taking-part': () => import('../nl/groups/taking-part.ts'),
    companion: () => import('../nl/groups/companion.ts'),
    screen: () => import('../nl/groups/screen.ts'),
    minutes: () => import('../nl/groups/minutes.ts'),
    settling: () => import('../nl/groups/settling.ts'),
    leading: () => import('../nl/groups/leading.ts'),
    desk: () => import('../nl/groups/desk.ts'),
  },
  en: {
    common: () => import('../en/groups/common.ts'),
    problems: () => import('../en/groups/problems.ts'),
    front: () => import('../en/groups/front.ts'),
    'coming-in': () => import('../en/groups/coming-in.ts'),
    consent: () => import('../en/groups/consent.ts'),
    theme: () => import('../en/groups/theme.ts'),
    writing: () => import('../en/groups/writing.ts'),
    evening: () => import('../en/groups/evening.ts'),
    joining: () => import('../en/groups/joining.ts'),
    live: () => import('../en/groups/live.ts'),
    voting: () => import('../en/groups/voting.ts'),
    'taking-part': () => import('../en/groups/taking-part.ts'),
    companion: () => import('../en/groups/companion.ts'),
    screen: () => import('../en/groups/screen.ts'),
    minutes: () => import('../en/groups/minutes.ts'),
    settling: () => import('../en/groups/settling.ts'),
    leading: () => import('../en/groups/leading.ts'),
    desk: () => import('../en/groups/desk.ts'),
  },
}

/** What has been fetched; what has not is an error of ours, and says so. */
const fetched: { readonly [L in Locale]: Partial<Texts> } = { nl: watched('nl'), en: watched('en') }

function watched(locale: Locale): Partial<Texts> {
  return new Proxy<Partial<Texts>>(
    {},
    {
      get(texts, part) {
        if (part in texts) return texts[part as keyof Texts]
        throw new Error(`the texts ${locale}.${String(part)} have not been fetched for this page`)
      },
    },
  )
}

/** Has this part been fetched? What comes late is asked for first. */
export const hasTexts = (locale: Locale, part: keyof Texts): boolean => part in fetched[locale]

/** The texts that a browser has fetched for the page it shows (`fetchTexts`). */
export const textsIn = (locale: Locale): Texts => fetched[locale] as Texts

/** To be waited for before a page says anything: what every page may say, and these groups. Nobody fetches the other language. */
export async function fetchTexts(locale: Locale, groups: readonly TextGroup[]): Promise<void> {
  const parts = await Promise.all((['common', ...groups] as const).map((group) => sources[locale][group]()))
  for (const { texts } of parts) Object.assign(fetched[locale], texts)
}
