import type { BookState } from '@witboek/book/client'
import { clock, textsIn, type Locale } from '@witboek/i18n'
import type { SavedSign } from '@witboek/ui/book/saved-sign.ts'

/** What this device does for words that are not saved yet. */
export interface Kept {
  /** It keeps them, also when the page is closed. */
  readonly keeps: boolean
  /** How many stretches of own words were set aside. */
  readonly aside: number
}

/** What the indicator shows, from nothing but the page's own outbox and line (I2). `null`: not in the browser yet. */
export function savedWords(
  state: Pick<BookState, 'line' | 'unsaved' | 'unkept' | 'savedAt' | 'rights'> | null,
  { keeps, aside }: Kept,
  locale: Locale,
): SavedSign {
  const sign = signOf(state, keeps, locale)
  return aside > 0 ? { ...sign, words: `${sign.words} · ${textsIn(locale).book.saved.aside(aside)}` } : sign
}

function signOf(
  state: Pick<BookState, 'line' | 'unsaved' | 'unkept' | 'savedAt' | 'rights'> | null,
  keeps: boolean,
  locale: Locale,
): SavedSign {
  const texts = textsIn(locale).book.saved
  if (!state) return { sign: 'connecting', words: texts.connecting }
  const { line, unsaved, unkept, savedAt, rights } = state
  switch (line) {
    case 'refused':
      if (unsaved === 0) return { sign: 'refused', words: texts.refused }
      return { sign: 'refused', words: (keeps ? texts.refusedKept : texts.refusedUnsaved)(unsaved) }
    case 'unreachable':
    case 'lost':
      // What an earlier tab left waits as it does when a line is lost; but there is nothing yet to type in.
      if (line === 'unreachable' && unsaved === 0 && rights.write) return { sign: 'lost', words: texts.unreachable }
      if (unsaved > 0 && !keeps) return { sign: 'lost', words: texts.lostUnkept(unsaved) }
      // Only what the device has said to have is counted as kept.
      if (unsaved > unkept) return { sign: 'lost', words: texts.lost(unsaved - unkept) }
      if (!rights.write) return { sign: 'lost', words: texts.lostReader }
      return { sign: 'lost', words: keeps ? texts.lostNothingWaits : texts.lostNothingUnkept }
    case 'connecting':
    case 'open':
      if (unsaved > 0) return { sign: 'saving', words: texts.saving(unsaved) }
      if (savedAt !== null) return { sign: 'saved', words: texts.allSaved(clock(savedAt, locale)) }
      if (line === 'connecting') return { sign: 'connecting', words: texts.connecting }
      return { sign: 'live', words: rights.write ? texts.ready : texts.live }
  }
}
