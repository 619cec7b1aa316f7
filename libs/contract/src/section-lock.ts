import { z } from 'zod'
import type { Instant } from '@witboek/domain'
import { BookIdOnWire, SectionIdOnWire } from './ids.ts'

/** Far above the domain's own limit: the rule gives the friendly answer, this only bounds what is read at all. */
const Reason = z.string().max(2000)
const Until = z
  .int()
  .positive()
  .transform((ms) => ms as Instant)
  .nullable()
const wish = { reason: Reason, until: Until }

/**
 * Socket.IO messages by which a Chef locks. Each is answered once, after the lock is durable: no edit stands behind it
 * in the sequence of the book. `until` is an instant in milliseconds.
 */
export const lockCommands = {
  'section:lock': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire, ...wish }),
  'section:unlock': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire }),
  'section:focus': z.strictObject({ book: BookIdOnWire, section: SectionIdOnWire, ...wish }),
  'book:freeze': z.strictObject({ book: BookIdOnWire, ...wish }),
  'book:unfreeze': z.strictObject({ book: BookIdOnWire }),
} as const

export type LockCommands = { [Name in keyof typeof lockCommands]: z.input<(typeof lockCommands)[Name]> }
