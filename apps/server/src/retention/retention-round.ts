import {
  installationChain,
  invitationsToForget,
  isOver,
  nextPseudonym,
  type Dialogue,
  type Instant,
  type InvitationId,
  type NewEvent,
  type PersonId,
  type RetentionCounts,
} from '@witboek/domain'
import type { Store, Together } from '@witboek/store'
import { forgetPerson, type ErasureHands } from '../features/erasure/forget-person.ts'
import { knownDialogues } from '../known-dialogues.ts'
import { guestsWhoAreOver } from './guests-who-are-over.ts'

/** Of a kind in one round: others who need the turn, or the store, wait for seconds at the most. */
const most = { invitation: 200, guest: 30, contact: 200 } as const

/**
 * Looks once at everything that is kept, and erases what was kept long enough (PRIVACY-7). One server at a time, so that
 * each thing goes once; what is left over goes in the next round. Answers how much it was.
 */
export async function retentionRound(hands: ErasureHands): Promise<RetentionCounts> {
  const { store, now } = hands
  return store.turns.take('access', async () => {
    const dialogue = await store.dialogues.currentDialogue()
    const at = now()
    const guest = await eraseGuests(hands, dialogue, at)
    const invitations = await invitationsOver(store, dialogue, at)
    const people = await peopleOver(store, dialogue, at)
    return store.together(async (ports) => {
      await ports.invitations.forget(invitations)
      for (const person of people) await forgetContact(ports, person)
      const counts: RetentionCounts = {
        login: await ports.logins.endExpired(at),
        ticket: await ports.tickets.endExpired(at),
        invitation: invitations.length,
        guest,
        contact: people.length,
      }
      if (Object.values(counts).some((count) => count > 0))
        await ports.events.append(...onRecord(dialogue, at, 'retention:erase', null, counts))
      return counts
    })
  })
}

async function eraseGuests(hands: ErasureHands, dialogue: Dialogue | null, at: Instant): Promise<number> {
  const { store } = hands
  const over = (await guestsWhoAreOver(store, at)).slice(0, most.guest)
  for (const person of over) {
    const [people, erased] = [await store.people.all(), await store.people.erased()]
    const name = nextPseudonym(people, erased.length)
    await forgetPerson(hands, { dialogue, people, by: person.id, person, name }, async ({ events }) => {
      await events.append(...onRecord(dialogue, at, 'person:erase', person.id, { keptName: false }))
    })
  }
  return over.length
}

async function invitationsOver(store: Store, dialogue: Dialogue | null, at: Instant): Promise<readonly InvitationId[]> {
  const dialogues = await knownDialogues(store, dialogue)
  const all = await Promise.all(dialogues.map((id) => store.invitations.of(id)))
  return invitationsToForget(all.flat(), at).slice(0, most.invitation)
}

/** Everybody of whom it is known how to reach them, or how they prove who they are, long enough after the archive. */
async function peopleOver(store: Store, dialogue: Dialogue | null, at: Instant): Promise<readonly PersonId[]> {
  if (dialogue?.phase !== 'archived') return []
  const last = await store.events.latest(dialogue.id, 'phase:reach')
  if (last?.details['phase'] !== 'archived' || !isOver('contact', last.at, at)) return []
  const over: PersonId[] = (await store.contacts.all()).map(({ person }) => person)
  const withContact = new Set(over)
  for (const { id } of await store.people.all()) {
    if (over.length >= most.contact) break
    if (withContact.has(id)) continue
    const proofs = [...(await store.passkeys.of(id)), ...(await store.identities.of(id))]
    if (proofs.length > 0 || (await store.calendarKeys.has(id))) over.push(id)
  }
  return over.slice(0, most.contact)
}

async function forgetContact(ports: Together, person: PersonId): Promise<void> {
  const { contacts, identities, passkeys, calendarKeys, meetingLetters, tickets } = ports
  await contacts.forget(person)
  await identities.forget(person)
  await passkeys.forget(person)
  await calendarKeys.forget(person)
  await meetingLetters.forget(person)
  await tickets.endOf(person)
}

/** Nobody asked for it. */
const onRecord = (
  dialogue: Dialogue | null,
  at: Instant,
  type: string,
  person: PersonId | null,
  details: NewEvent['details'],
): [chain: string, events: readonly NewEvent[]] => {
  const chain = dialogue?.id ?? installationChain
  return [chain, [{ at, actor: null, role: null, theme: null, type, subject: person ?? chain, details }]]
}
