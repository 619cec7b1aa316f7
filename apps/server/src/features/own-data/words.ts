import { bodyOf, wordsBy, type OpenBooks } from '@witboek/book'
import type { BookId, PersonId, RecordedEntry, SectionId } from '@witboek/domain'
import type { OwnData } from '@witboek/publish'
import type { Store } from '@witboek/store'

export interface BookOfTheirs {
  readonly id: BookId
  readonly title: string
  readonly writer: PersonId
}

/** Their words in the present text of a book, in its order; the record says which client ids are theirs (I5). */
export async function wordsIn(
  { store, open }: { readonly store: Pick<Store, 'bookLog'>; readonly open: OpenBooks },
  { id, title, writer }: BookOfTheirs,
): Promise<OwnData['words']> {
  const own = (await store.bookLog.authors(id)).filter(({ person }) => person === writer)
  if (own.length === 0) return []
  const clientsIn = Map.groupBy(own, ({ section }) => section)
  const room = await open.room(id)
  const { value } = await room.readDurable(({ manifest, docs }) =>
    // Also of a section that the Chef took out: its text is kept, and can come back.
    manifest.sections.flatMap(({ id: section, heading }) => {
      const [doc, clients] = [docs.get(section), clientsIn.get(section)]
      if (!doc || !clients) return []
      const blocks = wordsBy(bodyOf(doc), new Set(clients.map(({ client }) => client)))
      return blocks.length > 0 ? [{ book: title, section: heading, blocks }] : []
    }),
  )
  return value
}

/** What they wrote beside the text of a book, from its facts, with the headings that its sections have now. */
export function asChefIn(
  { title, writer }: BookOfTheirs,
  facts: readonly RecordedEntry[],
): { readonly headings: ReadonlyMap<SectionId, string>; readonly written: OwnData['asChef'] } {
  const headings = new Map<SectionId, string>()
  for (const entry of facts) {
    if (entry.kind !== 'fact') continue
    const { fact } = entry
    if (fact.type === 'section:added' || fact.type === 'section:renamed') headings.set(fact.section, fact.heading)
  }
  const under = (section: SectionId | undefined) => (section === undefined ? '' : (headings.get(section) ?? section))
  const written = facts.flatMap((entry): OwnData['asChef'] => {
    if (entry.kind !== 'fact' || entry.person !== writer) return []
    const { fact, at } = entry
    const said = (kind: OwnData['asChef'][number]['kind'], text: string, section?: SectionId) =>
      text === '' ? [] : [{ book: title, section: under(section), at, kind, text }]
    switch (fact.type) {
      case 'remark:placed':
        return said('remark', fact.remark.text, fact.section)
      case 'section:locked':
        return said('reason', fact.lock.reason, fact.sections[0])
      case 'book:frozen':
        return said('reason', fact.lock.reason)
      case 'section:added':
        // A heading of the template is nobody's words.
        return fact.slot === null ? said('heading', fact.heading, fact.section) : []
      case 'section:renamed':
        return said('heading', fact.heading, fact.section)
      case 'section:moved':
      case 'section:removed':
      case 'section:restored':
      case 'section:unlocked':
      case 'book:unfrozen':
      case 'remark:removed':
      case 'edit:admitted':
      case 'seat:ended':
      case 'guest:allowed':
      case 'guests:ended':
      case 'phase:reached':
      case 'remarks:allowed':
        return []
    }
    // Of a later version, while servers are renewed one by one.
    return []
  })
  return { headings, written }
}
