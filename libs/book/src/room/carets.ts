import type { Actor, PersonId } from '@witboek/domain'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Whoever sends carets: one open line of one person. */
interface CaretOwner {
  readonly actor: Actor
}

interface Caret {
  /** `null`: a line to another server. */
  readonly owner: CaretOwner | null
  /** When it was last heard of (ms). */
  readonly at: number
  clock: number
  /** JSON as it goes out; `null` once the caret is gone. */
  state: string | null
}

/** A caret is a small thing; whatever is larger is no caret. */
const caretMax = 4 * 1024
/** A line needs one caret; a few more are left over from a page that reloaded. */
const caretsPerOwner = 4
const clockMax = 2 ** 32
/** Pages say again where they are every 15 s: a caret on another server that was not heard of for so long (ms) is gone. */
const elsewhereLasts = 30_000
/** Carets on other servers in one section; more are not kept. */
const elsewhereMax = 2_000

/** Carets that changed, as awareness messages: all of them, and (`null`: none) those of lines to this server. */
interface CaretChanges {
  readonly all: Uint8Array
  readonly own: Uint8Array | null
}

/**
 * The carets in one section, by the awareness protocol of Yjs, with two differences: who someone is comes from the login
 * and not from the client, and of each caret only the last value per tick goes out. Whatever does not fit is dropped
 * without a word, because stock clients echo the carets of others and an honest reader must not be punished for that.
 */
export class Carets {
  private readonly carets = new Map<number, Caret>()
  private readonly changed = new Set<number>()
  private readonly mayUse: (client: number, person: PersonId) => boolean

  /** `mayUse` says whether this client id is, or can become, this person's (I5). */
  constructor(mayUse: (client: number, person: PersonId) => boolean) {
    this.mayUse = mayUse
  }

  /** Takes in an awareness message; answers whether there is anything to send on. Throws on malformed bytes. */
  receive(owner: CaretOwner, bytes: Uint8Array, now: number): boolean {
    for (const { client, clock, state } of readCarets(bytes)) {
      const known = this.carets.get(client)
      // Whoever comes over from another server takes the caret along.
      if (known?.owner && known.owner !== owner) continue
      if (known?.owner !== owner && (state === null || this.ownedBy(owner).length >= caretsPerOwner)) continue
      if (known && clock < known.clock) continue
      if (!this.mayUse(client, owner.actor.person)) continue
      const told = state === null ? null : withIdentity(state, owner.actor)
      // A renewal with the same state still goes out: that is how others know the person is there, and it keeps an idle line alive.
      this.carets.set(client, { owner, at: now, clock, state: told })
      this.changed.add(client)
    }
    return this.changed.size > 0
  }

  /** Takes in what another server says of the carets there; answers whether there is anything to send on. */
  hear(bytes: Uint8Array, now: number): boolean {
    this.forgetOld(now)
    for (const { client, clock, state } of readCarets(bytes)) {
      const known = this.carets.get(client)
      if (known ? known.owner !== null || clock < known.clock : state === null || this.carets.size >= elsewhereMax)
        continue
      const person = personIn(state)
      if (person) this.mayUse(client, person)
      this.carets.set(client, { owner: null, at: now, clock, state: state && JSON.stringify(state) })
      this.changed.add(client)
    }
    return this.changed.size > 0
  }

  /** The line is gone: so are its carets. */
  leave(owner: CaretOwner): boolean {
    for (const [client, caret] of this.ownedBy(owner)) {
      caret.clock += 1
      caret.state = null
      this.changed.add(client)
    }
    return this.changed.size > 0
  }

  /** How many changed since the last call of `takeChanges`. */
  get moved(): number {
    return this.changed.size
  }

  /** What changed since the last call; `null` when nothing did. */
  takeChanges(): CaretChanges | null {
    if (this.changed.size === 0) return null
    const own = [...this.changed].filter((client) => this.carets.get(client)?.owner)
    const changes = { all: this.encode([...this.changed]), own: own.length > 0 ? this.encode(own) : null }
    for (const client of this.changed) if (this.carets.get(client)?.state === null) this.carets.delete(client)
    this.changed.clear()
    return changes
  }

  /** All carets there are, for somebody who just came; `null` when there are none. */
  all(now: number): Uint8Array | null {
    this.forgetOld(now)
    return this.encodePresent(() => true)
  }

  /** All carets of lines to this server, for another one; `null` when there are none. */
  allOwn(): Uint8Array | null {
    return this.encodePresent(({ owner }) => owner !== null)
  }

  private encodePresent(matches: (caret: Caret) => boolean): Uint8Array | null {
    const present = [...this.carets].filter(([, caret]) => caret.state !== null && matches(caret))
    return present.length > 0 ? this.encode(present.map(([client]) => client)) : null
  }

  private forgetOld(now: number): void {
    for (const [client, { owner, at }] of this.carets)
      if (owner === null && now - at > elsewhereLasts) this.carets.delete(client)
  }

  private ownedBy(owner: CaretOwner): [number, Caret][] {
    return [...this.carets].filter(([, caret]) => caret.owner === owner)
  }

  private encode(clients: readonly number[]): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, clients.length)
    for (const client of clients) {
      const caret = this.carets.get(client)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, caret?.clock ?? 0)
      encoding.writeVarString(encoder, caret?.state ?? 'null')
    }
    return encoding.toUint8Array(encoder)
  }
}

function readCarets(bytes: Uint8Array): { client: number; clock: number; state: Record<string, unknown> | null }[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  const carets = []
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const text = decoding.readVarString(decoder)
    if (text.length > caretMax || clock > clockMax) continue
    const state: unknown = JSON.parse(text)
    if (state === null || (typeof state === 'object' && !Array.isArray(state)))
      carets.push({ client, clock, state: state as Record<string, unknown> | null })
  }
  return carets
}

/** What the client says of the caret's place is kept; who it is, the login says. */
const withIdentity = (state: Record<string, unknown>, actor: Actor): string =>
  JSON.stringify({
    cursor: state['cursor'] ?? null,
    user: { id: actor.person, name: actor.name },
  })

/** Whose caret it is, as the server it comes from says; that one has it from the login. */
function personIn(state: Record<string, unknown> | null): PersonId | null {
  const user = state?.['user']
  return typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string'
    ? (user.id as PersonId)
    : null
}
