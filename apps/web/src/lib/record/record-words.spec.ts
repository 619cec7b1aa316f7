import type { EventDetails } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { detailWords, faultWords, pollIn, typeChoices, typeWords } from './record-words.ts'
import { shortId } from './short-id.ts'

const themes = [
  { id: 'sport', name: 'Sport' },
  { id: 'zorg', name: 'Zorg' },
]
const said = (details: EventDetails, { type = 'section:added', theme = null as string | null } = {}) =>
  detailWords({ type, theme, details }, themes, 'nl')

describe('the record in words', () => {
  it('says what was done, and the name of what it does not know', () => {
    expect(typeWords('section:locked', 'nl')).toBe('Hoofdstuk vergrendeld')
    expect(typeWords('section:locked', 'en')).toBe('Section locked')
    expect(typeWords('vote:cast', 'nl')).toBe('vote:cast')
    expect(typeWords('toString', 'nl')).toBe('toString')
  })

  it('offers all it knows in the order of the words', () => {
    const texts = typeChoices('nl').map(({ text }) => text)
    expect(texts).toEqual(texts.toSorted((a, b) => a.localeCompare(b, 'nl')))
    expect(texts.length).toBeGreaterThan(40)
  })

  it.each<[EventDetails, readonly string[]]>([
    [{}, []],
    [{ phase: 'green_review' }, ['fase: Toetsing van de groenboeken']],
    [{ theme: 'sport', roles: 'expert,chef' }, ['rol: Expert', 'rol: Chef de Dossier', 'thema: Sport']],
    [{ role: 'auditor', theme: null }, ['rol: Controleur']],
    [{ seq: 12, section: 's', sections: 5, hash: 'h' }, ['5 hoofdstukken', 'regel 12 van het boek']],
    [{ seq: 12, section: 's', sections: 1, hash: 'h' }, ['regel 12 van het boek']],
    [{ allowed: false }, ['niet toegestaan']],
    [{ writes: true }, ['toegestaan']],
    [{ phase: 'blauw', roles: 'koning', meeting: 'm', language: 'nl' }, []],
  ])('says what is known besides: %j', (details, words) => expect(said(details)).toEqual(words))

  it('says of something at a meeting where it stands there', () => {
    const details = { seq: 12, poll: 'p', hash: 'h' }
    expect(said(details, { type: 'poll:opened' })).toEqual(['gebeurtenis 12 van de bijeenkomst'])
    expect(said({ poll: 'p', version: 2 }, { type: 'ballot:cast' })).toEqual([])
  })

  it('leads from a poll to where it is checked', () => {
    expect(pollIn({ subject: 'm', details: { poll: 'p' } })).toEqual({
      id: 'p',
      href: '/bijeenkomst/m/peilingen#peiling-p',
    })
    expect(pollIn({ subject: 'm', details: { person: 'p' } })).toBeNull()
  })

  it('does not say the theme twice', () => {
    expect(said({ theme: 'sport' }, { theme: 'Sport' })).toEqual([])
    expect(said({ theme: 'zorg' }, { theme: 'Sport' })).toEqual(['thema: Zorg'])
  })

  it('says in which form the record was taken out', () => {
    expect(said({ form: 'csv' }, { type: 'record:export' })).toEqual(['als CSV'])
  })

  it('shortens ids to what differs', () => {
    expect(shortId('01jd8x3v9k0000000000000abc')).toBe('…00000abc')
    expect(shortId('noor')).toBe('noor')
  })

  it('says what is wrong', () => {
    expect(faultWords({ what: 'event', seq: 1234, why: 'changed' }, 'nl')).toBe(
      'Handeling 1.234 is achteraf veranderd.',
    )
    expect(faultWords({ what: 'fact', book: 'b' as never, seq: 7, why: 'gone' }, 'nl')).toBe(
      'Regel 7 van boek b is weg.',
    )
    expect(faultWords({ what: 'fact', book: 'b' as never, seq: 7, why: 'changed' }, 'en')).toBe(
      'Entry 7 of book b was changed afterwards.',
    )
    expect(faultWords({ what: 'meeting-fact', meeting: 'm' as never, seq: 7, why: 'unrecorded' }, 'nl')).toBe(
      'Gebeurtenis 7 van bijeenkomst m staat niet in de keten.',
    )
  })
})
