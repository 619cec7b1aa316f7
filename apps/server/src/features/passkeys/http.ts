import { AddPasskey, Nothing, RemovePasskey, UsePasskey } from '@witboek/contract'
import { installationChain, ok, publicName, refuse, type Instant, type PasskeyId, type Result } from '@witboek/domain'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import type { Ticket } from '@witboek/store'
import express, { type Request, type Response, type Router } from 'express'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { visitorAddress } from '../../http/visitor-address.ts'
import { arrive } from '../../login/arrive.ts'
import { hashOf } from '../../login/secrets.ts'
import { isStillIn } from '../../login/still-in.ts'
import type { Visitor } from '../../login/visitors.ts'
import { ownEvent } from '../account/http.ts'

/** So long (ms) a browser may take to ask its owner. */
const askingLasts = 5 * 60_000

/** More than these on one account is a program. */
const passkeysMax = 20

/** A whole hall behind one address may sign in at once. */
const beginLimit = { max: 600, within: 10 * 60_000 }

/**
 * Passkeys (WebAuthn level 3): the device proves who it is with a key that never leaves it, after it has asked its owner
 * (SIGN-6). A challenge is a single-use ticket under its own hash, so any server can check the answer.
 */
export function passkeys(hands: Hands): Router {
  const router = express.Router()
  router.post(
    '/api/account/passkeys/begin',
    command(hands, Nothing, (_message, visitor) => beginAdding(hands, visitor)),
  )
  router.post(
    '/api/account/passkeys',
    command(hands, AddPasskey, (message, visitor) =>
      add(
        hands,
        { name: message.name, credential: message.credential as unknown as RegistrationResponseJSON },
        visitor,
      ),
    ),
  )
  router.post(
    '/api/account/passkeys/remove',
    command(hands, RemovePasskey, ({ id }, visitor) => remove(hands, id, visitor)),
  )
  router.post(
    '/login/passkey/begin',
    command(hands, Nothing, (_message, _visitor, request) => beginSigningIn(hands, request)),
  )
  router.post(
    '/login/passkey',
    command(hands, UsePasskey, ({ credential, keep }, _visitor, request) =>
      signIn(hands, { credential: credential as unknown as AuthenticationResponseJSON, keep }, request),
    ),
  )
  return router
}

async function beginAdding(hands: Hands, visitor: Visitor | null) {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const { store, now } = hands
  const { person } = visitor
  const known = await store.passkeys.of(person.id)
  if (known.length >= passkeysMax) return refuse({ code: 'passkey-not-valid' })
  const options = await generateRegistrationOptions({
    rpName: 'Witboek',
    rpID: relyingParty(hands),
    userID: new TextEncoder().encode(person.id),
    userName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: asTransports(transports) })),
    // Found by the device itself, and only after it has asked for a finger, a face or a code: it is the whole proof.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: askingLasts,
  })
  await store.tickets.issue(challengeTicket('passkey-add', options.challenge, now(), person.id))
  return ok(options)
}

async function add(
  hands: Hands,
  { credential, name }: { readonly credential: RegistrationResponseJSON; readonly name: string },
  visitor: Visitor | null,
): Promise<Result<null>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const called = publicName(name)
  if (!called.ok) return called
  const { store, now } = hands
  const challenge = challengeIn(credential)
  const ticket = await store.tickets.take(hashOf(challenge), 'passkey-add', now())
  if (ticket?.person !== visitor.person.id) return refuse({ code: 'passkey-not-valid' })
  const checked = await verified(() =>
    verifyRegistrationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: hands.site,
      expectedRPID: relyingParty(hands),
      requireUserVerification: true,
    }),
  )
  if (!checked?.verified) return refuse({ code: 'passkey-not-valid' })
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential
  const dialogue = await store.dialogues.currentDialogue()
  return store.turns.take('access', async () => {
    if (!(await isStillIn(store, visitor, now()))) return refuse({ code: 'not-signed-in' })
    return store.together(async (ports) => {
      const added = await ports.passkeys.add({
        id: id as PasskeyId,
        person: visitor.person.id,
        publicKey,
        counter,
        transports,
        name: called.value,
        createdAt: now(),
        usedAt: null,
      })
      if (!added) return refuse({ code: 'passkey-not-valid' })
      await ports.events.append(dialogue?.id ?? installationChain, [ownEvent(visitor, now(), 'passkey:add')])
      return ok(null)
    })
  })
}

async function remove({ store, now }: Hands, id: PasskeyId, visitor: Visitor | null): Promise<Result<null>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const dialogue = await store.dialogues.currentDialogue()
  return store.together(async (ports) => {
    if (!(await ports.passkeys.remove(id, visitor.person.id))) return refuse({ code: 'passkey-not-valid' })
    await ports.events.append(dialogue?.id ?? installationChain, [ownEvent(visitor, now(), 'passkey:remove')])
    return ok(null)
  })
}

/** Whoever asks is told nothing about anybody: the device itself knows which of its keys are for this site. */
async function beginSigningIn(hands: Hands, request: Request) {
  const { store, live, now } = hands
  const wait = await live.attempts.take(`passkey from ${visitorAddress(request)}`, beginLimit)
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(hands),
    userVerification: 'required',
    timeout: askingLasts,
  })
  await store.tickets.endExpired(now())
  await store.tickets.issue(challengeTicket('passkey-use', options.challenge, now(), null))
  return ok(options)
}

async function signIn(
  hands: Hands,
  { credential, keep }: { readonly credential: AuthenticationResponseJSON; readonly keep: boolean },
  request: Request,
): Promise<Result<null>> {
  const { store, now } = hands
  const challenge = challengeIn(credential)
  const ticket = await store.tickets.take(hashOf(challenge), 'passkey-use', now())
  const known = await store.passkeys.find(credential.id as PasskeyId)
  if (!ticket || !known) return refuse({ code: 'passkey-not-valid' })
  const checked = await verified(() =>
    verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: hands.site,
      expectedRPID: relyingParty(hands),
      credential: {
        id: known.id,
        publicKey: new Uint8Array(known.publicKey),
        counter: known.counter,
        transports: asTransports(known.transports),
      },
      requireUserVerification: true,
    }),
  )
  if (!checked?.verified) return refuse({ code: 'passkey-not-valid' })
  await store.passkeys.used(known.id, checked.authenticationInfo.newCounter, now())
  await arrive(hands, { request, response: request.res as Response }, known.person, { how: 'passkey', keep })
  return ok(null)
}

/** The challenge that a browser says it has answered; empty for what is no answer. */
function challengeIn({ response }: { readonly response: { readonly clientDataJSON: string } }): string {
  try {
    return decodeClientDataJSON(response.clientDataJSON).challenge
  } catch {
    return ''
  }
}

/** The answer of a browser that cannot be checked is one that is not right: the library throws for both. */
async function verified<Answer>(check: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await check()
  } catch {
    return null
  }
}

/** Passkeys belong to the host that people see in their address bar. */
const relyingParty = ({ site }: Hands): string => new URL(site).hostname

const challengeTicket = (kind: string, challenge: string, now: Instant, person: Ticket['person']): Ticket => ({
  hash: hashOf(challenge),
  kind,
  person,
  content: {},
  expiresAt: (now + askingLasts) as Instant,
})

/** As the device itself named them. */
const asTransports = (transports: readonly string[]) => [...transports] as AuthenticatorTransport[]
