import type { BudgetItemId, ThemeId } from './ids.ts'
import { shareOf, sumOf, type Cents } from './money.ts'

/** A line of the municipal budget (begrotingspost), with the part of it that the municipality can really influence. */
export interface BudgetItem {
  readonly id: BudgetItemId
  /** The municipality's own code of the line. */
  readonly code: string
  readonly name: string
  /** Iv3 task field (taakveld) as text: 0.10 and 0.1 are two fields. */
  readonly taskField: string
  readonly theme: ThemeId | null
  /** Expenditure per year (lasten). */
  readonly expenditure: Cents
  /** Income per year (baten). */
  readonly income: Cents
  /** The influenceable part (beïnvloedbaar deel) of the expenditure, per year; never more than the expenditure. */
  readonly influenceable: Cents
}

/** Σ influenceable costs of a set of budget items, per year. */
export const influenceableCosts = (items: Iterable<BudgetItem>): Cents =>
  sumOf([...items].map((item) => item.influenceable))

/** The target (taakstelling) by rate: a percentage of the influenceable costs, per year. */
export const targetByRate = (items: Iterable<BudgetItem>, percentage: number): Cents =>
  shareOf(influenceableCosts(items), percentage)
