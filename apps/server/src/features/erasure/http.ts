import { EraseMyself, ErasePerson } from '@witboek/contract'
import { meansName, refuse } from '@witboek/domain'
import express, { type Router } from 'express'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { clearLoginCookie } from '../../login/login-cookie.ts'
import { eraseSomebody } from './erase-person.ts'

/** The doors by which what is known of somebody goes: their own, and the administrator's for who asked. */
export function erasure(hands: Hands): Router {
  const router = express.Router()
  router.post(
    '/api/account/erase',
    command(hands, EraseMyself, async ({ confirm, keepName }, visitor, request) => {
      if (!visitor) return refuse({ code: 'not-signed-in' })
      if (!meansName(confirm, visitor.person.name)) return refuse({ code: 'name-differs' })
      const erased = await eraseSomebody(hands, { person: visitor.person.id, keepName }, visitor)
      if (erased.ok && request.res) clearLoginCookie(request.res, request)
      return erased
    }),
  )
  router.post(
    '/api/people/erase',
    command(hands, ErasePerson, async (wish, visitor) =>
      visitor ? eraseSomebody(hands, wish, visitor) : refuse({ code: 'not-signed-in' }),
    ),
  )
  return router
}
