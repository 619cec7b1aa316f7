import type { CancelMeeting, ChangeMeeting, MeetingShown, OneMeeting, PlanMeeting } from '@witboek/contract'
import {
  cancelMeeting,
  changeMeeting,
  houseVideo,
  isPlannedAs,
  ok,
  planMeeting,
  publishMeeting,
  refuse,
  roomForMeeting,
  type Meeting,
  type MeetingId,
  type MeetingPlan,
  type Result,
} from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { newId } from '../../new-id.ts'
import { inTurn, type Turn } from '../access/in-turn.ts'
import { keepMeeting, meetingEvent } from './keep-meeting.ts'
import { shown, theMeeting } from './the-meeting.ts'

/**
 * A meeting of a theme group, or of all of them together, is planned (MEET-1). Asked once more, because an answer was lost,
 * it is the same one.
 */
export function planTheMeeting(
  hands: Hands,
  { theme, ...plan }: z.output<typeof PlanMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> {
  const { store, settings, now, events, lobby } = hands
  return planning(hands, visitor, async ({ dialogue, actor }) => {
    const frame = await store.dialogues.current()
    if (theme !== null && !frame?.themes.some(({ id }) => id === theme)) return refuse({ code: 'theme-not-found' })
    const ids = { id: newId<'meeting'>(now()), dialogue: dialogue.id, theme }
    const decided = planMeeting(plan, ids, dialogue.phase, actor)
    if (!decided.ok) return decided
    const meeting = decided.value
    if (!hasVideo(hands, meeting)) return refuse({ code: 'meeting-link-not-valid' })
    const all = await store.meetings.of(dialogue.id)
    const same = all.find((other) => other.theme === theme && other.state === 'planned' && isPlannedAs(other, meeting))
    if (same) return ok(shown(same, settings))
    const room = roomForMeeting(all, theme)
    if (!room.ok) return room
    await store.together(async (ports) => {
      await ports.meetings.add(meeting)
      await ports.events.append(dialogue.id, [meetingEvent(actor, now(), 'meeting:plan', meeting)])
    })
    events.meetingChanged(meeting.id, 'meeting:plan', actor.person)
    lobby.changed(meeting.id)
    return ok(shown(meeting, settings))
  })
}

/** Its plan changes (MEET-2). */
export const changeTheMeeting = (
  hands: Hands,
  { meeting: id, ...plan }: z.output<typeof ChangeMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> =>
  decide(hands, visitor, 'meeting:change', id, (meeting, { dialogue, actor }) => {
    const changed = changeMeeting(meeting, plan, dialogue.phase, actor)
    if (changed.ok && changed.value !== meeting && !hasVideo(hands, plan))
      return refuse({ code: 'meeting-link-not-valid' })
    return changed
  })

/** Those whom it is for are told of it, in their lists and their calendars (MEET-7). */
export const publishTheMeeting = (
  hands: Hands,
  { meeting: id }: z.output<typeof OneMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> =>
  decide(hands, visitor, 'meeting:publish', id, (meeting, { dialogue, actor }) =>
    publishMeeting(meeting, dialogue.phase, actor),
  )

/** It is not held (MEET-10). */
export const cancelTheMeeting = (
  hands: Hands,
  { meeting: id, reason }: z.output<typeof CancelMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> =>
  decide(hands, visitor, 'meeting:cancel', id, (meeting, { dialogue, actor }) =>
    cancelMeeting(meeting, reason, dialogue.phase, actor),
  )

/** Plans, changes, announcements and cancellations of one person: everybody whom a meeting is for hears of them, in letters and calendars. */
const planningLimit: AttemptLimit = { max: 120, within: 10 * 60_000 }

/** In turn, and no faster than a person plans (EVENING-9). */
async function planning(
  hands: Hands,
  visitor: Visitor | null,
  act: (turn: Turn) => Promise<Result<MeetingShown>>,
): Promise<Result<MeetingShown>> {
  const wait = visitor ? await hands.live.attempts.take(`meetings planned by ${visitor.person.id}`, planningLimit) : 0
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
  return inTurn(hands, visitor, act)
}

/** One after the other: the meeting as it is, what a rule makes of it, and that is kept. */
function decide(
  hands: Hands,
  visitor: Visitor | null,
  type: `meeting:${string}`,
  id: MeetingId,
  rule: (meeting: Meeting, turn: Turn) => Result<Meeting> | Promise<Result<Meeting>>,
): Promise<Result<MeetingShown>> {
  return planning(hands, visitor, async (turn) => {
    const found = await theMeeting(hands.store, turn.dialogue, id)
    if (!found.ok) return found
    const decided = await rule(found.value, turn)
    return decided.ok ? keepMeeting(hands, turn, type, [found.value, decided.value]) : decided
  })
}

/** The video of the house is for a house that has it. */
const hasVideo = ({ settings }: Hands, { remoteLink }: Pick<MeetingPlan, 'remoteLink'>): boolean =>
  remoteLink.trim() !== houseVideo || settings.videoLink !== null
