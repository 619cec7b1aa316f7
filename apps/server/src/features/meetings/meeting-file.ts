import { isAnnounced, type Frame, type Instant, type Meeting } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import type { CalendarEntry } from '../../mail/calendar-file.ts'
import { videoOf, type VideoSettings } from './video.ts'

/** What an entry in a calendar needs to know besides the meeting. */
interface AroundMeeting {
  readonly frame: Frame
  /** The address of ours that people know. */
  readonly site: string
  /** Of whose calendar it is in. */
  readonly locale: Locale
  /** For those who may come in from home; `null`: it goes to somebody who has not said yes. */
  readonly settings: VideoSettings | null
}

/** A meeting in somebody's calendar. From a letter, from its page and followed, it is one entry: the `uid` is the same. */
export function meetingEntry(meeting: Meeting, { frame, site, locale, settings }: AroundMeeting): CalendarEntry {
  const { id, theme: inTheme, title, place, startsAt, endsAt, version, state, cancelReason } = meeting
  const texts = textsIn(locale).meetings.inCalendar
  const theme = frame.themes.find((other) => other.id === inTheme)
  const name = theme ? `${title} – ${theme.name}` : title
  const video = settings && videoOf(meeting, settings)
  const cancelled = state === 'cancelled'
  return {
    uid: `${id}@${new URL(site).hostname}`,
    sequence: version,
    status: cancelled ? 'cancelled' : isAnnounced(meeting) ? 'confirmed' : 'tentative',
    startsAt,
    endsAt,
    summary: cancelled ? texts.cancelled(name) : name,
    place,
    description: [
      ...(cancelReason ? [texts.because(cancelReason)] : []),
      frame.dialogue.title,
      ...(video ? [texts.fromHome(video.address)] : []),
    ].join('\n'),
    url: theme ? `${site}/thema/${theme.slug}/bijeenkomsten` : `${site}/bijeenkomsten`,
  }
}

/** A meeting as a file for one's own calendar; a cancelled one takes it out again. */
export async function meetingFile(
  meeting: Meeting,
  around: AroundMeeting & { readonly now: Instant },
): Promise<string> {
  // Fetched when there is a meeting to tell of.
  const { calendarFile } = await import('../../mail/calendar-file.ts')
  return calendarFile({
    method: meeting.state === 'cancelled' ? 'CANCEL' : 'PUBLISH',
    entries: [meetingEntry(meeting, around)],
    now: around.now,
  })
}
