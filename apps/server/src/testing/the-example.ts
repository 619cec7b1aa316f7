import type { Role } from '@witboek/domain'
import { exampleDialogue } from '../example/index.ts'

const { frame, books, people } = exampleDialogue()

function found<Thing>(what: string, thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error(`the example has no ${what}`)
  return thing
}

/** The theme of the example that the specs live in, and its green book. */
export const sport = found(
  'theme about sport',
  frame.themes.find(({ slug }) => slug === 'sport'),
)
export const sportBook = found(
  'book about sport',
  books.find(({ book }) => book.theme === sport.id),
)

/** The n-th of those in a role: of the theme group of Sport, of the dialogue as a whole, or (`elsewhere`) of another theme. */
export function inSeat(role: Role, { elsewhere = false, nth = 0 } = {}): string {
  const holds = (theme: string | null) => theme === null || (theme === sport.id) !== elsewhere
  const those = people.filter(({ seats }) => seats.some((seat) => seat.role === role && holds(seat.theme)))
  return found(`${role} number ${nth}`, those[nth]).id
}
