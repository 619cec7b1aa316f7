import { ChangeMeeting, MeetingIdOnWire, OneMeeting, PlanMeeting } from '@witboek/contract'
import type { MeetingId } from '@witboek/domain'
import express, { type Request, type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { calendarOf } from './calendar.ts'
import { changeTheMeeting, openTheMeeting, planTheMeeting } from './change-meeting.ts'
import { closeTheMeeting } from './close-meeting.ts'
import { meetingPage, screenPage, themeMeetings } from './pages.ts'

/** The evenings of the theme groups: planned, opened and closed; and what the big screen shows. */
export function meetings(hands: Hands): Router {
  const { visitors, store } = hands
  const router = express.Router()
  router.get(
    '/api/themes/:slug/meetings',
    page(visitors, (request, visitor) => themeMeetings(store, String(request.params['slug']), visitor?.actor ?? null)),
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
  router.post(
    '/api/meetings/plan',
    command(hands, PlanMeeting, (wish, visitor) => planTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/change',
    command(hands, ChangeMeeting, (wish, visitor) => changeTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/open',
    command(hands, OneMeeting, (wish, visitor) => openTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/close',
    command(hands, OneMeeting, (wish, visitor) => closeTheMeeting(hands, wish, visitor)),
  )
  return router
}

/** What is no id is the id of no meeting. */
const meetingIn = (request: Request): MeetingId =>
  MeetingIdOnWire.catch('' as MeetingId).parse(request.params['meeting'])
