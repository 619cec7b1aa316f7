import type { PollPlan } from '@witboek/domain'

/** What a poll asks, and how: yes or no, open, known at the end, unless it is said otherwise. */
export const aPlan = (more: Partial<PollPlan> = {}): PollPlan => ({
  question: 'Gaat het zwembad op maandag dicht?',
  explanation: '',
  kind: 'yes_no',
  options: [],
  visibility: 'open',
  reveal: 'on_close',
  requiresPresence: false,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
  ...more,
})

/** Options to choose from, without an amount. */
export const options = (...ids: readonly string[]): PollPlan['options'] =>
  ids.map((id) => ({ id, label: `Optie ${id}`, amount: null }))
