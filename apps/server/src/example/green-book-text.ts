import type { Block, GreenBookSlot, PersonId } from '@witboek/domain'
import type { Figures } from './figures.ts'
import { personId } from './ids.ts'

export interface Contribution {
  readonly author: PersonId
  readonly blocks: readonly Block[]
}

/** The text of one green book: per slot of the template, the pieces in the order in which they were written. */
export type GreenBookText = (figures: Figures) => Readonly<Record<GreenBookSlot, readonly Contribution[]>>

/** What somebody wrote: `by('Ömer Kaplan', p('…'))`. */
export const by = (name: string, ...blocks: Block[]): Contribution => ({ author: personId(name), blocks })
