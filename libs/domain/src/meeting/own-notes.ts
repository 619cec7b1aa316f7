import { ok, refuse, type Result } from '../result.ts'

/** Characters of what somebody writes down at one meeting. */
export const ownNotesMax = 20_000

/**
 * What somebody writes down at a meeting for themselves (eigen aantekeningen): kept as it was typed, and nobody else's (NOTES-1). What
 * came along with what was pasted and is no sign (NUL, half of a pair) no database keeps.
 */
export const soundNotes = (text: string): Result<string> =>
  text.length > ownNotesMax
    ? refuse({ code: 'text-too-long', max: ownNotesMax })
    : ok(text.replaceAll('\0', '').toWellFormed())
