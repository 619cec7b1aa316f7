import { describe, expect, it } from 'vitest'
import { readContent, readObjects } from './pdf-objects.ts'

const file = (object: string, table = '0000000009 00000 n \n'): Uint8Array => {
  const body = `%PDF-1.7\n1 0 obj\n${object}\nendobj\n`
  const rows = `0000000000 65535 f \n${table}`
  return Buffer.from(`${body}xref\n0 2\n${rows}trailer\n<< /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`, 'latin1')
}

describe('the reader that the specs open a PDF with', () => {
  it('reads every kind of value', () => {
    const { objects, trailer } = readObjects(
      file('<< /A [1 -2.5 .5 true null] /B (a\\(b\\)\\051 (c)\\n) /C <4 1 4> /D#20E 12 0 R /F /G >>'),
    )
    expect(trailer.fields.get('Root')).toEqual({ object: 1 })
    expect(Object.fromEntries((objects[1] as { fields: Map<string, unknown> }).fields)).toEqual({
      A: [1, -2.5, 0.5, true, null],
      B: 'a(b)) (c)\n',
      C: 'A@',
      'D E': { object: 12 },
      F: { name: 'G' },
    })
  })

  it('reads what a page does, with what', () => {
    expect([...readContent('/P <</MCID 0>> BDC\n/f0 9 Tf [<0041> -20 (b)] TJ T*\nEMC')]).toEqual([
      { word: 'BDC', values: [{ name: 'P' }, { fields: new Map([['MCID', 0]]) }] },
      { word: 'Tf', values: [{ name: 'f0' }, 9] },
      { word: 'TJ', values: [['\0A', -20, 'b']] },
      { word: 'T*', values: [] },
      { word: 'EMC', values: [] },
    ])
  })

  it.each([
    ['another version', Buffer.from('%PDF-1.4\n')],
    ['no table of objects', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF')],
    ['fewer objects than it says', file('null', '')],
    ['an object that is not where it should be', file('null', '0000000010 00000 n \n')],
    ['an object that does not end', file('<< /A 1')],
    ['a string that does not end', file('(a')],
    ['a key that is no name', file('<< 1 2 >>')],
    ['a stream without a length', file('<< >> stream\nx\nendstream')],
    ['a stream of another length', file('<< /Length 3 >> stream\nx\nendstream')],
    ['another compression', file('<< /Length 1 /Filter /LZWDecode >> stream\nx\nendstream')],
  ])('refuses %s', (_, bytes) => {
    expect(() => readObjects(bytes)).toThrow(SyntaxError)
  })
})
