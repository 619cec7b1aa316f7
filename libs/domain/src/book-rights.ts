import type { Book } from './book.ts'
import type { Dialogue } from './dialogue.ts'
import type { Actor, Role } from './people.ts'
import { ok, refuse, type Result } from './result.ts'
import { may } from './rights.ts'

/** What someone may do in one book. Whoever has no `BookRights` may not even read it. */
export interface BookRights {
  readonly role: Role
  /** Write in its open sections. */
  readonly write: boolean
  /** Add, name, order, remove and restore sections. */
  readonly order: boolean
  /** Place remarks beside the text. */
  readonly remark: boolean
}

/**
 * Who may do what in a book (BOOK-1 to BOOK-3), by the table of `rights.ts`. Experts write in their own theme and read the
 * others; Chefs order their own; officials read; College and Council read after the gate; a guest reads the book of the
 * meeting, and writes when its Chef says so; whoever has not signed in reads nothing yet.
 */
export function rightsInBook(
  { theme, kind }: Pick<Book, 'theme' | 'kind'>,
  dialogue: Pick<Dialogue, 'phase' | 'editorialRemarks'>,
  actor: Actor | null,
): Result<BookRights> {
  const place = { ...dialogue, theme, kind }
  if (!actor) return refuse({ code: 'not-signed-in' })
  const readable = may('book:read', actor, place)
  if (!readable.ok) return readable
  return ok({
    role: actor.seat.role,
    write: may('book:write', actor, place).ok,
    order: may('book:order', actor, place).ok,
    remark: may('book:remark', actor, place).ok,
  })
}
