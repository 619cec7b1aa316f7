import { z } from 'zod'
import { phases } from '@witboek/domain'
import { PersonIdOnWire, ThemeIdOnWire } from './ids.ts'

/**
 * Socket.IO messages by which the lead changes who may write: answered when it is in force, on every open line.
 * `seat:end` takes somebody's place in a theme group away; `phase:reach` goes on to the next phase of the dialogue;
 * `remarks:allow` says whether Chefs may place remarks beside the text.
 */
export const accessCommands = {
  'seat:end': z.strictObject({ person: PersonIdOnWire, theme: ThemeIdOnWire }),
  'phase:reach': z.strictObject({ phase: z.enum(phases) }),
  'remarks:allow': z.strictObject({ allowed: z.boolean() }),
} as const

export type AccessCommands = { [Name in keyof typeof accessCommands]: z.input<(typeof accessCommands)[Name]> }
