import type { ParkedAnswer } from '@witboek/contract'
import { maySeeParked, ok, type Actor, type BookId, type Result } from '@witboek/domain'
import express, { type Router } from 'express'
import { bookAccess } from '../../books/book-access.ts'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { bookIn } from '../../http/ids-in-path.ts'
import { namesOf } from '../../people-names.ts'
import { settled } from './settled.ts'

/** The words that wait in a book, as far as this visitor may see them (PARK-2). */
export function parkedEdits(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/books/:book/parked',
    page(hands.visitors, (request, visitor) => seenBy(hands, bookIn(request), visitor?.actor ?? null)),
  )
  return router
}

async function seenBy({ store }: Hands, book: BookId, actor: Actor | null): Promise<Result<ParkedAnswer>> {
  const access = await bookAccess(store, book, actor)
  if (!access.ok) return access
  const waiting = await settled(store, book, await store.parkedEdits.waiting(book))
  const seen = waiting.filter((parked) => actor && maySeeParked(parked, access.value.rights, actor.person))
  const names = namesOf(await store.people.all())
  return ok({
    parked: seen.map(({ id, section, pieces, state, at, code, writer }) => ({
      ...{ id, section, pieces, state, at, code },
      writer: { person: writer, name: names(writer) },
      own: writer === actor?.person,
    })),
  })
}
