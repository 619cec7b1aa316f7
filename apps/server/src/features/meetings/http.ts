import {
  CancelMeeting,
  ChangeMeeting,
  ConfirmMeeting,
  MeetingIdOnWire,
  OneMeeting,
  PlanMeeting,
} from '@witboek/contract'
import type { MeetingId } from '@witboek/domain'
import express, { type Request, type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
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
  router.post(
    '/api/meetings/plan',
    command(hands, PlanMeeting, (wish, visitor) => planTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/change',
    command(hands, ChangeMeeting, (wish, visitor) => changeTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/publish',
    command(hands, OneMeeting, (wish, visitor) => publishTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/cancel',
    command(hands, CancelMeeting, (wish, visitor) => cancelTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/open',
    command(hands, OneMeeting, (wish, visitor) => openTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/pause',
    command(hands, OneMeeting, (wish, visitor) => pauseTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/resume',
    command(hands, OneMeeting, (wish, visitor) => resumeTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/minute',
    command(hands, OneMeeting, (wish, visitor) => minuteTheMeeting(hands, wish, visitor)),
  )
  router.post(
    '/api/meetings/confirm',
    command(hands, ConfirmMeeting, (wish, visitor) => confirmTheMeeting(hands, wish, visitor)),
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
