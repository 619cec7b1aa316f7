/**
 * The phases (fase) of a dialogue, in the one order there is. No step is skipped.
 * From `preparing` up to `archived`; `green_review` is the test of the green books, `white` the writing of proposals.
 */
export const phases = [
  'preparing',
  'framed',
  'recruiting',
  'started',
  'green',
  'green_review',
  'reviewed',
  'white',
  'consolidation',
  'sheets',
  'council',
  'decided',
  'network',
  'archived',
] as const

export type Phase = (typeof phases)[number]

/** Has the dialogue come at least as far as `phase`? */
export const reached = (current: Phase, phase: Phase): boolean => phases.indexOf(current) >= phases.indexOf(phase)
