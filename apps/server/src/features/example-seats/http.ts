import type { SeatsAnswer } from '@witboek/contract'
import { ok, type Result } from '@witboek/domain'
import type { Store } from '@witboek/store'
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { newInstance, page, refusalProblem, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { localPath } from '@witboek/contract'
import { arrive } from '../../login/arrive.ts'

/** The people of the example, each in the seat they hold. */
async function seats(store: Store): Promise<Result<SeatsAnswer>> {
  const frame = await store.dialogues.current()
  const people = await store.people.all()
  return ok({
    seats: people.flatMap(({ id, name, background, seats: [seat] }) => {
      if (!seat) return []
      const theme = frame?.themes.find((other) => other.id === seat.theme)
      const shown = theme ? { slug: theme.slug, name: theme.name } : null
      return [{ person: id, name, background, role: seat.role, theme: shown }]
    }),
  })
}

const TakeSeat = z.object({ person: z.string().max(64), next: z.string().max(500).optional() })

/** "Neem plaats als…": a real login for one of the example's people. Without the example there is no such door. */
export function exampleSeats({ settings, store, visitors, events }: Hands): Router {
  const router = express.Router()
  if (!settings.example) return router
  router.get(
    '/api/example/seats',
    page(visitors, () => seats(store)),
  )
  router.post('/login/example', express.urlencoded({ limit: '4kb' }), async (request: Request, response: Response) => {
    const wish = TakeSeat.safeParse(request.body)
    const person = wish.success ? (await store.people.all()).find(({ id }) => id === wish.data.person) : undefined
    // Somebody whose seat was taken away has nowhere to sit.
    if (!wish.success || !person?.seats[0]) {
      sendProblem(response, refusalProblem({ code: 'seat-not-found' }, newInstance()))
      return
    }
    await arrive({ visitors, events }, { request, response }, person.id, { how: 'example' })
    response.redirect(303, localPath(wish.data.next))
  })
  return router
}
