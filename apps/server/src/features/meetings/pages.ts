import type { LobbyShown, MeetingAnswer, ScreenAnswer, ThemeMeetingsAnswer } from '@witboek/contract'
import {
  guestSeatAt,
  may,
  ok,
  refuse,
  type Actor,
  type Frame,
  type Meeting,
  type MeetingId,
  type Result,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { visitsTo } from '../guests/change-visits.ts'
import { qrCode } from './qr-code.ts'
import { shown, theMeeting, themeShown } from './the-meeting.ts'

/** The meetings of a theme group, for whoever may know of them. */
export async function themeMeetings(
  store: Store,
  slug: string,
  actor: Actor | null,
): Promise<Result<ThemeMeetingsAnswer>> {
  const frame = await store.dialogues.current()
  const theme = frame?.themes.find((other) => other.slug === slug)
  if (!frame || !theme) return refuse({ code: 'theme-not-found' })
  const place = { phase: frame.dialogue.phase, theme: theme.id }
  const allowed = may('meeting:read', actor, place)
  if (!allowed.ok) return allowed
  const meetings = (await store.meetings.of(frame.dialogue.id)).filter((meeting) => meeting.theme === theme.id)
  return ok({
    theme: { id: theme.id, slug: theme.slug, name: theme.name },
    meetings: meetings.map(shown),
    plans: may('meeting:plan', actor, place).ok,
    leads: may('meeting:lead', actor, place).ok,
    shows: may('meeting:show', actor, place).ok,
  })
}

/** One meeting, and for its Chef who came to it. */
export async function meetingPage(
  { store, site }: Hands,
  id: MeetingId,
  actor: Actor | null,
): Promise<Result<MeetingAnswer>> {
  const found = await readable(store, id, actor, 'meeting:read')
  if (!found.ok) return found
  const { frame, meeting } = found.value
  const place = { phase: frame.dialogue.phase, theme: meeting.theme }
  const [leads, shows] = [may('meeting:lead', actor, place).ok, may('meeting:show', actor, place).ok]
  return ok({
    meeting: shown(meeting),
    theme: themeShown(frame, meeting.theme),
    plans: may('meeting:plan', actor, place).ok,
    leads,
    shows,
    join: shows && meeting.code !== null ? { code: meeting.code, address: joinAddress(site) } : null,
    lobby: leads ? await lobbyOf(store, meeting.id) : null,
  })
}

/** What stands on the big screen; asked again and again. */
export async function screenPage(
  { store, site }: Hands,
  id: MeetingId,
  actor: Actor | null,
): Promise<Result<ScreenAnswer>> {
  const found = await readable(store, id, actor, 'meeting:show')
  if (!found.ok) return found
  const { frame, meeting } = found.value
  const { title, state, code } = meeting
  return ok({
    title,
    theme: themeShown(frame, meeting.theme)?.name ?? null,
    state,
    join: code === null ? null : { code, address: joinAddress(site), qr: qrCode(`${site}/meedoen/${code}`) },
  })
}

/** A meeting, with the dialogue it is in, for somebody who may read or show it. */
export async function readable(
  store: Store,
  id: MeetingId,
  actor: Actor | null,
  act: 'meeting:read' | 'meeting:show',
): Promise<Result<{ readonly frame: Frame; readonly meeting: Meeting }>> {
  const frame = await store.dialogues.current()
  if (!actor || !frame) return refuse({ code: 'not-signed-in' })
  const found = await theMeeting(store, frame.dialogue, id)
  if (!found.ok) return found
  const allowed = may(act, actor, { phase: frame.dialogue.phase, theme: found.value.theme })
  return allowed.ok ? ok({ frame, meeting: found.value }) : allowed
}

async function lobbyOf(store: Store, meeting: MeetingId): Promise<LobbyShown> {
  const visits = (await visitsTo(store, meeting, await store.people.all())).map(({ admission, person }) => ({
    state: admission.state,
    // Whose seat was taken away otherwise is no guest any more.
    seated: guestSeatAt(person, meeting) !== null,
    visitor: { person: person.id, name: person.name, askedAt: admission.askedAt },
    writes: admission.writes,
  }))
  return {
    waiting: visits.filter(({ state }) => state === 'waiting').map(({ visitor }) => visitor),
    guests: visits
      .filter(({ state, seated }) => state === 'admitted' && seated)
      .map(({ visitor, writes }) => ({ ...visitor, writes })),
    away: visits
      .filter(({ state, seated }) => state === 'refused' || state === 'ended' || (state === 'admitted' && !seated))
      .map(({ visitor }) => visitor),
  }
}

/** As people type it. */
const joinAddress = (site: string): string => `${new URL(site).host}/meedoen`
