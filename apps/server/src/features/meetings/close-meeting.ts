import type { MeetingShown, OneMeeting } from '@witboek/contract'
import {
  chefsOf,
  closeByClock,
  closeMeeting,
  closing,
  endVisit,
  ok,
  refuse,
  type Actor,
  type Dialogue,
  type Instant,
  type Meeting,
  type NewEvent,
  type Person,
  type Result,
} from '@witboek/domain'
import type { Together } from '@witboek/store'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { inTurn } from '../access/in-turn.ts'
import { changeVisits, visitsTo } from '../guests/change-visits.ts'
import { checkpoints } from './checkpoints.ts'
import { shown, theMeeting } from './the-meeting.ts'

/** A meeting closes: its guests read and write no more from this moment on, and who waits need not wait (MEET-4, GUEST-6). */
export function closeTheMeeting(
  hands: Hands,
  { meeting: id }: z.output<typeof OneMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> {
  const { store, settings } = hands
  return inTurn(hands, visitor, async ({ dialogue, people, actor }) => {
    const found = await theMeeting(store, dialogue, id)
    if (!found.ok) return found
    const meeting = found.value
    const decided = closeMeeting(meeting, dialogue.phase, actor)
    if (!decided.ok) return decided
    const closed = decided.value
    if (closed !== meeting) await close(hands, { dialogue, people, actor }, meeting, closed)
    return ok(shown(closed, settings))
  })
}

/** What nobody closed, the clock closes (MEET-4). Answers whether it did. */
export async function closeOverdue(hands: Hands, { id }: Pick<Meeting, 'id'>): Promise<boolean> {
  const { store, now } = hands
  return store.turns.take('access', async () => {
    const dialogue = await store.dialogues.currentDialogue()
    const found = dialogue ? await theMeeting(store, dialogue, id) : refuse({ code: 'meeting-not-found' })
    if (!dialogue || !found.ok) return false
    const closed = closeByClock(found.value, now())
    if (closed === found.value) return false
    await close(hands, { dialogue, people: await store.people.all(), actor: null }, found.value, closed)
    return true
  })
}

interface Closing {
  readonly dialogue: Dialogue
  readonly people: readonly Person[]
  /** `null`: the clock. */
  readonly actor: Actor | null
}

async function close(
  hands: Hands,
  { dialogue, people, actor }: Closing,
  meeting: Meeting,
  closed: Meeting,
): Promise<void> {
  const { store, openMeetings, now, events, lobby } = hands
  const here = (await visitsTo(store, meeting.id, people)).filter(
    ({ admission: { state } }) => state === 'waiting' || state === 'admitted',
  )
  const hadGuests = here.some(({ admission }) => admission.state === 'admitted')
  await openMeetings.inLine(meeting, async (proceedings, write) => {
    const facts = [...(await checkpoints(store, meeting)), ...closing(proceedings)]
    const openPolls = proceedings.polls.filter(({ state }) => state === 'open')
    // The clock is nobody, and books know who let people in: whoever led it, or else a Chef of the theme.
    const by = actor?.person ?? proceedings.ledBy.at(-1) ?? [...chefsOf(people, meeting.theme)][0]
    if (by === undefined) throw new Error('nobody leads this meeting')
    await changeVisits(hands, { dialogue, people, by }, meeting, {
      changes: here.map((before) => ({ before, after: endVisit(before) })),
      facts: hadGuests ? [{ type: 'guests:ended', meeting: meeting.id }] : [],
      async record(ports: Together) {
        // Only by a server that was cut off and lost its turn: whoever asks again sees what has become of it.
        if (!(await ports.meetings.change(meeting, closed))) throw new Error('the meeting was changed meanwhile')
        await write(ports, facts, actor, async ({ ballotBoxes }) => {
          for (const { id: poll } of openPolls) await ballotBoxes.close(poll)
        })
        await ports.events.append(dialogue.id, [closeEvent(meeting, actor, now(), here.length)])
      },
    })
  })
  events.meetingChanged(meeting.id, 'meeting:close', actor?.person ?? null)
  lobby.changed(meeting.id)
}

const closeEvent = ({ id, theme }: Meeting, actor: Actor | null, at: Instant, visits: number): NewEvent => ({
  at,
  actor: actor?.person ?? null,
  role: actor?.seat.role ?? null,
  theme: actor?.seat.theme ?? theme,
  type: 'meeting:close',
  subject: id,
  details: { theme, visits },
})
