import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import { send } from '#lib/send.ts'

/** Why nothing came of a passkey: the server's no, or the owner (or the device) stopped it. */
export type PasskeyFailure = CommandFailure | 'stopped'

/** Fetched when somebody asks for it: most people come by a link. */
const browser = () => import('@simplewebauthn/browser')

export const passkeysWork = (): boolean => typeof PublicKeyCredential === 'function'

/** The device makes a passkey for this account. Answers why not; `null` when it did. */
export async function makePasskey(name: string): Promise<PasskeyFailure | null> {
  const begun = await send<PublicKeyCredentialCreationOptionsJSON>('/api/account/passkeys/begin', {})
  if (!begun.ok) return begun.failure
  const credential = await asked(async () => (await browser()).startRegistration({ optionsJSON: begun.value }))
  if (!credential) return 'stopped'
  const added = await send('/api/account/passkeys', { credential, name })
  return added.ok ? null : added.failure
}

/** Signs in by a passkey of this device. Answers why not; `null` when it did. */
export async function signInByPasskey(keep: boolean): Promise<PasskeyFailure | null> {
  const begun = await send<PublicKeyCredentialRequestOptionsJSON>('/login/passkey/begin', {})
  if (!begun.ok) return begun.failure
  const credential = await asked(async () => (await browser()).startAuthentication({ optionsJSON: begun.value }))
  if (!credential) return 'stopped'
  const came = await send('/login/passkey', { credential, keep })
  return came.ok ? null : came.failure
}

/** Whoever presses "cancel" has done nothing wrong. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}
