import type { Instant, Person, PersonId } from '@witboek/domain'
import type { People } from '@witboek/store'

/** What is shown of people may be so old (ms): a new name is seen a moment later. Nothing is decided by it. */
const lasts = 2_000
/** Of so many who are gone for good it is known that asking again does not help. */
const goneMax = 1_000

/** Everybody, for views that are made again and again. */
export class PeopleNow {
  private readonly people: Pick<People, 'all'>
  private readonly now: () => Instant
  /** Who is shown and was not there when that was looked up. */
  private readonly gone = new Set<PersonId>()
  private asked: { readonly at: Instant; readonly answer: Promise<ReadonlyMap<PersonId, Person>> } | null = null

  constructor(people: Pick<People, 'all'>, now: () => Instant) {
    this.people = people
    this.now = now
  }

  /** `named`: who is shown. Whoever came in a moment ago has a name, too. */
  async all(named: Iterable<PersonId> = []): Promise<ReadonlyMap<PersonId, Person>> {
    const known = await this.lately()
    const strangers = [...named].filter((person) => !known.has(person) && !this.gone.has(person))
    if (strangers.length === 0) return known
    const fresh = await this.ask()
    if (this.gone.size > goneMax) this.gone.clear()
    for (const person of strangers) if (!fresh.has(person)) this.gone.add(person)
    return fresh
  }

  private lately(): Promise<ReadonlyMap<PersonId, Person>> {
    const at = this.now()
    if (this.asked && at - this.asked.at < lasts && at >= this.asked.at) return this.asked.answer
    return this.ask()
  }

  private ask(): Promise<ReadonlyMap<PersonId, Person>> {
    const answer = this.people.all().then((people) => new Map(people.map((person) => [person.id, person])))
    this.asked = { at: this.now(), answer }
    answer.catch(() => (this.asked = null))
    return answer
  }
}
