import type { BookState } from '@witboek/book/client'
import type { Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { savedWords, type Kept } from './saved-words.ts'

const writer = { role: 'expert', write: true, order: false, remark: false } as const
const reader = { role: 'councillor', write: false, order: false, remark: false } as const
const at2014 = Date.UTC(2026, 3, 1, 18, 14) as Instant
const state = (change: Partial<BookState>) =>
  ({ line: 'open', unsaved: 0, unkept: 0, savedAt: null, rights: writer, ...change }) as BookState
const kept: Kept = { keeps: true, aside: 0 }
const unkept: Kept = { keeps: false, aside: 0 }
const aside: Kept = { keeps: true, aside: 2 }

describe('the saved indicator says only what the outbox knows', () => {
  it.each<[BookState, Kept, string, string, string]>([
    [state({ savedAt: at2014 }), kept, 'saved', 'Opgeslagen 20:14', 'Saved 20:14'],
    [state({ savedAt: at2014, unsaved: 3 }), kept, 'saving', '3 worden opgeslagen', 'Saving 3'],
    [state({ unsaved: 1 }), unkept, 'saving', '1 wordt opgeslagen', 'Saving 1'],
    [state({}), kept, 'live', 'Klaar om te schrijven', 'Ready to write'],
    [state({ rights: reader }), unkept, 'live', 'U ziet wijzigingen meteen', 'You see changes at once'],
    [state({ line: 'connecting' }), kept, 'connecting', 'Verbinding maken…', 'Connecting…'],
    [state({ line: 'connecting', unsaved: 2 }), kept, 'saving', '2 worden opgeslagen', 'Saving 2'],
    [
      state({ line: 'unreachable' }),
      kept,
      'lost',
      'Geen verbinding. U kunt lezen, maar nog niet schrijven. We blijven het proberen.',
      'No connection. You can read, but not write yet. We keep trying.',
    ],
    [
      state({ line: 'unreachable', unsaved: 1 }),
      kept,
      'lost',
      'Geen verbinding: 1 wijziging bewaard op dit apparaat',
      'No connection: 1 change kept on this device',
    ],
    [
      state({ line: 'lost', unsaved: 12, savedAt: at2014 }),
      kept,
      'lost',
      'Geen verbinding: 12 wijzigingen bewaard op dit apparaat',
      'No connection: 12 changes kept on this device',
    ],
    [
      state({ line: 'lost', unsaved: 12, unkept: 2 }),
      kept,
      'lost',
      'Geen verbinding: 10 wijzigingen bewaard op dit apparaat',
      'No connection: 10 changes kept on this device',
    ],
    [
      state({ line: 'lost', unsaved: 1 }),
      unkept,
      'lost',
      'Geen verbinding: 1 wijziging wacht. Houd dit venster open.',
      'No connection: 1 change waits. Keep this window open.',
    ],
    [
      state({ line: 'lost', rights: reader }),
      unkept,
      'lost',
      'Geen verbinding. U ziet de laatste tekst die we hebben.',
      'No connection. You see the last text we have.',
    ],
    [
      state({ line: 'refused', refusal: 'not-signed-in' }),
      kept,
      'refused',
      'Meeschrijven kan nu niet.',
      'You cannot write along now.',
    ],
    [
      state({ line: 'refused', unsaved: 2 }),
      kept,
      'refused',
      '2 wijzigingen zijn niet opgeslagen. Ze blijven bewaard op dit apparaat.',
      '2 changes have not been saved. They are kept on this device.',
    ],
    [state({ savedAt: at2014 }), aside, 'saved', 'Opgeslagen 20:14 · 2 opzijgezet', 'Saved 20:14 · 2 set aside'],
    [
      state({ line: 'lost', unsaved: 1 }),
      aside,
      'lost',
      'Geen verbinding: 1 wijziging bewaard op dit apparaat · 2 opzijgezet',
      'No connection: 1 change kept on this device · 2 set aside',
    ],
  ])('%#', (now, device, sign, dutch, english) => {
    expect(savedWords(now, device, 'nl')).toEqual({ sign, words: dutch })
    expect(savedWords(now, device, 'en')).toEqual({ sign, words: english })
  })

  it('says nothing is saved before there is a line', () => {
    expect(savedWords(null, unkept, 'en')).toEqual({ sign: 'connecting', words: 'Connecting…' })
  })
})
