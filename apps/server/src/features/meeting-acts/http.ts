import { MeetingIdOnWire, meetingCommandNames, meetingCommandPath, meetingCommandSchema } from '@witboek/contract'
import type { MeetingCommand, MeetingId } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { actInMeeting } from './act.ts'
import { Pace } from './pace.ts'

/** Everything people do at a meeting, and how it goes. */
export function meetingActs(hands: Hands): Router {
  const pace = new Pace(hands.live.attempts)
  const router = express.Router()
  router.get(
    '/api/meetings/:meeting/now',
    page(hands.visitors, (request, visitor) =>
      hands.meetingNews.now(
        MeetingIdOnWire.catch('' as MeetingId).parse(request.params['meeting']),
        visitor?.actor ?? null,
      ),
    ),
  )
  for (const name of meetingCommandNames)
    router.post(
      meetingCommandPath(name),
      command(hands, meetingCommandSchema(name), ({ meeting, ...fields }, visitor) =>
        actInMeeting(hands, pace, meeting, { type: name, ...fields } as MeetingCommand, visitor),
      ),
    )
  return router
}
