/** More than any list of five hundred people (bytes). */
export const listFileMax = 1_000_000

/** Why a file is no list. */
type NotAList = 'too-large' | 'not-text'

/**
 * The text of a file as programs save one: UTF-8, UTF-16 with its mark, or else what Windows wrote before that (Windows-1252),
 * where every byte is a letter.
 */
export function listIn(bytes: Uint8Array): { readonly text: string } | { readonly not: NotAList } {
  if (bytes.length > listFileMax) return { not: 'too-large' }
  const text = decoded(bytes)
  // A workbook, or a picture: nobody writes this character.
  return text.includes('\u0000') ? { not: 'not-text' } : { text }
}

function decoded(bytes: Uint8Array): string {
  const [one, other] = bytes
  if (one === 0xff && other === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (one === 0xfe && other === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
