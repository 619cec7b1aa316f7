import type { BookState } from '@witboek/book/client'
import type { Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { savedWords } from './saved-words.ts'

const writer = { role: 'expert', write: true, order: false } as const
const reader = { role: 'councillor', write: false, order: false } as const
const at2014 = Date.UTC(2026, 3, 1, 18, 14) as Instant
const state = (change: Partial<BookState>) =>
  ({ line: 'open', unsaved: 0, savedAt: null, rights: writer, ...change }) as BookState

describe('the saved indicator says only what the outbox knows', () => {
  it.each([
    [state({ savedAt: at2014 }), 'saved', 'Alles opgeslagen · 20:14'],
    [state({ savedAt: at2014, unsaved: 3 }), 'saving', '3 wijzigingen worden opgeslagen…'],
    [state({ unsaved: 1 }), 'saving', '1 wijziging wordt opgeslagen…'],
    [state({}), 'live', 'Klaar om te schrijven'],
    [state({ rights: reader }), 'live', 'U ziet wijzigingen meteen'],
    [state({ line: 'connecting' }), 'connecting', 'Verbinding maken…'],
    [state({ line: 'connecting', unsaved: 2 }), 'saving', '2 wijzigingen worden opgeslagen…'],
    [
      state({ line: 'lost', unsaved: 12, savedAt: at2014 }),
      'lost',
      'Geen verbinding. U kunt doortypen: 12 wijzigingen wachten op dit apparaat.',
    ],
    [
      state({ line: 'lost', unsaved: 1 }),
      'lost',
      'Geen verbinding. U kunt doortypen: 1 wijziging wacht op dit apparaat.',
    ],
    [state({ line: 'lost', rights: reader }), 'lost', 'Geen verbinding. U ziet de laatste tekst die we hebben.'],
    [state({ line: 'refused', refusal: 'not-signed-in' }), 'refused', 'Meeschrijven kan nu niet.'],
  ])('%#', (now, sign, words) => {
    expect(savedWords(now, 'nl')).toEqual({ sign, words })
  })

  it('says nothing is saved before there is a line', () => {
    expect(savedWords(null, 'en')).toEqual({ sign: 'connecting', words: 'Connecting…' })
  })
})
