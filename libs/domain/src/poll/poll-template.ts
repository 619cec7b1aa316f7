import type { PollKind, PollPlan } from './poll-plan.ts'

/** Of a new poll on a first evening: dots for each voter. */
const usualDots = 3

/**
 * What a poll of this kind usually asks for: everybody who is there votes, their own name stands with nothing that others see,
 * and nobody is led by what others chose. The words, the options and a target are still to be filled in.
 */
export function usualPlan(kind: PollKind): PollPlan {
  return {
    question: '',
    explanation: '',
    kind,
    options: [],
    // Who blocks tells the group why, or nobody can do anything with it.
    visibility: kind === 'consent' ? 'named' : 'open',
    // How warm it is in the room may be seen at once; a choice is not to follow the others.
    reveal: kind === 'temperature' ? 'live' : 'on_close',
    requiresPresence: true,
    quorum: kind === 'target_mix' || kind === 'consent' ? 50 : null,
    threshold: kind === 'yes_no' ? 50 : null,
    dots: kind === 'dots' ? usualDots : null,
    target: null,
    closesAfter: null,
  }
}
