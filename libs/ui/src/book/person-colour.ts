/** How many colours there are for people; `book.css` names them 0 to 7, with a lighter set for dark pages. */
export const personColours = 8
/** How many lines there are under the words of people; `text-editor.css` draws them. */
export const personLines = 4

/** The colour of a person, the same on every page and every evening. Colours repeat, so a name or initials always stand with it. */
export const personColour = (person: string): number => hashOf(person) % personColours

/** The line of a person, chosen apart from the colour: together they tell 32 people apart. */
export const personLine = (person: string): number => (Math.imul(hashOf(person), 0x9e3779b1) >>> 16) % personLines

function hashOf(person: string): number {
  let hash = 0
  for (const character of person) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash
}
