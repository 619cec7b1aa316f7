import { authors } from '../authors.ts'
import { book } from '../book.ts'
import { locks } from '../locks.ts'
import { parked } from '../parked.ts'

/** For whoever has a book open. */
export const texts = { authors, book, locks, parked }
