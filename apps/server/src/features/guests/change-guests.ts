import type { GuestsChanged } from '@witboek/contract'
import {
  changeVisit,
  eventBy,
  may,
  ok,
  refuse,
  sentAway,
  type GuestCommand,
  type MeetingId,
  type PersonId,
  type Refusal,
  type Result,
  type Visit,
} from '@witboek/domain'
import type { Together } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { inTurn } from '../access/in-turn.ts'
import { theMeeting } from '../meetings/the-meeting.ts'
import { changeVisits, visitsTo } from './change-visits.ts'

/**
 * A Chef says something about people at a meeting (GUEST-4). Of several what can be done is done, because meanwhile one of
 * them may have been let in by another Chef; when nothing can be done the answer says why.
 */
export function changeGuests(
  hands: Hands,
  { meeting: id, persons }: { readonly meeting: MeetingId; readonly persons: readonly PersonId[] },
  command: GuestCommand,
  visitor: Visitor | null,
): Promise<Result<GuestsChanged>> {
  const { store, openMeetings, now, events, lobby } = hands
  return inTurn(hands, visitor, async ({ dialogue, people, actor }) => {
    const found = await theMeeting(store, dialogue, id)
    if (!found.ok) return found
    const meeting = found.value
    const allowed = may('meeting:lead', actor, { phase: dialogue.phase, theme: meeting.theme })
    if (!allowed.ok) return allowed
    const visits = new Map((await visitsTo(store, id, people)).map((visit) => [visit.person.id, visit]))
    const decide = (visit: Visit | undefined) =>
      visit
        ? changeVisit(meeting, visit, command, dialogue.phase, actor)
        : refuse({ code: 'guest-not-found' } satisfies Refusal)
    const decided = [...new Set(persons)].map((person) => {
      const before = visits.get(person)
      return { before, said: decide(before) }
    })
    const [first] = decided
    if (first && !first.said.ok && decided.every(({ said }) => !said.ok)) return first.said
    const changes = decided.flatMap(({ before, said }) =>
      before && said.ok && said.value ? [{ before, after: said.value }] : [],
    )
    if (changes.length === 0) return ok({ changed: 0 })
    const details = { meeting: id, ...('writes' in command ? { writes: command.writes } : {}) }
    const change = (recordMore: (ports: Together) => Promise<unknown>) =>
      changeVisits(hands, { dialogue, people, by: actor.person }, meeting, {
        changes,
        facts: changes.flatMap(({ after: { fact } }) => fact ?? []),
        async record(ports) {
          await recordMore(ports)
          await ports.events.append(
            dialogue.id,
            changes.map(({ before: { person } }) => eventBy(actor, now(), command.type, person.id, details)),
          )
        },
      })
    // Whoever is sent away has no hand up any more, nor the word.
    if (command.type !== 'guest:remove') await change(() => Promise.resolve())
    else
      await openMeetings.inLine(meeting, (before, write) => {
        const facts = sentAway(
          before,
          changes.map(({ after: { person } }) => person.id),
        )
        return change(async (ports) => facts.length > 0 && (await write(ports, facts, actor)))
      })
    events.guestsChanged(id, command.type, changes.length, actor.person)
    lobby.changed(id)
    return ok({ changed: changes.length })
  })
}
