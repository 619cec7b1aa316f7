import { actorIn, eventBy, installationChain, type Instant } from '@witboek/domain'
import type { Store } from '@witboek/store'
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { newInstance, refusalProblem, sendProblem } from '../http/answers.ts'
import { localPath } from '@witboek/contract'
import { setLoginCookie } from './login-cookie.ts'
import type { Visitors } from './visitors.ts'

const ChooseSeat = z.object({ seat: z.coerce.number().int().min(0).max(99), next: z.string().max(500).optional() })

/** Who holds several seats acts from one at a time: taking another one is a new login, and stands in the record (RIGHTS-5). */
export function chooseSeat(hands: { store: Store; visitors: Visitors; now: () => Instant }): Router {
  const { store, visitors, now } = hands
  const router = express.Router()
  router.post('/login/seat', express.urlencoded({ limit: '4kb' }), async (request: Request, response: Response) => {
    const wish = ChooseSeat.safeParse(request.body)
    const sat = wish.success ? await visitors.sit(request, wish.data.seat) : null
    const actor = sat && wish.success ? actorIn(sat.person, wish.data.seat) : null
    if (!sat || !actor || !wish.success)
      return sendProblem(response, refusalProblem({ code: 'seat-not-found' }, newInstance()))
    const dialogue = await store.dialogues.currentDialogue()
    await store.events.append(dialogue?.id ?? installationChain, [eventBy(actor, now(), 'seat:choose', actor.person)])
    setLoginCookie(response, request, sat)
    response.redirect(303, localPath(wish.data.next))
  })
  return router
}
