import { createHmac } from 'node:crypto'
import { codeLetters, type Instant } from '@witboek/domain'

/** So long (ms) a code stands on the screen in the hall. */
const lasts = 5 * 60_000
export const roomCodeLength = 4

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

/** When another one comes. */
export const nextRoomCodeAt = (now: Instant): Instant => ((Math.floor(now / lasts) + 1) * lasts) as Instant

function codeOf(roomKey: string, window: number): string {
  const bytes = createHmac('sha256', roomKey).update(String(window)).digest()
  // Some letters come a little more often than others: no help to who guesses among 130,321 codes.
  return Array.from(
    { length: roomCodeLength },
    (_, index) => codeLetters[(bytes[index] ?? 0) % codeLetters.length],
  ).join('')
}
