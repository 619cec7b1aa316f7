import {
  CancelMeeting,
  ChangeMeeting,
  ConfirmMeeting,
  MeetingIdOnWire,
  OneMeeting,
  PlanMeeting,
} from '@witboek/contract'
import type { MeetingId, Result } from '@witboek/domain'
import express, { type Request, type Router } from 'express'
import type { z } from 'zod'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { calendarOf } from './calendar.ts'
import { cancelTheMeeting, changeTheMeeting, planTheMeeting, publishTheMeeting } from './change-meeting.ts'
import { closeTheMeeting } from './close-meeting.ts'
import {
  confirmTheMeeting,
  minuteTheMeeting,
  openTheMeeting,
  pauseTheMeeting,
  resumeTheMeeting,
} from './lead-meeting.ts'
import { allMeetings, meetingPage, screenPage, themeMeetings } from './pages.ts'

/** The evenings, of a theme group or of all: planned, published, cancelled, opened and closed; and what the big screen shows. */
export function meetings(hands: Hands): Router {
  const { visitors } = hands
  const router = express.Router()
  router.get(
    '/api/themes/:slug/meetings',
    page(visitors, (request, visitor) => themeMeetings(hands, String(request.params['slug']), visitor?.actor ?? null)),
  )
  router.get(
    '/api/meetings',
    page(visitors, (_request, visitor) => allMeetings(hands, visitor?.actor ?? null)),
  )
  router.get(
    '/api/meetings/:meeting',
    page(visitors, (request, visitor) => meetingPage(hands, meetingIn(request), visitor?.actor ?? null)),
  )
  router.get(
    '/api/screens/:meeting',
    page(visitors, (request, visitor) => screenPage(hands, meetingIn(request), visitor?.actor ?? null)),
  )
  router.get('/api/meetings/:meeting/calendar.ics', calendarOf(hands, meetingIn))
  const on = <Schema extends z.ZodType, Answer>(
    name: string,
    schema: Schema,
    act: (hands: Hands, wish: z.output<Schema>, visitor: Visitor | null) => Promise<Result<Answer>>,
  ) =>
    router.post(
      `/api/meetings/${name}`,
      command(hands, schema, (wish, visitor) => act(hands, wish, visitor)),
    )
  on('plan', PlanMeeting, planTheMeeting)
  on('change', ChangeMeeting, changeTheMeeting)
  on('publish', OneMeeting, publishTheMeeting)
  on('cancel', CancelMeeting, cancelTheMeeting)
  on('open', OneMeeting, openTheMeeting)
  on('pause', OneMeeting, pauseTheMeeting)
  on('resume', OneMeeting, resumeTheMeeting)
  on('close', OneMeeting, closeTheMeeting)
  on('minute', OneMeeting, minuteTheMeeting)
  on('confirm', ConfirmMeeting, confirmTheMeeting)
  return router
}

/** What is no id is the id of no meeting. */
const meetingIn = (request: Request): MeetingId =>
  MeetingIdOnWire.catch('' as MeetingId).parse(request.params['meeting'])
