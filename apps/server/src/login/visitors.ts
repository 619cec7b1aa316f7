import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { actorIn, type Actor, type Instant, type LoginId, type PersonId } from '@witboek/domain'
import type { Login, Logins, People } from '@witboek/store'
import { parseCookie } from 'cookie'
import { newId } from '../new-id.ts'

/** The cookie that carries a login's token. Only the server can read it, and other sites cannot send it. */
export const loginCookie = 'witboek-login'

/** A login lasts one evening and the morning after (ms). */
export const loginLasts = 16 * 60 * 60 * 1000

/** Who is asking: the actor, and the login that proves it. */
export interface Visitor {
  readonly actor: Actor
  readonly login: LoginId
}

/** Logins: a random token goes to the browser, its hash to the store. */
export class Visitors {
  private readonly logins: Logins
  private readonly people: People
  private readonly now: () => Instant
  private readonly endListeners = new Set<(login: LoginId) => void>()
  private changeCount = 0

  constructor(logins: Logins, people: People, now: () => Instant) {
    this.logins = logins
    this.people = people
    this.now = now
  }

  /**
   * Rises whenever somebody's login, seat or the phase has changed. A door that asked who may do what, and had to wait
   * before acting on it, asks again when this is no longer the same (ACCESS-3).
   */
  get changes(): number {
    return this.changeCount
  }

  /** The store has it: somebody's seat, or the phase, is another one. */
  noteChange(): void {
    this.changeCount += 1
  }

  /** Who sent this request; `null` for somebody who has not signed in. */
  async of(request: IncomingMessage): Promise<Visitor | null> {
    const login = await this.loginOf(request)
    if (!login) return null
    const person = await this.people.find(login.person)
    const actor = person && actorIn(person, login.seatIndex)
    return actor ? { actor, login: login.id } : null
  }

  /** Starts a login for somebody's identity that was proven; answers the token for the cookie. */
  async start(person: PersonId, seatIndex: number): Promise<{ token: string; login: LoginId }> {
    const token = randomBytes(32).toString('base64url')
    const createdAt = this.now()
    const expiresAt = (createdAt + loginLasts) as Instant
    const id = newId<'login'>(createdAt)
    await this.logins.endExpired(createdAt)
    await this.logins.start({ id, tokenHash: hashOf(token), person, seatIndex, createdAt, expiresAt })
    return { token, login: id }
  }

  /** Ends the login of this request, and everything that was open under it. */
  async end(request: IncomingMessage): Promise<Login | null> {
    const login = await this.loginOf(request)
    if (!login) return null
    await this.logins.end(login.id)
    this.tellEnded([login.id])
    return login
  }

  /**
   * Ends every login of a person: nothing can be opened under one from here on. What is open under them ends after
   * `meanwhile`, in which the rooms get to record what has changed.
   */
  async endOf(person: PersonId, meanwhile: () => Promise<void>): Promise<void> {
    const ended = await this.logins.endOf(person)
    try {
      await meanwhile()
    } finally {
      // Once more, for whoever signed in again before the seat was gone.
      this.tellEnded([...ended, ...(await this.logins.endOf(person))])
    }
  }

  /** Calls back when a login has ended, so that open lines can be closed. */
  onEnd(listener: (login: LoginId) => void): void {
    this.endListeners.add(listener)
  }

  private tellEnded(logins: readonly LoginId[]): void {
    this.noteChange()
    for (const login of logins) for (const listener of this.endListeners) listener(login)
  }

  private async loginOf(request: IncomingMessage): Promise<Login | null> {
    const token = parseCookie(request.headers.cookie ?? '')[loginCookie]
    return token ? this.logins.find(hashOf(token), this.now()) : null
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
