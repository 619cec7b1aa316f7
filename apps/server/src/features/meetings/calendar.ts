import type { MeetingId } from '@witboek/domain'
import { localTime } from '@witboek/i18n'
import type { Request, RequestHandler } from 'express'
import { newInstance, refusalProblem, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { readable } from './pages.ts'
import { themeShown } from './the-meeting.ts'

/** A meeting as a file for one's own calendar, for whoever may know of it. */
export const calendarOf =
  (hands: Hands, meetingIn: (request: Request) => MeetingId): RequestHandler =>
  async (request: Request, response) => {
    const { store, visitors, site, now } = hands
    const visitor = await visitors.of(request)
    const found = await readable(store, meetingIn(request), visitor?.actor ?? null, 'meeting:read')
    if (!found.ok) return sendProblem(response, refusalProblem(found.refusal, newInstance()))
    const { frame, meeting } = found.value
    const { title, place, startsAt, endsAt, version } = meeting
    const theme = themeShown(frame, meeting.theme)
    // Fetched when somebody asks for it.
    const { calendarFile } = await import('../../mail/calendar-file.ts')
    const file = calendarFile({
      uid: `${meeting.id}@${new URL(site).hostname}`,
      sequence: version,
      method: 'PUBLISH',
      startsAt,
      endsAt,
      summary: theme ? `${title} – ${theme.name}` : title,
      place,
      description: frame.dialogue.title,
      url: theme ? `${site}/thema/${theme.slug}/bijeenkomsten` : site,
      now: now(),
    })
    response.set('Cache-Control', 'private, no-store')
    response.attachment(`bijeenkomst-${localTime(startsAt).day}.ics`)
    response.type('text/calendar; charset=utf-8').send(file)
  }
