import express, { type Request, type Response, type Router } from 'express'
import type { Hands } from '../http/hands.ts'
import { clearLoginCookie } from './login-cookie.ts'

/** Leaving the seat: the login ends on the server, not only in the browser. */
export function logout({ visitors, events }: Pick<Hands, 'visitors' | 'events'>): Router {
  const router = express.Router()
  router.post('/logout', async (request: Request, response: Response) => {
    const ended = await visitors.end(request)
    if (ended) events.seatLeft(ended.person, ended.id)
    clearLoginCookie(response, request)
    response.redirect(303, '/')
  })
  return router
}
