import type { Instant, PersonId, ThemeId } from './ids.ts'
import type { Actor, Role } from './people.ts'

/** What was done, before it has its place in a chain. Ids only: no name, no address, no word that somebody wrote. */
export interface NewEvent {
  readonly at: Instant
  /** Who, and in which seat; `null`: the system itself. */
  readonly actor: PersonId | null
  readonly role: Role | null
  readonly theme: ThemeId | null
  /** The name of the command, as on the wire: `section:lock`. */
  readonly type: string
  /** The id of what it was about. */
  readonly subject: string
  readonly details: EventDetails
}

export type EventDetails = { readonly [name: string]: string | number | boolean | null }

/** An event (vastgelegde handeling) in its chain: each holds the hash of the one before it, so that none can be changed later. */
export interface ChainedEvent extends NewEvent {
  readonly seq: number
  /** The hash of the event before it; of the first: `firstPrevious`. */
  readonly previous: string
  readonly hash: string
}

/** Every dialogue has a chain, named by its id. What is done outside any dialogue stands in this one. */
export const installationChain = 'installation'
const firstPrevious = ''

/** A hash of a text: SHA-256, in hexadecimal. Handed in, because rules compute nothing that needs a library. */
export type HashOf = (text: string) => string

/** The text that is hashed: all of the event in a fixed order, with the hash before it. */
export const eventText = (
  chain: string,
  { at, actor, role, theme, type, subject, details }: NewEvent,
  seq: number,
  previous: string,
): string => JSON.stringify([chain, seq, at, actor, role, theme, type, subject, sorted(details), previous])

const sorted = (details: EventDetails) =>
  Object.entries(details).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))

export function chained(
  chain: string,
  event: NewEvent,
  last: Pick<ChainedEvent, 'seq' | 'hash'> | null,
  hashOf: HashOf,
): ChainedEvent {
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.hash ?? firstPrevious
  return { ...event, seq, previous, hash: hashOf(eventText(chain, event, seq, previous)) }
}

/** What is wrong with a chain, and where: a number is missing, or the event is not the one that was recorded. */
interface ChainFault {
  readonly seq: number
  readonly why: 'missing' | 'changed'
}

/** Goes on checking a chain from the event `last` that was found right; answers the first fault, or the last event. */
export function checkChain(
  chain: string,
  events: readonly ChainedEvent[],
  last: Pick<ChainedEvent, 'seq' | 'hash'> | null,
  hashOf: HashOf,
): { readonly fault: ChainFault | null; readonly last: Pick<ChainedEvent, 'seq' | 'hash'> | null } {
  let before = last
  for (const event of events) {
    const seq = (before?.seq ?? 0) + 1
    if (event.seq !== seq) return { fault: { seq, why: 'missing' }, last: before }
    const right = chained(chain, event, before, hashOf)
    if (right.previous !== event.previous || right.hash !== event.hash)
      return { fault: { seq, why: 'changed' }, last: before }
    before = event
  }
  return { fault: null, last: before }
}

/** Something an actor did, as an event. */
export const eventBy = (
  { person, seat }: Pick<Actor, 'person' | 'seat'>,
  at: Instant,
  type: string,
  subject: string,
  details: EventDetails = {},
): NewEvent => ({ at, actor: person, role: seat.role, theme: seat.theme, type, subject, details })
