import { authors } from '../authors.ts'
import { book } from '../book.ts'
import { locks } from '../locks.ts'
import { parked } from '../parked.ts'

/** For whoever has a book open. */
export const writing = { authors, book, locks, parked }
