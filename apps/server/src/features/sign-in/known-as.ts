import { installationChain, mailAddress, type NewEvent, type PersonId } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import type { IssuerIdentity } from './issuer.ts'

/**
 * Who somebody of the issuer is here: whom this identity belongs to, or else whose address the issuer has verified, who has
 * it from now on. `null`: nobody; being known at the issuer makes nobody a person here (SIGN-3).
 */
export async function knownAs(hands: Hands, identity: IssuerIdentity): Promise<PersonId | null> {
  const { store, events, now } = hands
  const { issuer, subject } = identity
  const known = await store.identities.find(issuer, subject)
  const person = known?.person ?? (await byVerifiedEmail(hands, identity))
  if (person === null || !(await store.people.find(person))) return null
  if (known) return person
  const dialogue = await store.dialogues.currentDialogue()
  const added = await store.together(async ({ identities, events: chains }) => {
    const isNew = await identities.add({ issuer, subject, person })
    const event = { actor: person, role: null, theme: null, type: 'identity:add', subject: person, details: {} }
    if (isNew) await chains.append(dialogue?.id ?? installationChain, [{ ...event, at: now() } satisfies NewEvent])
    return isNew
  })
  if (added) events.identityAdded(person)
  return person
}

async function byVerifiedEmail({ store }: Hands, identity: IssuerIdentity): Promise<PersonId | null> {
  const email = await identity.verifiedEmail()
  const contact = email === null ? null : await store.contacts.byEmail(mailAddress(email))
  return contact?.person ?? null
}
