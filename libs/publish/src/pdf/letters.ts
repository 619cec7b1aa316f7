/** By family of fonts: the characters that all its faces have, as code points. */
export type Letters = readonly ReadonlySet<number>[]

/** An accessible PDF refuses to be made with a single character that its fonts cannot show: somebody has to know before. */
export const lettersOf = (families: readonly (readonly Uint8Array[])[]): Letters =>
  families.map((faces) => {
    const [first = new Set<number>(), ...others] = faces.map(lettersIn)
    return new Set(
      [...first].filter(
        (letter) => !unfit.test(String.fromCodePoint(letter)) && others.every((other) => other.has(letter)),
      ),
    )
  })

/**
 * In fonts and of no use: two that PDF/UA does not allow, what turns the letters after it around, and Arabic as mathematics
 * has it, which never joins to words.
 */
const unfit = /[\0\ufeff\p{Bidi_Control}\p{Script=Arabic}]/u

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
