import { publicNameMax } from './contact.ts'
import { ok, refuse, type Result } from './result.ts'

/** One emoji with its colour, and several that are joined to one picture, such as a family. */
const emoji = String.raw`\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?`
/** Marks that turn the direction of what stands beside it, and characters nobody sees. */
const unseen = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]`
const joinedOrUnseen = new RegExp(`(${emoji}(?:\\u200D${emoji})+)|${unseen}`, 'gu')

/** What somebody typed as one line, without what cannot be seen. */
export const oneLine = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(joinedOrUnseen, (_, joined: string | undefined) => joined ?? ' ')
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
