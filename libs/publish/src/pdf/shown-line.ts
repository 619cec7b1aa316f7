import type { Letters } from './letters.ts'

/**
 * One line of text as it can be shown. A mark stands in place of every sign that no family has: one for an emoji, of however
 * many parts. What would not be seen anyway is left out.
 */
export function shownLine(letters: Letters, line: string): string {
  // One family shows the whole of a sign. It builds what it does not have from its parts: é is e with an accent.
  const has = (sign: string): boolean =>
    letters.some((family) => [...sign.normalize('NFD')].every((part) => family.has(part.codePointAt(0) ?? 0)))
  const shown = (sign: string): string => {
    if (has(sign)) return sign
    const seen = sign.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    if (has(seen)) return seen
    // What was put on a letter may be strange, the letter stays.
    const [letter = ''] = seen
    return has(letter) ? `${letter}\ufffd` : '\ufffd'
  }
  return has(line) ? line : Array.from(signs.segment(line), ({ segment }) => shown(segment)).join('')
}

const signs = new Intl.Segmenter('nl', { granularity: 'grapheme' })
