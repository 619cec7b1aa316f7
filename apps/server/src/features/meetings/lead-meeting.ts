import { randomInt } from 'node:crypto'
import type { ConfirmMeeting, MeetingShown, OneMeeting } from '@witboek/contract'
import {
  carryOver,
  codeLength,
  codeLetters,
  confirmMeeting,
  deferredItems,
  minuteMeeting,
  minutesHash,
  minutesOf,
  openMeeting,
  pauseMeeting,
  pausing,
  resumeMeeting,
  resuming,
  type EventDetails,
  type Meeting,
  type MeetingId,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import { eventHash } from '@witboek/store'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import { newSecret } from '../../login/secrets.ts'
import type { Visitor } from '../../login/visitors.ts'
import { groupMeetings } from '../../meetings/group-meetings.ts'
import { inTurn, type Turn } from '../access/in-turn.ts'
import { checkpoints } from './checkpoints.ts'
import { keepMeeting, type StepNews } from './keep-meeting.ts'
import { theMeeting } from './the-meeting.ts'

type One = z.output<typeof OneMeeting>
type Led = Promise<Result<MeetingShown>>

/** It opens, with a code that no other open meeting has, and a key for the room (MEET-3). */
export const openTheMeeting = (hands: Hands, { meeting: id }: One, visitor: Visitor | null): Led =>
  lead(hands, visitor, 'meeting:open', id, async (meeting, { dialogue, actor }) => {
    const { store, now } = hands
    let code = newCode()
    while (await store.meetings.byCode(code)) code = newCode()
    const all = await store.meetings.of(dialogue.id)
    const opened = openMeeting(meeting, { all, code, roomKey: newSecret(), now: now() }, dialogue.phase, actor)
    const taken = await checkpoints(store, meeting)
    const deferred = deferredItems(await groupMeetings(hands, meeting))
    return [
      opened,
      (proceedings) => ({ facts: [...carryOver(proceedings, deferred), { type: 'meeting:opened' }, ...taken] }),
    ]
  })

/** A break (MEET-8, EVENING-5). */
export const pauseTheMeeting = (hands: Hands, { meeting: id }: One, visitor: Visitor | null): Led =>
  lead(hands, visitor, 'meeting:pause', id, (meeting, { dialogue, actor }) => [
    pauseMeeting(meeting, dialogue.phase, actor),
    (proceedings) => ({ facts: pausing(proceedings) }),
  ])

export const resumeTheMeeting = (hands: Hands, { meeting: id }: One, visitor: Visitor | null): Led =>
  lead(hands, visitor, 'meeting:resume', id, (meeting, { dialogue, actor }) => [
    resumeMeeting(meeting, dialogue.phase, actor),
    (proceedings) => ({ facts: resuming(proceedings) }),
  ])

/** Its minutes are complete (MEET-9). */
export const minuteTheMeeting = (hands: Hands, { meeting: id }: One, visitor: Visitor | null): Led =>
  lead(hands, visitor, 'meeting:minute', id, (meeting, { dialogue, actor }) => [
    minuteMeeting(meeting, dialogue.phase, actor),
    (proceedings) => ({ facts: [{ type: 'meeting:minuted' }], details: minutesIn(hands, meeting, proceedings) }),
  ])

/** The group says yes to them, at a later meeting (MEET-9). */
export const confirmTheMeeting = (
  hands: Hands,
  { meeting: id, at }: z.output<typeof ConfirmMeeting>,
  visitor: Visitor | null,
): Led =>
  lead(hands, visitor, 'meeting:confirm', id, async (meeting, { dialogue, actor }) => {
    const later = await theMeeting(hands.store, dialogue, at)
    return [
      later.ok ? confirmMeeting(meeting, later.value, dialogue.phase, actor) : later,
      (proceedings) => ({
        facts: [{ type: 'meeting:confirmed', at }],
        details: minutesIn(hands, meeting, proceedings),
      }),
    ]
  })

type Step = readonly [Result<Meeting>, (proceedings: Proceedings) => StepNews]

/** One after the other: the meeting as it is, what a rule makes of it, and that is kept with its facts. */
function lead(
  hands: Hands,
  visitor: Visitor | null,
  type: `meeting:${string}`,
  id: MeetingId,
  rule: (meeting: Meeting, turn: Turn) => Step | Promise<Step>,
): Led {
  return inTurn(hands, visitor, async (turn) => {
    const found = await theMeeting(hands.store, turn.dialogue, id)
    if (!found.ok) return found
    const [decided, news] = await rule(found.value, turn)
    return decided.ok ? keepMeeting(hands, turn, type, [found.value, decided.value], news) : decided
  })
}

/** The record names the minutes by their content, as the file does (MINUTES-5). */
const minutesIn = ({ now }: Hands, meeting: Meeting, proceedings: Proceedings): EventDetails => ({
  minutes: minutesHash(minutesOf(meeting, proceedings, now()), eventHash),
})

/** Chance of the kind that nobody can foresee. */
const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')
