import { euros, pollKinds, soundPlan, usualPlan, type PollKind } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { fieldsOf, hasOwnOptions, newFields, planIn, type PollFields } from './poll-form.ts'

/** As somebody fills it in who needs no more than they have to. */
function filledIn(kind: PollKind): PollFields {
  const fields = newFields(kind, 'Wat doen we met het zwembad?')
  fields.options = fields.options.map((option, i) => ({
    ...option,
    label: ['Open', 'Dicht', ''][i] ?? '',
    amount: '12.000',
  }))
  if (kind === 'target_mix') fields.target = '15.000,50'
  return fields
}

const planOf = (fields: PollFields) => {
  const plan = planIn(fields)
  if (typeof plan === 'string') throw new Error(`not sound: ${plan}`)
  return plan
}

describe('[POLL-1] the form of a poll', () => {
  it.each(pollKinds)('makes a sound plan of a new one: %s', (kind) => {
    const plan = planOf(filledIn(kind))
    expect(soundPlan(plan)).toMatchObject({ ok: true })
    expect(plan).toMatchObject({
      ...usualPlan(kind),
      ...{ question: plan.question, options: plan.options, target: plan.target },
    })
    expect(
      plan.options.map(({ label }) => label),
      'the empty line is none',
    ).toEqual(hasOwnOptions(kind) ? ['Open', 'Dicht'] : [])
  })

  it.each(pollKinds)('shows a draft as it was filled in: %s', (kind) => {
    const plan = planOf(filledIn(kind))
    expect(planOf(fieldsOf(plan))).toEqual(plan)
  })

  it('reads amounts in euros as people write them, and keeps them in cents', () => {
    expect(planOf(filledIn('target_mix'))).toMatchObject({
      target: euros(15_000.5),
      options: [{ amount: euros(12_000) }, { amount: euros(12_000) }],
    })
  })

  it.each([
    ['no question', 'yes_no', { question: '  ' }, 'question'],
    ['one choice', 'single', { options: [{ id: 'a', label: 'Open', amount: '' }] }, 'options'],
    ['no target', 'target_mix', { target: '' }, 'target'],
    ['a target in words', 'target_mix', { target: 'veel' }, 'target'],
    ['a target of nothing', 'target_mix', { target: '0' }, 'target'],
    ['a target below nothing', 'target_mix', { target: '-5.000' }, 'target'],
    ['an amount beyond all money', 'target_mix', { target: '1e300' }, 'target'],
    ['half a dot', 'dots', { dots: 2.5 }, 'dots'],
    ['no dots', 'dots', { dots: '' }, 'dots'],
    ['a quorum in words', 'yes_no', { quorum: 'de helft' }, 'quorum'],
    ['more than everybody', 'yes_no', { quorum: 101 }, 'quorum'],
    ['a share of nothing', 'yes_no', { threshold: 0 }, 'threshold'],
    ['more dots than anybody counts', 'dots', { dots: 21 }, 'dots'],
    ['more choices than there are', 'multiple', { dots: 3 }, 'dots'],
    ['a minute back', 'yes_no', { closesAfter: -1 }, 'closesAfter'],
    ['half a minute', 'yes_no', { closesAfter: 0.5 }, 'closesAfter'],
  ] as const)('says what has to be mended: %s', (_, kind, change, fault) => {
    expect(planIn({ ...filledIn(kind), ...change } as PollFields)).toBe(fault)
  })

  it.each(['', '0', '-12.000', '12 duizend', '1.00.000'])('says so when a proposal has no amount: %j', (amount) => {
    const fields = filledIn('target_mix')
    fields.options = fields.options.map((option) => ({ ...option, amount }))
    expect(planIn(fields)).toBe('amounts')
  })
})
