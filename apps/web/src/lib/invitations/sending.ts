import type { ShownInvitation } from '@witboek/contract'

/** How far the letters are of the list that goes out now: those that were made at one moment with one that waits. */
interface Sending {
  readonly waiting: number
  readonly sent: number
  readonly all: number
}

/** `null`: none waits. */
export function sendingOf(invitations: readonly Pick<ShownInvitation, 'standing' | 'createdAt'>[]): Sending | null {
  const waiting = invitations.filter(({ standing }) => standing === 'queued')
  const moments = new Set(waiting.map(({ createdAt }) => createdAt))
  const together = invitations.filter(({ createdAt }) => moments.has(createdAt))
  const { length } = waiting
  return length === 0 ? null : { waiting: length, sent: together.length - length, all: together.length }
}
