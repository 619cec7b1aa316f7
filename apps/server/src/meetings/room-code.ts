import { createHmac } from 'node:crypto'
import { codeLetters, type Instant, type PersonId } from '@witboek/domain'

/** So long (ms) a code stands on the screen in the hall. */
const lasts = 5 * 60_000
const roomCodeLength = 4
const ownLength = 8

/**
 * The code on the wall of the hall: whoever types it is there, or knows somebody who is (ATTEND-2). It follows from the
 * meeting's key and the time, so that every server shows the same one and keeps nothing.
 */
export const roomCodeAt = (roomKey: string, now: Instant): string => codeOf(roomKey, Math.floor(now / lasts))

/** Those that are good now: also the one before, for who types slowly. */
export const roomCodesAt = (roomKey: string | null, now: Instant): readonly string[] => {
  if (roomKey === null) return []
  const window = Math.floor(now / lasts)
  return [codeOf(roomKey, window), codeOf(roomKey, window - 1)]
}

/**
 * Of somebody who read the code on the wall before they were let in: theirs alone, and good as long as the meeting runs,
 * because they may wait longer for the Chef than a code stands there (ATTEND-2).
 */
export const ownHallCode = (roomKey: string, person: PersonId): string =>
  lettersOf(roomKey, `in the hall: ${person}`, ownLength)

/** When another one comes. */
export const nextRoomCodeAt = (now: Instant): Instant => ((Math.floor(now / lasts) + 1) * lasts) as Instant

const codeOf = (roomKey: string, window: number): string => lettersOf(roomKey, String(window), roomCodeLength)

function lettersOf(roomKey: string, of: string, length: number): string {
  const bytes = createHmac('sha256', roomKey).update(of).digest()
  // Some letters come a little more often than others: no help to who guesses among 130,321 codes.
  return Array.from({ length }, (_, index) => codeLetters[(bytes[index] ?? 0) % codeLetters.length]).join('')
}
