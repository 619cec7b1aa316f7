import type { BookState } from '@witboek/book/client'
import { clock, textsIn, type Locale } from '@witboek/i18n'
import type { SavedSign } from '@witboek/ui/book/saved-sign.ts'

/** What the indicator shows, from nothing but the page's own outbox and line (I2). `null`: not in the browser yet. */
export function savedWords(
  state: Pick<BookState, 'line' | 'unsaved' | 'savedAt' | 'rights'> | null,
  locale: Locale,
): SavedSign {
  const texts = textsIn(locale).book.saved
  if (!state) return { sign: 'connecting', words: texts.connecting }
  const { line, unsaved, savedAt, rights } = state
  switch (line) {
    case 'refused':
      return { sign: 'refused', words: unsaved > 0 ? texts.refusedUnsaved(unsaved) : texts.refused }
    case 'lost':
      if (unsaved > 0) return { sign: 'lost', words: texts.lost(unsaved) }
      return { sign: 'lost', words: rights.write ? texts.lostNothingWaits : texts.lostReader }
    case 'connecting':
    case 'open':
      if (unsaved > 0) return { sign: 'saving', words: texts.saving(unsaved) }
      if (savedAt !== null) return { sign: 'saved', words: texts.allSaved(clock(savedAt, locale)) }
      if (line === 'connecting') return { sign: 'connecting', words: texts.connecting }
      return { sign: 'live', words: rights.write ? texts.ready : texts.live }
  }
}
