import type { BookState } from '@witboek/book/client'
import type { BookRights, Manifest, SectionId } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import type { ChefCommands } from './chef-commands.svelte.ts'
import { lockNews } from './lock-news.ts'
import type { PageNews } from './page-news.svelte.ts'
import { remarkNews } from './remark-news.ts'
import { structureNews } from './structure-news.ts'

/** What counts of the page that has this state now. */
interface Page {
  readonly news: Pick<PageNews, 'say' | 'sayNow'>
  readonly locale: Locale
  readonly here: SectionId | null
  readonly state: BookState | null
  readonly rights: Pick<BookRights, 'write'>
  readonly places: ReadonlyMap<SectionId, number>
  readonly commands: Pick<ChefCommands, 'asked'>
}

/** Says what changed on the line, once the page has it: only what changes what one can do, never a keystroke. */
export function newsOfState(page: Page, before: BookState | null, manifest: Manifest): void {
  const { news, locale, here, state } = page
  if (!state) return
  const texts = textsIn(locale)

  if (manifest !== state.manifest) {
    const asked = page.commands.asked === 'book' ? null : page.commands.asked
    news.say(structureNews(manifest, state.manifest, texts.book.structure, asked) ?? '')
    news.say(remarkNews(manifest, state.manifest, texts.remarks) ?? '')
    const { urgent, calm } = lockNews(manifest, state.manifest, here, locale)
    news.sayNow(urgent)
    news.say(calm)
  }
  if (here && page.rights.write && state.closing.includes(here) && before?.closing.includes(here) !== true)
    news.sayNow(texts.locks.closing)
  if (before && before.line !== 'refused' && state.line !== 'refused' && before.rights.write !== state.rights.write)
    news.say(state.rights.write ? texts.access.saidWrite : texts.access.saidRead)

  for (const { id, section, pieces } of state.setAside) {
    if (before?.setAside.some((one) => one.id === id)) continue
    const place = page.places.get(section)
    const words =
      pieces.length === 0 ? texts.parked.taken : place ? texts.parked.saidAside(place) : texts.parked.saidAsideElsewhere
    if (section === here) news.sayNow(words)
    else news.say(words)
  }
}
