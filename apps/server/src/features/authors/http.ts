import type { AuthorsAnswer } from '@witboek/contract'
import { ok, type Actor, type BookId, type PersonId, type Result } from '@witboek/domain'
import express, { type Router } from 'express'
import { bookAccess } from '../../books/book-access.ts'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { bookIn } from '../../http/ids-in-path.ts'
import { namesOf } from '../../people-names.ts'

/** Who wrote in each section, by the server's record (I5): for whoever may read the book. */
export function authors(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/books/:book/authors',
    page(hands.visitors, (request, visitor) => authorsOf(hands, bookIn(request), visitor?.actor ?? null)),
  )
  return router
}

async function authorsOf({ store }: Hands, book: BookId, actor: Actor | null): Promise<Result<AuthorsAnswer>> {
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
