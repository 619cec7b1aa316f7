import { installationChain, mailAddress, type NewEvent, type PersonId } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import type { IssuerIdentity } from './issuer.ts'

type Acts = Pick<Hands, 'store' | 'events' | 'now'>

/**
 * Who somebody of the issuer is here: whom this identity belongs to, or else whose address the issuer has verified, who has
 * it from now on. `null`: nobody; being known at the issuer makes nobody a person here (SIGN-3).
 */
export async function knownAs(hands: Acts, identity: IssuerIdentity): Promise<PersonId | null> {
  const { store } = hands
  const known = await store.identities.find(identity.issuer, identity.subject)
  if (known) return (await store.people.find(known.person)) ? known.person : null
  const email = await identity.verifiedEmail()
  return email === null ? null : fromNowOn(hands, identity, mailAddress(email))
}

/** In the turn in which people are erased, too: nobody gets an identity who is nobody any more. */
async function fromNowOn(
  { store, events, now }: Acts,
  { issuer, subject }: IssuerIdentity,
  email: string,
): Promise<PersonId | null> {
  return store.turns.take('access', async () => {
    const person = (await store.contacts.byEmail(email))?.person ?? null
    if (person === null || !(await store.people.find(person))) return null
    const dialogue = await store.dialogues.currentDialogue()
    const added = await store.together(async ({ identities, events: chains }) => {
      const isNew = await identities.add({ issuer, subject, person })
      const event = { actor: person, role: null, theme: null, type: 'identity:add', subject: person, details: {} }
      if (isNew) await chains.append(dialogue?.id ?? installationChain, [{ ...event, at: now() } satisfies NewEvent])
      return isNew
    })
    if (added) events.identityAdded(person)
    return person
  })
}
