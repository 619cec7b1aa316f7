import type { MeetingShown } from '@witboek/contract'
import {
  ok,
  refuse,
  type Dialogue,
  type Frame,
  type Meeting,
  type MeetingId,
  type Result,
  type ThemeId,
} from '@witboek/domain'
import type { Meetings } from '@witboek/store'
import { videoOf, type VideoSettings } from './video.ts'

/** A meeting of this dialogue. */
export async function theMeeting(
  { meetings }: { readonly meetings: Meetings },
  { id: dialogue }: Pick<Dialogue, 'id'>,
  id: MeetingId,
): Promise<Result<Meeting>> {
  const meeting = await meetings.find(id)
  return meeting?.dialogue === dialogue ? ok(meeting) : refuse({ code: 'meeting-not-found' })
}

/** Without what only some may know. */
export const shown = (meeting: Meeting, settings: VideoSettings): MeetingShown => {
  const { id, theme, kind, title, place, remoteLink, startsAt, endsAt, state, version, cancelReason } = meeting
  const plan = { kind, title, place, remoteLink, startsAt, endsAt }
  return { id, theme, ...plan, state, version, cancelReason, video: videoOf(meeting, settings) }
}

/** How a theme is told on pages; `null`: the dialogue as a whole. */
export function themeShown({ themes }: Frame, id: ThemeId | null): { slug: string; name: string } | null {
  const theme = themes.find((other) => other.id === id)
  return theme ? { slug: theme.slug, name: theme.name } : null
}
