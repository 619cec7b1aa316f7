import type { BookState } from '@witboek/book/client'
import type { Manifest } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { BookPage } from './book-page.svelte.ts'
import { lockNews } from './lock-news.ts'
import { remarkNews } from './remark-news.ts'
import { structureNews } from './structure-news.ts'

/** Says what changed on the line, once the page has it: only what changes what one can do, never a keystroke. */
export function newsOfState(page: BookPage, before: BookState | null, manifest: Manifest): void {
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
