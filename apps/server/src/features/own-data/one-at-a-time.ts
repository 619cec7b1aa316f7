import { refuse, type PersonId, type Result } from '@witboek/domain'

/** So long (s) somebody is asked to wait who has one under way already. */
const soon = 5

/** Does something that costs much for one person once at a time, on this server; who asks for a second one is told to wait. */
export function oneAtATime() {
  const underWay = new Set<PersonId>()
  return async <Value>(person: PersonId, work: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    if (underWay.has(person)) return refuse({ code: 'too-many-attempts', seconds: soon })
    underWay.add(person)
    try {
      return await work()
    } finally {
      underWay.delete(person)
    }
  }
}
