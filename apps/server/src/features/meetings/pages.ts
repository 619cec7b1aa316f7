import type {
  AllMeetingsAnswer,
  LobbyShown,
  MeetingAnswer,
  MeetingGroup,
  ScreenAnswer,
  ThemeMeetingsAnswer,
} from '@witboek/contract'
import {
  deferredItems,
  guestSeatAt,
  may,
  maySeeMeeting,
  ok,
  refuse,
  type Actor,
  type Frame,
  type Meeting,
  type MeetingId,
  type Result,
  type ThemeId,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { groupMeetings } from '../../meetings/group-meetings.ts'
import { nextRoomCodeAt, roomCodeAt } from '../../meetings/room-code.ts'
import { visitsTo } from '../guests/change-visits.ts'
import { qrCode } from './qr-code.ts'
import { shown, theMeeting, themeShown } from './the-meeting.ts'

type Asked = Pick<Hands, 'store' | 'openMeetings' | 'settings'>

/** The meetings of a theme group, for whoever may know of them. */
export async function themeMeetings(
  { store, openMeetings, settings }: Asked,
  slug: string,
  actor: Actor | null,
): Promise<Result<ThemeMeetingsAnswer>> {
  const frame = await store.dialogues.current()
  const theme = frame?.themes.find((other) => other.slug === slug)
  if (!frame || !theme) return refuse({ code: 'theme-not-found' })
  const group = groupFor(frame, theme.id, await store.meetings.of(frame.dialogue.id), actor, settings)
  if (!group.ok) return group
  return ok({
    theme: { id: theme.id, slug: theme.slug, name: theme.name },
    ...(await withWaiting({ store, openMeetings }, frame, theme.id, group.value)),
    houseVideo: settings.videoLink !== null,
  })
}

/** All meetings that somebody may know of: those of all themes together, and of each theme (MEET-12). */
export async function allMeetings(
  { store, openMeetings, settings }: Asked,
  actor: Actor | null,
): Promise<Result<AllMeetingsAnswer>> {
  const frame = await store.dialogues.current()
  if (!frame) return refuse({ code: 'dialogue-not-found' })
  const meetings = await store.meetings.of(frame.dialogue.id)
  const groupOf = (theme: ThemeId | null) => groupFor(frame, theme, meetings, actor, settings)
  const plenary = groupOf(null)
  const themes = frame.themes.flatMap(({ id, slug, name }) => {
    const group = groupOf(id)
    return group.ok ? [{ theme: { slug, name }, ...group.value }] : []
  })
  if (!plenary.ok && themes.length === 0) return plenary
  const together = plenary.ok ? await withWaiting({ store, openMeetings }, frame, null, plenary.value) : null
  return ok({ plenary: together, themes, houseVideo: settings.videoLink !== null })
}

function groupFor(
  { dialogue: { phase } }: Frame,
  theme: ThemeId | null,
  meetings: readonly Meeting[],
  actor: Actor | null,
  settings: Hands['settings'],
): Result<MeetingGroup> {
  const place = { phase, theme }
  const allowed = may('meeting:read', actor, place)
  if (!allowed.ok) return allowed
  return ok({
    meetings: meetings
      .filter((meeting) => meeting.theme === theme && maySeeMeeting('meeting:read', meeting, phase, actor).ok)
      .map((meeting) => shown(meeting, settings)),
    plans: may('meeting:plan', actor, place).ok,
    leads: may('meeting:lead', actor, place).ok,
    shows: may('meeting:show', actor, place).ok,
    waiting: [],
  })
}

/** With what waits for the next one, for whoever plans it (EVENING-11). */
async function withWaiting(
  hands: Pick<Hands, 'store' | 'openMeetings'>,
  { dialogue }: Frame,
  theme: ThemeId | null,
  group: MeetingGroup,
): Promise<MeetingGroup> {
  if (!group.plans) return group
  const deferred = deferredItems(await groupMeetings(hands, { dialogue: dialogue.id, theme }))
  return { ...group, waiting: deferred.flatMap(({ to, plan }) => (to === null ? [plan.title] : [])) }
}

/** One meeting, and for its Chef who came to it. */
export async function meetingPage(
  { store, settings, site }: Hands,
  id: MeetingId,
  actor: Actor | null,
): Promise<Result<MeetingAnswer>> {
  const found = await readable(store, id, actor, 'meeting:read')
  if (!found.ok) return found
  const { frame, meeting } = found.value
  const place = { phase: frame.dialogue.phase, theme: meeting.theme }
  const [leads, shows] = [may('meeting:lead', actor, place).ok, may('meeting:show', actor, place).ok]
  return ok({
    meeting: shown(meeting, settings),
    theme: themeShown(frame, meeting.theme),
    plans: may('meeting:plan', actor, place).ok,
    leads,
    shows,
    joins: may('meeting:join', actor, place).ok,
    houseVideo: settings.videoLink !== null,
    join: shows && meeting.code !== null ? { code: meeting.code, address: joinAddress(site) } : null,
    lobby: leads ? await lobbyOf(store, meeting.id) : null,
  })
}

/** What stands on the big screen; asked again and again. */
export async function screenPage(
  { store, site, meetingNews, now }: Hands,
  id: MeetingId,
  actor: Actor | null,
): Promise<Result<ScreenAnswer>> {
  const found = await readable(store, id, actor, 'meeting:show')
  if (!found.ok) return found
  const { frame, meeting } = found.value
  const { title, state, code, roomKey } = meeting
  const shows = await meetingNews.now(id, actor)
  if (!shows.ok) return shows
  const room = roomKey === null ? null : { code: roomCodeAt(roomKey, now()), until: nextRoomCodeAt(now()) }
  const way = room ? `?zaal=${room.code}` : ''
  return ok({
    title,
    theme: themeShown(frame, meeting.theme)?.name ?? null,
    state,
    join: code === null ? null : { code, address: joinAddress(site), qr: qrCode(`${site}/meedoen/${code}${way}`) },
    room,
    hall: shows.value.hall,
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
  const allowed = maySeeMeeting(act, found.value, frame.dialogue.phase, actor)
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
