import type { ListedPerson, PeopleAnswer } from '@witboek/contract'
import { textsIn, type Locale } from '@witboek/i18n'

/** A seat in words: "Chef de Dossier bij Sport". */
export function seatWords(
  { role, theme }: ListedPerson['seats'][number],
  themes: PeopleAnswer['themes'],
  locale: Locale,
): string {
  const texts = textsIn(locale)
  const name = themes.find(({ id }) => id === theme)?.name
  return name === undefined ? texts.roles[role].one : texts.people.seatIn(texts.roles[role].one, name)
}
