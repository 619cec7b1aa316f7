import {
  isForgotten,
  type Dialogue,
  type DialogueId,
  type Erasure,
  type Instant,
  type Person,
  type PersonId,
} from '@witboek/domain'
import type { Together } from '@witboek/store'
import { knownDialogues } from '../../known-dialogues.ts'
import { endSeats, type Hands as ErasureHands } from '../access/end-seat.ts'

export type { ErasureHands }

interface ToForget extends Erasure {
  /** `null`: there is none yet. */
  readonly dialogue: Dialogue | null
  /** Everybody, as it was before. */
  readonly people: readonly Person[]
  readonly by: PersonId
}

/**
 * Nothing is left of somebody but an id and the name that stands with their words (PRIVACY-5): one change in the store, with
 * what `record` adds to it, and everything open under their logins ends. What they wrote stays, and so does the record,
 * which holds no name. Within the turn `access`.
 */
export async function forgetPerson(
  hands: ErasureHands,
  { dialogue, people, by, person, name }: ToForget,
  record: (ports: Together) => Promise<void>,
): Promise<void> {
  const { store, now } = hands
  const dialogues = await knownDialogues(store, dialogue)
  const ended = {
    person: { ...person, name, seats: [] },
    seats: person.seats,
    fact: { type: 'seat:ended', person: person.id },
  } as const
  await endSeats(hands, { dialogue, people, by, actor: null, ended }, () =>
    store.together(async (ports) => {
      await endInvitations(ports, dialogues, person.id, now())
      await endVisits(ports, person.id)
      await ports.parkedEdits.forget(person.id)
      await ports.meetingNotes.forget(person.id)
      await ports.people.erase(person.id, name, now())
      await ports.contacts.forget(person.id)
      await ports.identities.forget(person.id)
      await ports.passkeys.forget(person.id)
      await ports.calendarKeys.forget(person.id)
      await ports.meetingLetters.forget(person.id)
      await ports.consents.forget(person.id)
      await ports.tickets.endOf(person.id)
      await record(ports)
    }),
  )
}

/** Those to their address, and those they accepted under another one. An open one would let them in again. */
async function endInvitations(
  { contacts, invitations }: Together,
  dialogues: readonly DialogueId[],
  id: PersonId,
  now: Instant,
): Promise<void> {
  const email = (await contacts.of(id))?.email ?? null
  for (const dialogue of dialogues) {
    const theirs = (await invitations.of(dialogue)).filter(
      (one) => !isForgotten(one) && (one.person === id || one.email === email),
    )
    for (const one of theirs)
      await invitations.change(one.id, ['queued', 'sent', 'bounced'], { state: 'withdrawn', answeredAt: now })
    await invitations.forget(theirs.map((one) => one.id))
  }
}

/** Where they waited or were let in, nobody is any more. */
async function endVisits({ admissions }: Together, id: PersonId): Promise<void> {
  for (const { id: admission, state } of await admissions.ofPerson(id))
    if (state === 'waiting' || state === 'admitted') await admissions.change(admission, state, { state: 'ended' })
}
