import { describe, expect, it } from 'vitest'
import { influenceableCosts, targetByRate, type BudgetItem } from './budget-item.ts'
import type { BudgetItemId } from './ids.ts'
import { euros } from './money.ts'

const item = (code: string, influenceable: number): BudgetItem => ({
  id: code as BudgetItemId,
  code,
  name: code,
  taskField: '5.2',
  theme: null,
  expenditure: euros(2_000_000),
  income: euros(500_000),
  influenceable: euros(influenceable),
})

const items = [item('SP-03', 1_250_000), item('SP-04', 850_000.5), item('SP-06', 0)]

describe('the target of a theme', () => {
  it('looks at the influenceable costs only, not at all expenditure and not at income', () => {
    expect(influenceableCosts(items)).toBe(euros(2_100_000.5))
  })

  it.each([
    [10, 210_000.05],
    [0, 0],
    [100, 2_100_000.5],
    [7.5, 157_500.04],
  ])('at a rate of %d %% is € %d, rounded once over the sum', (rate, expected) => {
    expect(targetByRate(items, rate)).toBe(euros(expected))
  })

  it('of a theme without budget items is nothing', () => {
    expect(targetByRate([], 10)).toBe(0)
  })
})
