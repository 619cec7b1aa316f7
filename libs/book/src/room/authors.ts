import type { PersonId } from '@witboek/domain'

/** Ids one person may point with in a section before writing under them; more are forgotten, oldest first. */
const claimsMax = 200

/**
 * Whose each Yjs client id is in one section (I5). An id that has written is its person's for good, by the record of the
 * log. One that was only seen at a caret is claimed for as long as the room is open, so that nobody else can take it first.
 */
export class Authors {
  private readonly owners: Map<number, PersonId>
  private readonly claims = new Map<number, PersonId>()

  constructor(recorded: Iterable<readonly [client: number, person: PersonId]> = []) {
    this.owners = new Map(recorded)
  }

  ownerOf(client: number, person: PersonId): 'own' | 'free' | 'foreign' {
    const owner = this.owners.get(client) ?? this.claims.get(client)
    if (owner === undefined) return 'free'
    return owner === person ? 'own' : 'foreign'
  }

  /** A caret is seen under this id; answers whether it may be this person's. */
  claim(client: number, person: PersonId): boolean {
    const whose = this.ownerOf(client, person)
    if (whose !== 'free') return whose === 'own'
    const own = [...this.claims].filter(([, other]) => other === person)
    if (own.length >= claimsMax && own[0]) this.claims.delete(own[0][0])
    this.claims.set(client, person)
    return true
  }

  /** These ids write; answers those that do so for the first time, to be recorded with the edit. */
  wrote(clients: readonly number[], person: PersonId): readonly number[] {
    const fresh = clients.filter((client) => !this.owners.has(client))
    for (const client of fresh) {
      this.owners.set(client, person)
      this.claims.delete(client)
    }
    return fresh
  }

  /** The same claims, and these ids that have written. */
  begunAgain(recorded: Iterable<readonly [client: number, person: PersonId]>): Authors {
    const authors = new Authors(recorded)
    for (const [client, person] of this.claims) if (!authors.owners.has(client)) authors.claims.set(client, person)
    return authors
  }

  /** Every id that has written, with its person. */
  all(): Iterable<readonly [client: number, person: PersonId]> {
    return this.owners
  }
}
