import { z } from 'zod'
import { BookIdOnWire, RemarkIdOnWire, SectionIdOnWire } from './ids.ts'

/** Far above the domain's own limit: the rule gives the friendly answer, this only bounds what is read at all. */
const Text = z.string().max(5000)

/** Socket.IO messages by which a Chef places remarks beside the text. Each is answered once, after it is durable. */
export const remarkCommands = {
  'remark:place': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire, text: Text }),
  'remark:remove': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire, remark: RemarkIdOnWire }),
} as const

export type RemarkCommands = { [Name in keyof typeof remarkCommands]: z.input<(typeof remarkCommands)[Name]> }
