import type { Instant, LoginId, PasskeyId, PersonId } from '@witboek/domain'

/** Who somebody is at an issuer of identities (OpenID Connect: `iss` and `sub`). */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly person: PersonId
}

export interface Identities {
  /** Answers `false` when this identity is known already. */
  add(identity: Identity): Promise<boolean>
  find(issuer: string, subject: string): Promise<Identity | null>
  of(person: PersonId): Promise<readonly Identity[]>
  forget(person: PersonId): Promise<void>
}

/** A passkey (WebAuthn credential): its public half; the other one never leaves the device. */
export interface Passkey {
  /** The credential id, in base64url. */
  readonly id: PasskeyId
  readonly person: PersonId
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  /** What its owner calls it. */
  readonly name: string
  readonly createdAt: Instant
  readonly usedAt: Instant | null
}

export interface Passkeys {
  /** Answers `false` when this one is known already. */
  add(passkey: Passkey): Promise<boolean>
  find(id: PasskeyId): Promise<Passkey | null>
  of(person: PersonId): Promise<readonly Passkey[]>
  used(id: PasskeyId, counter: number, at: Instant): Promise<void>
  /** Answers `false` when it is not this person's. */
  remove(id: PasskeyId, person: PersonId): Promise<boolean>
  forget(person: PersonId): Promise<void>
}

/** What is good for one use, for a short time: a link to sign in, a step at an issuer. Only the hash of its secret is kept. */
export interface Ticket {
  readonly hash: string
  readonly kind: string
  /** Whose it is; `null` when that is not known yet. */
  readonly person: PersonId | null
  /** For whoever made it. */
  readonly content: Readonly<Record<string, unknown>>
  readonly expiresAt: Instant
}

export interface Tickets {
  issue(ticket: Ticket): Promise<void>
  /** Answers it once, and never again; `null` when it was used, is too old, or is of another kind. */
  take(hash: string, kind: string, now: Instant): Promise<Ticket | null>
  /** Those of a person and a kind end; answers how many that were. */
  endOf(person: PersonId, kind?: string): Promise<number>
  endExpired(now: Instant): Promise<number>
}

/** A proven identity (login), from the seat the person acts in. The token itself is never kept, only its hash. */
export interface Login {
  readonly id: LoginId
  readonly tokenHash: string
  readonly person: PersonId
  readonly seatIndex: number
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** By what it was proven. */
  readonly how: LoginProof
  /** What somebody recognises the device by: `Firefox, Android`. */
  readonly device: string
  /** About when it was last used. */
  readonly seenAt: Instant
}

export type LoginProof = 'example' | 'link' | 'invitation' | 'oidc' | 'passkey' | 'guest'

export interface Logins {
  start(login: Login): Promise<void>
  /** `null` for an unknown, ended or expired one. */
  find(tokenHash: string, now: Instant): Promise<Login | null>
  end(id: LoginId): Promise<void>
  /** Those of a person, the newest first. */
  of(person: PersonId, now: Instant): Promise<readonly Login[]>
  seen(id: LoginId, at: Instant): Promise<void>
  /** About when everybody who has a login last used one. */
  lastSeen(): Promise<ReadonlyMap<PersonId, Instant>>
  /** Ends all logins of a person, but the one that is named; answers their ids. */
  endOf(person: PersonId, except?: LoginId): Promise<readonly LoginId[]>
  /** Removes what has expired; answers how many that were. */
  endExpired(now: Instant): Promise<number>
}
