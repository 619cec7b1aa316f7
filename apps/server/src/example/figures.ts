import { influenceableCosts, sumOf, type Block, type BudgetItem, type Theme } from '@witboek/domain'
import { amount } from '@witboek/i18n'
import { itemsTable } from './blocks.ts'

/** The figures of one theme for its writers, as text: never typed over by hand. */
export interface Figures {
  readonly expenditure: string
  readonly influenceable: string
  readonly target: string
  /** One budget item's expenditure, by code. */
  spentOn(code: string): string
  /** One budget item's income, by code. */
  earnedBy(code: string): string
  /** All budget items of the theme, or those with these codes. */
  table(...codes: string[]): Block
}

export function figuresOf(theme: Theme, all: readonly BudgetItem[]): Figures {
  const items = all.filter((item) => item.theme === theme.id)
  const item = (code: string): BudgetItem => {
    const found = items.find((other) => other.code === code)
    if (!found) throw new Error(`${theme.name} has no budget item ${code}`)
    return found
  }
  return {
    expenditure: amount(sumOf(items.map(({ expenditure }) => expenditure)), 'nl'),
    influenceable: amount(influenceableCosts(items), 'nl'),
    target: amount(theme.target, 'nl'),
    spentOn: (code) => amount(item(code).expenditure, 'nl'),
    earnedBy: (code) => amount(item(code).income, 'nl'),
    table: (...codes) => itemsTable(codes.length > 0 ? codes.map(item) : items),
  }
}
