import { publicNameMax } from './contact.ts'
import { ok, refuse, type Result } from './result.ts'

/** What somebody typed as one line, without what cannot be seen. */
export const oneLine = (typed: string): string =>
  typed
    .normalize('NFC')
    // Marks that turn the direction of what stands beside it, and characters nobody sees.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What somebody typed as text of several lines, each of them as `oneLine` has it. */
export const severalLines = (typed: string): string => typed.split('\n').map(oneLine).join('\n').trim()

/** A public name as it will be shown; or why it cannot be one. */
export function publicName(typed: string): Result<string> {
  const name = oneLine(typed)
  if (name === '') return refuse({ code: 'name-empty' })
  if (name.length > publicNameMax) return refuse({ code: 'name-too-long', max: publicNameMax })
  return ok(name)
}
