import { fetchTexts, type Locale } from '@witboek/i18n'
import { laterTextGroupsOf } from '#lib/text-groups.ts'

/** What comes later has words that come later too. */
export async function withLaterTexts<Part>(locale: Locale, part: Promise<Part>): Promise<Part> {
  const [come] = await Promise.all([part, fetchTexts(locale, laterTextGroupsOf('/bijeenkomst/[meeting]'))])
  return come
}
