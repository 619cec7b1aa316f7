import {
  eventBy,
  ok,
  refuse,
  removePerson,
  type Actor,
  type DialogueId,
  type Instant,
  type PersonId,
  type Result,
} from '@witboek/domain'
import type { Together } from '@witboek/store'
import { takeSeatsAway, type Hands } from '../access/end-seat.ts'

/**
 * Somebody is in the dialogue no longer (PEOPLE-4): every seat, login and way back in ends, and what is open with it. Their
 * words stay, and what is known of them; who wants that gone too erases it.
 */
export async function removeSomeone(hands: Hands, id: PersonId, actor: Actor): Promise<Result<null>> {
  const { store, events, now } = hands
  const erased = await store.people.erased()
  const removed = await takeSeatsAway(hands, actor, {
    decide(people, phase) {
      const decided = removePerson(people, id, phase, actor)
      return decided.ok && erased.includes(id) ? refuse({ code: 'person-not-found' }) : decided
    },
    async record(ports, dialogue, { seats }) {
      const at = now()
      await ports.tickets.endOf(id)
      await leaveLobbies(ports, id)
      const invitations = await withdrawInvitations(ports, dialogue, id, at)
      return eventBy(actor, at, 'person:remove', id, { seats: seats.length, invitations })
    },
  })
  if (!removed.ok) return removed
  events.personRemoved(id, actor.person)
  return ok(null)
}

/** Open invitations to their address would let them in again; answers how many those were. */
async function withdrawInvitations(
  { contacts, invitations }: Together,
  dialogue: DialogueId,
  id: PersonId,
  at: Instant,
): Promise<number> {
  const email = (await contacts.of(id))?.email
  if (!email) return 0
  let withdrawn = 0
  for (const invitation of await invitations.of(dialogue)) {
    if (invitation.email !== email) continue
    const open = ['queued', 'sent', 'bounced'] as const
    if (await invitations.change(invitation.id, open, { state: 'withdrawn', answeredAt: at })) withdrawn += 1
  }
  return withdrawn
}

/** Nor does a Chef let them in from where they waited. */
async function leaveLobbies({ admissions }: Together, id: PersonId): Promise<void> {
  for (const admission of await admissions.ofPerson(id))
    if (admission.state === 'waiting' || admission.state === 'admitted')
      await admissions.change(admission.id, admission.state, { state: 'ended' })
}
