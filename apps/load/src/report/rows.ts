import type { SystemName } from '../systems/names.ts'
import type { Figures } from './kinds.ts'

/** One measurement: a scenario in one variant, with one system. */
export interface Row {
  readonly scenario: string
  readonly variant: string
  readonly system: SystemName
  readonly figures: Figures
  /** Why the generator may have been the limit; `null` when it was not. */
  readonly limit: string | null
  /** What a reader must know of this row. */
  readonly notes: readonly string[]
}
