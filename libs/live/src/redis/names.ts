import type { BookId, PersonId, PollId } from '@witboek/domain'
import type { Place } from '../place.ts'

/** The number rises when what is kept under a name changes its shape: servers of two versions do not misread each other. */
const prefix = 'witboek:1:'

/** The names of everything in Redis. Channels know no databases, so there the number of ours is part of the name. */
export function namesIn(url: string) {
  const inChannel = `${prefix}${Number(new URL(url).pathname.slice(1)) || 0}:`
  return {
    /** Which servers are there, by when each last said so. */
    servers: `${prefix}servers`,
    /** Set by whoever finds it missing: another value means that Redis was emptied. */
    era: `${prefix}era`,
    /** Wakes the reader of one server. */
    wake: (server: string) => `${prefix}wake:${server}`,
    /** A stream of what is durable in a book. */
    book: (book: BookId) => `${prefix}book:${book}`,
    /** Who is in a place over one server. */
    presence: (place: Place, server: string) => `${prefix}presence:${place}:${server}`,
    /** What an account has brought in lately, over all servers. */
    pace: (account: PersonId) => `${prefix}pace:${account}`,
    /** How often something was tried. */
    attempts: (name: string) => `${prefix}attempts:${name}`,
    /** The sums of a running tally, and what is in them of each voter. */
    tally: (poll: PollId) => [`${prefix}tally:${poll}`, `${prefix}tally-voters:${poll}`],
    sockets: { stream: `${prefix}sockets`, session: `${prefix}socket:`, channel: `${inChannel}sockets` },
    channels: {
      told: (book: BookId) => `${inChannel}told:${book}`,
      notices: `${inChannel}notices`,
      presence: `${inChannel}presence`,
    },
  } as const
}

export type Names = ReturnType<typeof namesIn>
