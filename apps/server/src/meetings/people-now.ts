import type { Instant, Person, PersonId } from '@witboek/domain'
import type { People } from '@witboek/store'

/** What is shown of people may be so old (ms): a new name is seen a moment later. Nothing is decided by it. */
const lasts = 2_000
/** And so old where somebody is not among them: they may be new, or gone for good. */
const lastsForNew = 100

/** Everybody, for views that are made again and again. */
export class PeopleNow {
  private readonly people: Pick<People, 'all'>
  private readonly now: () => Instant
  private asked: { readonly at: Instant; readonly answer: Promise<ReadonlyMap<PersonId, Person>> } | null = null

  constructor(people: Pick<People, 'all'>, now: () => Instant) {
    this.people = people
    this.now = now
  }

  /** `named`: who is shown. Whoever came in a moment ago has a name, too. */
  async all(named: Iterable<PersonId> = []): Promise<ReadonlyMap<PersonId, Person>> {
    const known = await this.lately(lasts)
    for (const person of named) if (!known.has(person)) return this.lately(lastsForNew)
    return known
  }

  private lately(ms: number): Promise<ReadonlyMap<PersonId, Person>> {
    const at = this.now()
    if (this.asked && at - this.asked.at < ms && at >= this.asked.at) return this.asked.answer
    const answer = this.people.all().then((people) => new Map(people.map((person) => [person.id, person])))
    this.asked = { at, answer }
    answer.catch(() => (this.asked = null))
    return answer
  }
}
