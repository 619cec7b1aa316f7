import { LetGuestsWrite, TheseGuests } from '@witboek/contract'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { visitorAddress } from '../../http/visitor-address.ts'
import { changeGuests } from './change-guests.ts'
import { confirmByForm, joinByForm } from './forms.ts'
import { joinPage } from './join.ts'
import { ownVisits } from './own-visits.ts'

/** Joining a meeting without an account: the code, the lobby, and what a Chef says about those who are in it. */
export function guests(hands: Hands): Router {
  const { visitors, store } = hands
  const router = express.Router()
  const form = express.urlencoded({ limit: '4kb' })
  router.get(
    '/api/join/:code',
    page(visitors, (request, visitor) =>
      joinPage(hands, String(request.params['code']), visitorAddress(request), visitor),
    ),
  )
  router.get(
    '/api/lobby',
    page(visitors, (_request, visitor) => ownVisits(store, visitor)),
  )
  router.post('/login/join', form, joinByForm(hands))
  router.post('/login/guest-address', form, confirmByForm(hands))
  router.post(
    '/api/guests/admit',
    command(hands, TheseGuests, (these, visitor) => changeGuests(hands, these, { type: 'guest:admit' }, visitor)),
  )
  router.post(
    '/api/guests/refuse',
    command(hands, TheseGuests, (these, visitor) => changeGuests(hands, these, { type: 'guest:refuse' }, visitor)),
  )
  router.post(
    '/api/guests/write',
    command(hands, LetGuestsWrite, ({ writes, ...these }, visitor) =>
      changeGuests(hands, these, { type: 'guest:write', writes }, visitor),
    ),
  )
  router.post(
    '/api/guests/remove',
    command(hands, TheseGuests, (these, visitor) => changeGuests(hands, these, { type: 'guest:remove' }, visitor)),
  )
  return router
}
