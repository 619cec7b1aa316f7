import { severalLines } from '@witboek/domain'
import type { CommandFailure } from '#lib/books/command-failure.ts'

/** What is filled in, by the name of the field. */
export type Fields = Readonly<Record<string, string>>

/**
 * Something that is written in the minutes, in a page: what is typed, and what the server has of it. What somebody typed is
 * changed by nothing but their own hand.
 */
export interface Draft {
  readonly fields: Fields
  /** What the server had when this was last the same; `null`: it has nothing of it yet. */
  readonly base: Fields | null
  /**
   * `lost`: sent, and nobody knows. `refused`: the server said no. `elsewhere`: somebody else changed the same, and one of the
   * two has to go.
   */
  readonly state: 'clean' | 'changed' | 'saving' | 'lost' | 'refused' | 'elsewhere'
  readonly failure: CommandFailure | null
  /** What stands on the server instead of this. */
  readonly other: Fields | null
}

const same = (one: Fields | null, other: Fields | null): boolean =>
  one !== null &&
  other !== null &&
  // As the server keeps it: a space at the end is no other text.
  Object.keys({ ...one, ...other }).every((name) => severalLines(one[name] ?? '') === severalLines(other[name] ?? ''))

export const draftOf = (server: Fields): Draft => ({
  fields: server,
  base: server,
  state: 'clean',
  failure: null,
  other: null,
})

/** Something new, that the server does not know of yet. */
export const newDraft = (fields: Fields): Draft => ({ fields, base: null, state: 'clean', failure: null, other: null })

export function typed(draft: Draft, change: Fields): Draft {
  const fields = { ...draft.fields, ...change }
  if (draft.state === 'elsewhere' || draft.state === 'saving') return { ...draft, fields }
  return { ...draft, fields, failure: null, state: same(fields, draft.base) ? 'clean' : 'changed' }
}

export const sending = (draft: Draft): Draft => ({ ...draft, state: 'saving', failure: null })

/** The server has `sent` of it; meanwhile somebody may have typed on. */
export const kept = (draft: Draft, sent: Fields): Draft => ({
  ...draft,
  base: sent,
  state: same(draft.fields, sent) ? 'clean' : 'changed',
})

export const notKept = (draft: Draft, failure: CommandFailure): Draft => ({
  ...draft,
  failure,
  state: typeof failure === 'object' ? 'refused' : 'lost',
})

/** What the server has now. */
export function heard(draft: Draft, server: Fields): Draft {
  if (draft.state === 'saving') return draft
  if (same(draft.fields, server)) return { ...draft, base: server, state: 'clean', failure: null, other: null }
  if (draft.state === 'clean') return draftOf(server)
  if (same(draft.base, server)) return draft
  return { ...draft, state: 'elsewhere', other: server }
}

/** Which of the two stays. */
export function chosen(draft: Draft, which: 'own' | 'other'): Draft {
  if (!draft.other) return draft
  if (which === 'other') return draftOf(draft.other)
  return { ...draft, base: draft.other, other: null, state: 'changed' }
}

/** It has to be sent, when there is a line again. */
export const waits = ({ state }: Draft): boolean => state === 'changed' || state === 'lost'

export type Standing = 'clean' | 'saving' | 'lost' | 'refused' | 'elsewhere'

/** How all of them together stand: what asks for somebody's attention comes first. */
export function standingOf(drafts: Iterable<Draft>): Standing {
  const states = new Set([...drafts].map(({ state }) => state))
  for (const state of ['elsewhere', 'refused', 'lost'] as const) if (states.has(state)) return state
  return states.has('changed') || states.has('saving') ? 'saving' : 'clean'
}
