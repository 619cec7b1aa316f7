import type { AuthorsAnswer } from '@witboek/contract'
import { ok, type Actor, type BookId, type PersonId, type Result } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { bookAccess } from '../../books/book-access.ts'
import { namesOf } from '../../people-names.ts'

/** Who wrote in each section, by the server's record (I5): for whoever may read the book. */
export async function authors(store: Store, book: BookId, actor: Actor | null): Promise<Result<AuthorsAnswer>> {
  const access = await bookAccess(store, book, actor)
  if (!access.ok) return access
  const records = await store.bookLog.authors(book)
  const names = namesOf(await store.people.all())
  return ok({
    people: unique(records.map(({ person }) => person)).map((person) => ({ person, name: names(person) })),
    sections: Object.fromEntries(
      [...Map.groupBy(records, ({ section }) => section)].map(([section, own]) => [
        section,
        {
          writers: unique(own.map(({ person }) => person)),
          clients: own.map(({ client, person }) => [client, person]),
        },
      ]),
    ),
  })
}

const unique = (people: readonly PersonId[]): readonly PersonId[] => [...new Set(people)]
