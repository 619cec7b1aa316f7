import type { ListedPerson, PeopleAnswer } from '@witboek/contract'
import type { PersonId, Role, ThemeId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { filterIn, filterPeople, withoutSeat } from './filter-people.ts'

const [sport, care] = ['sport', 'care'] as readonly string[] as [ThemeId, ThemeId]
const person = (name: string, seats: readonly [Role, ThemeId | null][], more: Partial<ListedPerson> = {}) => ({
  person: name as PersonId,
  name,
  background: '',
  seats: seats.map(([role, theme]) => ({ role, theme })),
  seen: 'never' as const,
  ...more,
})
const answer: Pick<PeopleAnswer, 'people' | 'themes'> = {
  themes: [
    { id: sport, slug: 'sport', name: 'Sport' },
    { id: care, slug: 'zorg', name: 'Zorg' },
  ],
  people: [
    person('Ömer', [['expert', sport]], { background: 'Gymleraar op twee basisscholen' }),
    person('Noor', [
      ['chef', care],
      ['expert', sport],
    ]),
    person('Roos', [['councillor', null]], { contact: { realName: 'R. Middelkamp', email: 'roos@raad.example' } }),
    person('Bram', []),
  ],
}
const found = (filter: { words?: string; theme?: string; role?: string }) =>
  filterPeople(answer, { words: '', theme: '', role: '', ...filter }).map(({ name }) => name)

describe('people are found', () => {
  it.each([
    [{}, ['Ömer', 'Noor', 'Roos', 'Bram']],
    [{ words: 'omer' }, ['Ömer']],
    [{ words: '  GYM   twee ' }, ['Ömer']],
    [{ words: 'gym drie' }, []],
    [{ words: 'middelkamp' }, ['Roos']],
    [{ words: 'raad.example' }, ['Roos']],
    [{ theme: 'sport' }, ['Ömer', 'Noor']],
    [{ theme: 'sport', role: 'chef' }, []],
    [{ theme: 'zorg', role: 'chef' }, ['Noor']],
    [{ role: 'councillor' }, ['Roos']],
    [{ role: withoutSeat }, ['Bram']],
    [{ theme: 'onbekend' }, ['Ömer', 'Noor', 'Roos', 'Bram']],
  ])('by %o: %o', (filter, names) => {
    expect(found(filter)).toEqual(names)
  })

  it('by what stands in the address of the page', () => {
    expect(filterIn(new URLSearchParams('zoek=omer&thema=sport&rol=expert'))).toEqual({
      words: 'omer',
      theme: 'sport',
      role: 'expert',
    })
    expect(filterIn(new URLSearchParams())).toEqual({ words: '', theme: '', role: '' })
  })
})
