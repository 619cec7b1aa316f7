import type { Book } from './book.ts'
import type { Dialogue } from './dialogue.ts'
import type { Actor, Role } from './people.ts'
import { reached, type Phase } from './phase.ts'
import { ok, refuse, type Result } from './result.ts'

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

/** The phase in which a book is written. */
const writingPhase = { green: 'green', white: 'white' } as const satisfies Record<Book['kind'], Phase>
/** College and Council get a book only after its gate: until then the experts write undisturbed. */
const readableByDecidersFrom = { green: 'green_review', white: 'consolidation' } as const satisfies Record<
  Book['kind'],
  Phase
>

/**
 * Who may do what in a book (BOOK-1 to BOOK-3); what is not named here is refused.
 * Experts write in their own theme and read the others; Chefs order their own; officials read; College and Council
 * read after the gate; whoever has not signed in reads nothing yet.
 */
export function rightsInBook(
  book: Pick<Book, 'theme' | 'kind'>,
  { phase, editorialRemarks }: Pick<Dialogue, 'phase' | 'editorialRemarks'>,
  actor: Actor | null,
): Result<BookRights> {
  if (!actor) return refuse({ code: 'not-signed-in' })
  const { role, theme } = actor.seat
  const own = theme === book.theme
  const beingWritten = phase === writingPhase[book.kind]
  switch (role) {
    case 'expert':
      return ok({ role, write: own && beingWritten, order: false, remark: false })
    case 'chef': {
      const order = own && beingWritten
      return ok({ role, write: false, order, remark: order && editorialRemarks })
    }
    case 'civilServant':
    case 'financialAdviser':
    case 'lead':
    case 'clerk':
      return ok(readsOnly(role))
    case 'college':
    case 'councillor': {
      const from = readableByDecidersFrom[book.kind]
      return reached(phase, from) ? ok(readsOnly(role)) : refuse({ code: 'book-not-yet-readable', from })
    }
  }
}

const readsOnly = (role: Role): BookRights => ({ role, write: false, order: false, remark: false })
