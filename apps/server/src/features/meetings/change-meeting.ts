import { randomInt } from 'node:crypto'
import type { ChangeMeeting, MeetingShown, OneMeeting, PlanMeeting } from '@witboek/contract'
import {
  changeMeeting,
  codeLength,
  codeLetters,
  eventBy,
  isPlannedAs,
  ok,
  openMeeting,
  planMeeting,
  refuse,
  type Actor,
  type Instant,
  type Meeting,
  type Result,
} from '@witboek/domain'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { newId } from '../../new-id.ts'
import { inTurn, type Turn } from '../access/in-turn.ts'
import { shown, theMeeting } from './the-meeting.ts'

/** A meeting of a theme group is planned (MEET-1). Asked once more, because an answer was lost, it is the same one. */
export function planTheMeeting(
  hands: Hands,
  { theme, ...plan }: z.output<typeof PlanMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> {
  const { store, now, events, lobby } = hands
  return inTurn(hands, visitor, async ({ dialogue, actor }) => {
    const frame = await store.dialogues.current()
    if (!frame?.themes.some(({ id }) => id === theme)) return refuse({ code: 'theme-not-found' })
    const ids = { id: newId<'meeting'>(now()), dialogue: dialogue.id, theme }
    const decided = planMeeting(plan, ids, dialogue.phase, actor)
    if (!decided.ok) return decided
    const meeting = decided.value
    const all = await store.meetings.of(dialogue.id)
    const same = all.find((other) => other.theme === theme && other.state === 'planned' && isPlannedAs(other, meeting))
    if (same) return ok(shown(same))
    await store.together(async (ports) => {
      await ports.meetings.add(meeting)
      await ports.events.append(dialogue.id, [meetingEvent(actor, now(), 'meeting:plan', meeting)])
    })
    events.meetingChanged(meeting.id, 'meeting:plan', actor.person)
    lobby.changed(meeting.id)
    return ok(shown(meeting))
  })
}

/** Its plan changes (MEET-2). */
export function changeTheMeeting(
  hands: Hands,
  { meeting: id, ...plan }: z.output<typeof ChangeMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> {
  return inTurn(hands, visitor, async (turn) => {
    const found = await theMeeting(hands.store, turn.dialogue, id)
    if (!found.ok) return found
    const decided = changeMeeting(found.value, plan, turn.dialogue.phase, turn.actor)
    return decided.ok ? keep(hands, turn, 'meeting:change', found.value, decided.value) : decided
  })
}

/** It opens, with a code that no other open meeting has (MEET-3). */
export function openTheMeeting(
  hands: Hands,
  { meeting: id }: z.output<typeof OneMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> {
  const { store } = hands
  return inTurn(hands, visitor, async (turn) => {
    const found = await theMeeting(store, turn.dialogue, id)
    if (!found.ok) return found
    let code = newCode()
    while (await store.meetings.byCode(code)) code = newCode()
    const all = await store.meetings.of(turn.dialogue.id)
    const decided = openMeeting(found.value, all, code, turn.dialogue.phase, turn.actor)
    return decided.ok ? keep(hands, turn, 'meeting:open', found.value, decided.value) : decided
  })
}

async function keep(
  { store, now, events, lobby }: Hands,
  { dialogue, actor }: Turn,
  type: 'meeting:change' | 'meeting:open',
  from: Meeting,
  to: Meeting,
): Promise<Result<MeetingShown>> {
  if (to === from) return ok(shown(from))
  const kept = await store.together(async (ports) => {
    if (!(await ports.meetings.change(from, to))) return false
    await ports.events.append(dialogue.id, [meetingEvent(actor, now(), type, to)])
    return true
  })
  if (!kept) return refuse({ code: 'meeting-changed' })
  events.meetingChanged(to.id, type, actor.person)
  lobby.changed(to.id)
  return ok(shown(to))
}

const meetingEvent = (actor: Actor, at: Instant, type: string, { id, theme, kind }: Meeting) =>
  eventBy(actor, at, type, id, { theme, kind })

/** Chance of the kind that nobody can foresee. */
const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')
