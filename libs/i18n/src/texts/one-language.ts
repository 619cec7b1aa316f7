import type { Locale } from '../locale.ts'
import type { Texts } from '../nl.ts'
import type { TextGroup } from './groups.ts'

type Fetch = () => Promise<Partial<Texts>>

const sources: { readonly [L in Locale]: { readonly [Group in TextGroup | 'common']: Fetch } } = {
  nl: {
    common: async () => (await import('../nl/groups/common.ts')).common,
    problems: async () => (await import('../nl/groups/problems.ts')).forProblems,
    front: async () => (await import('../nl/groups/front.ts')).front,
    'coming-in': async () => (await import('../nl/groups/coming-in.ts')).comingIn,
    consent: async () => (await import('../nl/groups/consent.ts')).forConsent,
    theme: async () => (await import('../nl/groups/theme.ts')).forTheme,
    writing: async () => (await import('../nl/groups/writing.ts')).writing,
    evening: async () => (await import('../nl/groups/evening.ts')).evening,
    joining: async () => (await import('../nl/groups/joining.ts')).joining,
    live: async () => (await import('../nl/groups/live.ts')).live,
    voting: async () => (await import('../nl/groups/voting.ts')).forVoting,
    'taking-part': async () => (await import('../nl/groups/taking-part.ts')).forTakingPart,
    companion: async () => (await import('../nl/groups/companion.ts')).forCompanion,
    screen: async () => (await import('../nl/groups/screen.ts')).forScreen,
    minutes: async () => (await import('../nl/groups/minutes.ts')).forMinutes,
    settling: async () => (await import('../nl/groups/settling.ts')).forSettling,
    leading: async () => (await import('../nl/groups/leading.ts')).leading,
    desk: async () => (await import('../nl/groups/desk.ts')).desk,
  },
  en: {
    common: async () => (await import('../en/groups/common.ts')).common,
    problems: async () => (await import('../en/groups/problems.ts')).forProblems,
    front: async () => (await import('../en/groups/front.ts')).front,
    'coming-in': async () => (await import('../en/groups/coming-in.ts')).comingIn,
    consent: async () => (await import('../en/groups/consent.ts')).forConsent,
    theme: async () => (await import('../en/groups/theme.ts')).forTheme,
    writing: async () => (await import('../en/groups/writing.ts')).writing,
    evening: async () => (await import('../en/groups/evening.ts')).evening,
    joining: async () => (await import('../en/groups/joining.ts')).joining,
    live: async () => (await import('../en/groups/live.ts')).live,
    voting: async () => (await import('../en/groups/voting.ts')).forVoting,
    'taking-part': async () => (await import('../en/groups/taking-part.ts')).forTakingPart,
    companion: async () => (await import('../en/groups/companion.ts')).forCompanion,
    screen: async () => (await import('../en/groups/screen.ts')).forScreen,
    minutes: async () => (await import('../en/groups/minutes.ts')).forMinutes,
    settling: async () => (await import('../en/groups/settling.ts')).forSettling,
    leading: async () => (await import('../en/groups/leading.ts')).leading,
    desk: async () => (await import('../en/groups/desk.ts')).desk,
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
  Object.assign(fetched[locale], ...parts)
}
