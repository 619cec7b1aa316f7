import type { ListedPerson, PeopleAnswer } from '@witboek/contract'

/** Who is looked for: words, a theme by its slug, and a role, or those without a seat. Empty is everybody. */
export interface PeopleFilter {
  readonly words: string
  readonly theme: string
  readonly role: string
}

/** In the place of a role: who holds no seat. */
export const withoutSeat = 'geen'

export const filterIn = (query: URLSearchParams): PeopleFilter => ({
  words: query.get('zoek') ?? '',
  theme: query.get('thema') ?? '',
  role: query.get('rol') ?? '',
})

/** The people in whom all the words are found, and who have one seat that is of the theme and of the role. */
export function filterPeople(
  { people, themes }: Pick<PeopleAnswer, 'people' | 'themes'>,
  filter: PeopleFilter,
): readonly ListedPerson[] {
  const words = plain(filter.words).split(/\s+/).filter(Boolean)
  const theme = themes.find(({ slug }) => slug === filter.theme)?.id
  const sits = ({ seats }: ListedPerson): boolean => {
    if (filter.role === withoutSeat) return seats.length === 0
    if (theme === undefined && filter.role === '') return true
    return seats.some(
      (seat) => (theme === undefined || seat.theme === theme) && (filter.role === '' || seat.role === filter.role),
    )
  }
  return people.filter((person) => sits(person) && words.every((word) => about(person).includes(word)))
}

const about = ({ name, background, contact }: ListedPerson): string =>
  plain([name, background, contact?.realName, contact?.email].join(' '))

/** "Ömer" is found by "omer". */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
