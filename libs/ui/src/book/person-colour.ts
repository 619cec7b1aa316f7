/** How many colours there are for people; `book.css` names them 0 to 7, with a lighter set for dark pages. */
export const personColours = 8

/** The colour of a person, the same on every page and every evening. Colours repeat, so a name or initials always stand with it. */
export function personColour(person: string): number {
  let hash = 0
  for (const character of person) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % personColours
}
