import express, { type Request, type Response, type Router } from 'express'
import type { Events } from '../events.ts'
import { clearLoginCookie } from './login-cookie.ts'
import type { Visitors } from './visitors.ts'

/** Leaving the seat: the login ends on the server, not only in the browser. */
export function logout(visitors: Visitors, events: Events): Router {
  const router = express.Router()
  router.post('/logout', async (request: Request, response: Response) => {
    const ended = await visitors.end(request)
    if (ended) events.seatLeft(ended.person, ended.id)
    clearLoginCookie(response, request)
    response.redirect(303, '/')
  })
  return router
}
