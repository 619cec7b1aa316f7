import type { MeetingId } from '@witboek/domain'
import { localTime } from '@witboek/i18n'
import type { Request, RequestHandler } from 'express'
import { newInstance, refusalProblem, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { meetingFile } from './meeting-file.ts'
import { readable } from './pages.ts'

/** A meeting as a file for one's own calendar, for whoever may know of it. */
export const calendarOf =
  (hands: Hands, meetingIn: (request: Request) => MeetingId): RequestHandler =>
  async (request: Request, response) => {
    const { store, settings, visitors, site, now } = hands
    const visitor = await visitors.of(request)
    const found = await readable(store, meetingIn(request), visitor?.actor ?? null, 'meeting:read')
    if (!found.ok) return sendProblem(response, refusalProblem(found.refusal, newInstance()))
    const { frame, meeting } = found.value
    const contact = visitor && (await store.contacts.of(visitor.person.id))
    const around = { frame, site, settings, locale: contact?.language ?? 'nl', now: now() }
    const file = await meetingFile(meeting, around)
    response.set('Cache-Control', 'private, no-store')
    response.attachment(`bijeenkomst-${localTime(meeting.startsAt).day}.ics`)
    response.type('text/calendar; charset=utf-8').send(file)
  }
