import type { KindName } from '../report/kinds.ts'
import type { Row } from '../report/rows.ts'
import type { SystemName } from '../systems/names.ts'
import type { Stage } from './stage.ts'

export interface Scenario {
  readonly name: string
  /** What happens in it, in a sentence or two. */
  readonly about: string
  /** Who is compared with, beside our own server. */
  readonly peers: readonly Exclude<SystemName, 'witboek'>[]
  readonly columns: readonly KindName[]
  play(stage: Stage, systems: readonly SystemName[]): Promise<readonly Row[]>
}
