import { randomBytes } from 'node:crypto'
import type { Id, Instant } from '@witboek/domain'

/**
 * A fresh id: sortable by time (48 bits of milliseconds) and not to be guessed (80 random bits), as UUID version 7
 * (RFC 9562) has it, written shorter in base 32 by the alphabet of ULID.
 */
export function newId<Kind extends string>(now: Instant): Id<Kind> {
  let value = (BigInt(now) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`)
  let text = ''
  for (let i = 0; i < 26; i++) {
    text = (alphabet[Number(value & 31n)] ?? '') + text
    value >>= 5n
  }
  return text as Id<Kind>
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
