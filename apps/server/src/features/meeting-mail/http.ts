import { WantMeetingMail } from '@witboek/contract'
import { ok } from '@witboek/domain'
import express, { type Router } from 'express'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { inOwnName } from '../own-contact/in-own-name.ts'

/** Whether somebody wants mail about meetings (LETTER-5). */
export function meetingMailWish(hands: Hands): Router {
  const router = express.Router()
  router.post(
    '/api/account/meeting-mail',
    command(hands, WantMeetingMail, ({ wanted }, visitor) =>
      inOwnName(hands, visitor, 'meeting-mail:choose', async ({ meetingLetters }, { person }) => {
        await (wanted ? meetingLetters.resume(person) : meetingLetters.stop(person))
        return ok(null)
      }),
    ),
  )
  return router
}
