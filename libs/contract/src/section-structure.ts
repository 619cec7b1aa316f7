import { z } from 'zod'
import { BookIdOnWire, SectionIdOnWire } from './ids.ts'

/** Far above the domain's own limit: the rule gives the friendly answer, this only bounds what is read at all. */
const Heading = z.string().max(2000)
const After = SectionIdOnWire.nullable()

/** Socket.IO messages by which a Chef shapes a book. Each is answered once, after the fact is durable. */
export const sectionCommands = {
  'section:add': z.strictObject({ book: BookIdOnWire, heading: Heading, after: After }),
  'section:rename': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire, heading: Heading }),
  'section:move': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire, after: After }),
  'section:remove': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire }),
  'section:restore': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire }),
} as const

export type SectionCommands = { [Name in keyof typeof sectionCommands]: z.input<(typeof sectionCommands)[Name]> }
