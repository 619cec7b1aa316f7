import { describe, expect, it } from 'vitest'
import { euros } from '../money.ts'
import { pollKinds, fixedOptions, soundPlan, type PollKind, type PollPlan } from './poll-plan.ts'
import { usualPlan } from './poll-template.ts'

/** As a Chef fills it in. */
function filledIn(kind: PollKind): PollPlan {
  const plan = usualPlan(kind)
  const own = !Object.hasOwn(fixedOptions, kind)
  return {
    ...plan,
    question: 'Wat doen we met het zwembad?',
    options: own
      ? ['a', 'b'].map((id) => ({ id, label: id, amount: kind === 'target_mix' ? euros(10_000) : null }))
      : [],
    target: kind === 'target_mix' ? euros(15_000) : null,
  }
}

describe('[POLL-1] what a poll usually asks for', () => {
  it.each(pollKinds)('needs only words, options and a target: %s', (kind) => {
    expect(soundPlan(filledIn(kind))).toEqual({ ok: true, value: filledIn(kind) })
    expect(soundPlan({ ...filledIn(kind), question: '' })).toMatchObject({ ok: false })
  })
})
