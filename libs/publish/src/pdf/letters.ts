/**
 * Which characters these fonts all have, as code points. An accessible PDF refuses to be made with a single character that
 * its fonts cannot show, so somebody has to know before.
 */
export function lettersOf(fonts: readonly Uint8Array[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = fonts.map(lettersIn)
  const letters = new Set([...first].filter((letter) => others.every((other) => other.has(letter))))
  // Fonts have them, and PDF/UA does not allow them.
  for (const forbidden of [0, 0xfeff]) letters.delete(forbidden)
  return letters
}

/**
 * One line of text, with a mark in place of every sign that cannot be shown: one for an emoji, of however many parts. What
 * would not be seen anyway is left out.
 */
export function shownWith(letters: ReadonlySet<number>, line: string): string {
  // Fonts build what they do not have from its parts: ≠ is = with a stroke.
  const has = (character: string) =>
    [...character.normalize('NFD')].every((part) => letters.has(part.codePointAt(0) ?? 0))
  if ([...line].every(has)) return line
  const seen = line.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, (unseen) => (has(unseen) ? unseen : ''))
  return Array.from(signs.segment(seen), ({ segment }) => ([...segment].every(has) ? segment : '\ufffd')).join('')
}

const signs = new Intl.Segmenter('nl', { granularity: 'grapheme' })

/** OpenType: the table `cmap`, in its form 12 (runs of characters), which every font of today has. */
function lettersIn(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = view.getUint32(directoryEntry(view, 'cmap') + 8)
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, at) => cmap + view.getUint32(cmap + 8 + 8 * at))
  const table = tables.find((place) => view.getUint16(place) === 12)
  if (table === undefined) throw new Error('a font without a cmap of form 12')
  const letters = new Set<number>()
  for (let group = 0; group < view.getUint32(table + 12); group++) {
    const place = table + 16 + 12 * group
    for (let letter = view.getUint32(place); letter <= view.getUint32(place + 4); letter++) letters.add(letter)
  }
  return letters
}

function directoryEntry(view: DataView, tag: string): number {
  for (let at = 0; at < view.getUint16(4); at++) {
    const place = 12 + 16 * at
    const named = Array.from({ length: 4 }, (_, letter) => String.fromCharCode(view.getUint8(place + letter))).join('')
    if (named === tag) return place
  }
  throw new Error(`a font without ${tag}`)
}
