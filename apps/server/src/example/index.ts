import type { Frame, Person } from '@witboek/domain'
import { exampleFrame } from './frame.ts'
import { greenBooks, type ExampleBook } from './green-books.ts'
import { people } from './people.ts'

export { greenBookHeadings } from './headings.ts'
export type { ExampleBook } from './green-books.ts'

/** The example dialogue as plain data: invented people and texts, synthetic figures. */
export function exampleDialogue(): { frame: Frame; people: readonly Person[]; books: readonly ExampleBook[] } {
  const frame = exampleFrame()
  return { frame, people, books: greenBooks(frame) }
}
