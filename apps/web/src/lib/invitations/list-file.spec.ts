import { describe, expect, it } from 'vitest'
import { listFileMax, listIn } from './list-file.ts'

const list = 'naam;e-mail\r\nÖmer Kaplan – „Co”;omer@voorbeeld.example\r\n'
/** As Windows wrote these letters: one byte each. */
const inWindows: Readonly<Record<string, number>> = { Ö: 0xd6, '–': 0x96, '„': 0x84, '”': 0x94 }
const windows1252 = (text: string) =>
  Uint8Array.from([...text].map((letter) => inWindows[letter] ?? letter.charCodeAt(0)))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

describe('a file with a list', () => {
  it.each([
    ['in UTF-8', new TextEncoder().encode(list)],
    ['in UTF-8, with a mark', new TextEncoder().encode(`\uFEFF${list}`)],
    ['as Windows wrote it', windows1252(list)],
    ['as a spreadsheet writes "Unicode text"', utf16(list)],
    ['the same, the other way round', utf16(list).map((_, i, all) => all[i % 2 === 0 ? i + 1 : i - 1] ?? 0)],
  ])('is read %s', (_, bytes) => {
    expect(listIn(bytes)).toEqual({ text: list })
  })

  it('is none when it is a workbook, or too large', () => {
    expect(listIn(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8, 0))).toEqual({ not: 'not-text' })
    expect(listIn(new Uint8Array(listFileMax + 1).fill(97))).toEqual({ not: 'too-large' })
  })
})
