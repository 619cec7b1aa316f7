import type { PersonId } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { handsOf } from './hands.ts'
import type { Poll } from './poll.ts'

/** The roll (presentielijst) of a secret poll: who took part, and not how, when, from where or for what (POLL-19). */
export interface PollRoll {
  /** In order of name, and who was erased after them: the order tells nothing of when they voted. */
  readonly voters: readonly RollName[]
  /** What lies in the box. With `hands` it is as many as there are names, or something is wrong. */
  readonly ballots: number
  /** Hands that were counted and confirmed. */
  readonly hands: number
}

interface RollName {
  readonly person: PersonId
  /** `null` once it was erased. */
  readonly name: string | null
}

/**
 * Whether the roll of a poll can be read: while people vote, two looks would tell who voted in between; and while hands wait
 * for a second person, whose hands they are (POLL-19). Who may is in `rights.ts`.
 */
export function rollIsComplete({ visibility, state, hands }: Poll): Result<null> {
  if (visibility !== 'secret') return refuse({ code: 'poll-not-secret' })
  if (state === 'draft' || state === 'open') return refuse({ code: 'poll-not-closed' })
  // Of a void poll nobody confirms anything any more: those hands do not count.
  if (state !== 'void' && hands.some((block) => block.state === 'entered')) return refuse({ code: 'hands-unconfirmed' })
  return ok(null)
}

/** `cast`: who has cast a ballot; `ballots`: how many lie in the box. Hands and ballots are one list: two would each be smaller. */
export function rollOf(
  poll: Pick<Poll, 'hands'>,
  cast: readonly PersonId[],
  ballots: number,
  names: ReadonlyMap<PersonId, string>,
): PollRoll {
  const byHand = handsOf(poll).flatMap(({ voters }) => voters)
  const voters = [...cast, ...byHand].map((person) => ({ person, name: names.get(person) ?? null }))
  return { voters: voters.sort(byName), ballots, hands: byHand.length }
}

function byName(one: RollName, other: RollName): number {
  if (one.name === null || other.name === null)
    return Number(one.name === null) - Number(other.name === null) || byId(one, other)
  return one.name.localeCompare(other.name, 'nl') || byId(one, other)
}

const byId = (one: RollName, other: RollName): number => (one.person < other.person ? -1 : 1)
