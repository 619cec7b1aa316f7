import type { Book, BookFact } from './book.ts'
import type { BookEntry } from './book-log.ts'
import { canonical } from './canonical.ts'
import type { HashOf, NewEvent } from './event-chain.ts'

/**
 * Whose doing each fact of a book is. What changes who may write is not copied from a book: the command that it comes from
 * stands in the record by itself, once, and not once for every book (RECORD-2).
 */
const doneBy: { readonly [Type in BookFact['type']]: 'a Chef' | 'a command on the record' } = {
  'section:added': 'a Chef',
  'section:renamed': 'a Chef',
  'section:moved': 'a Chef',
  'section:removed': 'a Chef',
  'section:restored': 'a Chef',
  'section:locked': 'a Chef',
  'section:unlocked': 'a Chef',
  'book:frozen': 'a Chef',
  'book:unfrozen': 'a Chef',
  'remark:placed': 'a Chef',
  'remark:removed': 'a Chef',
  'edit:admitted': 'a Chef',
  'seat:ended': 'a command on the record',
  'guest:allowed': 'a command on the record',
  'guests:ended': 'a command on the record',
  'phase:reached': 'a command on the record',
  'remarks:allowed': 'a command on the record',
}

/** The facts that are copied from books into the record. */
export const recordedFacts = (Object.keys(doneBy) as BookFact['type'][]).filter((type) => doneBy[type] === 'a Chef')

/**
 * An entry of a book as an event for the record; `null` for what does not come into it: edits are no commands. The event
 * holds ids, and the hash of the fact: who changes the fact in the book later is found out.
 */
export function factEvent(
  { id, theme }: Pick<Book, 'id' | 'theme'>,
  entry: BookEntry & { readonly seq: number },
  hashOf: HashOf,
): NewEvent | null {
  if (entry.kind === 'edit') return null
  const { fact, person, at, seq } = entry
  // Of a later version, while servers are renewed one by one: better twice on the record than never, and by whom is known.
  const by = Object.hasOwn(doneBy, fact.type) ? doneBy[fact.type] : 'somebody'
  if (by === 'a command on the record') return null
  const byTime = 'by' in fact && fact.by === 'time'
  return {
    at,
    actor: byTime ? null : person,
    role: byTime || by !== 'a Chef' ? null : 'chef',
    theme,
    type: fact.type,
    subject: id,
    details: { seq, ...sectionsIn(fact), hash: hashOf(canonical(fact)) },
  }
}

/** What ties an event to the fact of a book that it was copied from; `null` for an event that comes from a command. */
export function factIn({ details }: Pick<NewEvent, 'details'>): { readonly seq: number; readonly hash: string } | null {
  const { seq, hash } = details
  return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null
}

function sectionsIn(fact: BookFact): { readonly section?: string; readonly sections?: number } {
  if ('sections' in fact) {
    const [section] = fact.sections
    return section === undefined ? {} : { section, sections: fact.sections.length }
  }
  return 'section' in fact ? { section: fact.section } : {}
}
