import type { IncomingMessage } from 'node:http'
import type { Clock } from '@witboek/book'
import { actorIn, type Actor, type Instant, type LoginId, type Person, type PersonId } from '@witboek/domain'
import type { Notice, Notices } from '@witboek/live'
import type { Login, LoginProof, Logins, People } from '@witboek/store'
import { newId } from '../new-id.ts'
import { tokenIn } from './login-cookie.ts'
import { OpenLogins, type Lasting } from './open-logins.ts'
import { hashOf, newSecret } from './secrets.ts'

/** Every so often (ms) the store is asked whether the logins are still there under which something is open. */
const checkEvery = 20_000

/** When somebody was last seen is told to within this time (ms). */
const seenEvery = 5 * 60_000

/** Who is asking, and the login that proves it. */
export interface Visitor {
  readonly person: Person
  readonly login: LoginId
  /** In the seat this login acts from; `null` for somebody who has none: a guest in the lobby, or who stopped. */
  readonly actor: Actor | null
}

/** Somebody who acts from a seat. */
export interface SeatedVisitor extends Visitor {
  readonly actor: Actor
}

/** How a login came about. */
interface Arrival {
  readonly how: LoginProof
  readonly device: string
  /** How long it lasts (ms). */
  readonly lasts: number
}

interface Hands {
  readonly logins: Logins
  readonly people: People
  readonly clock: Clock
  readonly notices: Notices
  /** The store could not be asked; it is asked again. */
  readonly surprised: (cause: unknown) => void
}

/**
 * Logins: a random token goes to the browser, its hash to the store. A login that ends on one server ends on all of them:
 * they are told at once, and look into the store themselves when they could not be.
 */
export class Visitors {
  private readonly logins: Logins
  private readonly people: People
  private readonly clock: Clock
  private readonly notices: Notices
  private readonly surprised: (cause: unknown) => void
  private readonly open = new OpenLogins()
  private stopChecks: () => void = () => undefined
  private readonly endListeners = new Set<(login: LoginId) => void>()
  private changeCount = 0
  private checkWanted = false
  private checking = false

  constructor({ logins, people, clock, notices, surprised }: Hands) {
    this.logins = logins
    this.people = people
    this.clock = clock
    this.notices = notices
    this.surprised = surprised
    notices.onNotice((notice) => this.heard(notice))
    notices.onReturn(() => {
      this.askAgain()
      void this.check()
    })
    this.checkLater()
  }

  close(): void {
    this.stopChecks()
  }

  /**
   * Rises whenever somebody's login, seat or the phase has changed. A door that asked who may do what, and had to wait
   * before acting on it, asks again when this is no longer the same (ACCESS-3).
   */
  get changes(): number {
    return this.changeCount
  }

  /** The store has it: somebody's seat, or the phase, is another one. Doors ask again, here and on the other servers. */
  noteChange(): void {
    this.askAgain()
    void this.notices.send({ type: 'access-changed' })
  }

  /** Doors ask again, here: whoever changed something has told the other servers. */
  askAgain(): void {
    this.changeCount += 1
  }

  /**
   * Who sent this request; `null` for somebody who has not signed in. What stays open after it is ended when the login is
   * over: the connection itself when that becomes a WebSocket, or what is named here.
   */
  async of(request: IncomingMessage, lasting: Lasting | null = becomesWebSocket(request)): Promise<Visitor | null> {
    const login = await this.loginOf(request)
    if (!login) return null
    if (lasting) this.open.add(login, lasting)
    const person = await this.people.find(login.person)
    if (!person) return null
    const now = this.clock.now()
    // Nobody waits for it: it is for the list of one's devices.
    if (now - login.seenAt > seenEvery) this.logins.seen(login.id, now).catch(this.surprised)
    return { person, login: login.id, actor: actorIn(person, login.seatIndex) }
  }

  /** Starts a login for somebody's identity that was proven; answers the token for the cookie, and how long it lasts (ms). */
  async start(
    person: PersonId,
    seatIndex: number,
    { how, device, lasts }: Arrival,
  ): Promise<{ token: string; login: LoginId; lasts: number }> {
    const token = newSecret()
    const createdAt = this.clock.now()
    const expiresAt = (createdAt + lasts) as Instant
    const id = newId<'login'>(createdAt)
    await this.logins.endExpired(createdAt)
    await this.logins.start({
      id,
      tokenHash: hashOf(token),
      person,
      seatIndex,
      createdAt,
      expiresAt,
      how,
      device,
      seenAt: createdAt,
    })
    return { token, login: id, lasts }
  }

  /**
   * The same person goes on in another of their seats, under a login of its own: whatever is open under the one before ends.
   * `null` for whoever has no login, or no such seat.
   */
  async sit(request: IncomingMessage, seatIndex: number) {
    const login = await this.loginOf(request)
    const person = login && (await this.people.find(login.person))
    if (!person || !actorIn(person, seatIndex)) return null
    const lasts = login.expiresAt - this.clock.now()
    const started = await this.start(person.id, seatIndex, { how: login.how, device: login.device, lasts })
    await this.endThese([login.id])
    return { ...started, person }
  }

  /** Ends these logins, and everything that is open under them, on every server. */
  async endThese(logins: readonly LoginId[]): Promise<void> {
    for (const login of logins) await this.logins.end(login)
    this.ended(logins)
  }

  /** Ends all logins of a person but this one. */
  async endOthers({ person, login }: Visitor): Promise<void> {
    this.ended(await this.logins.endOf(person.id, login))
  }

  /** Ends the login of this request, and everything that was open under it. */
  async end(request: IncomingMessage): Promise<Login | null> {
    const login = await this.loginOf(request)
    if (!login) return null
    await this.logins.end(login.id)
    this.ended([login.id])
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
      this.ended([...ended, ...(await this.logins.endOf(person))])
    }
  }

  /** Calls back when a login has ended, so that open lines can be closed. */
  onEnd(listener: (login: LoginId) => void): void {
    this.endListeners.add(listener)
  }

  private ended(logins: readonly LoginId[]): void {
    this.closeAll(logins)
    void this.notices.send({ type: 'logins-ended', logins })
  }

  private heard(notice: Notice): void {
    if (notice.type === 'logins-ended') this.closeAll(notice.logins)
    else this.askAgain()
  }

  private closeAll(logins: readonly LoginId[]): void {
    this.askAgain()
    for (const login of logins) for (const listener of this.endListeners) listener(login)
  }

  /** Ends what is open under a login that is over, although nobody said so. Asked for meanwhile, it looks once more. */
  private async check(): Promise<void> {
    this.checkWanted = true
    if (this.checking) return
    this.checking = true
    while (this.checkWanted) {
      this.checkWanted = false
      await this.checkAll().catch(this.surprised)
    }
    this.checking = false
  }

  private checkLater(): void {
    this.stopChecks = this.clock.after(checkEvery, () => {
      void this.check()
      this.checkLater()
    })
  }

  private async checkAll(): Promise<void> {
    for (const { id, tokenHash } of this.open.all())
      if (!(await this.logins.find(tokenHash, this.clock.now()))) this.closeAll([id])
  }

  /** The login of a request, whether its person holds a seat or not. */
  async loginOf(request: IncomingMessage): Promise<Login | null> {
    const token = tokenIn(request)
    return token ? this.logins.find(hashOf(token), this.clock.now()) : null
  }
}

const becomesWebSocket = ({ headers, socket }: IncomingMessage): Lasting | null =>
  headers.upgrade === undefined || socket.destroyed ? null : socket
