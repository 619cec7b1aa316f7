import type { Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../document.ts'
import { pageData } from './page-data.ts'

const holding = (...blocks: readonly Block[]): Document => ({
  title: 'Verslag',
  language: 'nl',
  created: 0 as Instant,
  blocks,
})
const dataOf = (document: Document) => pageData(document, (line) => line.replaceAll('👍', '\ufffd'))
const [table, bars] = [
  (rows: readonly (readonly string[])[], numbers?: readonly number[]) => {
    const [first] = dataOf(
      holding({ kind: 'table', caption: '', columns: [], rows, ...(numbers && { numbers }) }),
    ).blocks
    if (first?.kind !== 'table') throw new Error('no table')
    return first
  },
  (...amounts: readonly number[]) => {
    const all = amounts.map((amount) => ({ label: 'x', amount, shown: String(amount) }))
    const [first] = dataOf(holding({ kind: 'bars', caption: '', columns: ['a', 'b'], bars: all })).blocks
    if (first?.kind !== 'bars') throw new Error('no bars')
    return first.bars.map(({ share }) => share)
  },
]

describe('what the template is given', () => {
  it('every text as lines, with tabs as spaces and a mark for what cannot be shown', () => {
    const runs = [{ text: 'een\r\ntwee\tdrie 👍' }, { text: 'vet', bold: true, link: 'javascript:alert(1)' }]
    expect(dataOf(holding({ kind: 'paragraph', runs })).blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { lines: ['een', 'twee    drie \ufffd'], bold: false, italic: false, link: null },
          { lines: ['vet'], bold: true, italic: false, link: null },
        ],
      },
    ])
  })

  it('one line where there is room for one', () => {
    const [first] = dataOf(holding({ kind: 'heading', level: 1, text: 'een\ntwee' })).blocks
    expect(first).toEqual({ kind: 'heading', level: 1, text: 'een twee' })
    expect(dataOf({ ...holding(), title: ' een\ntwee' }).title).toBe(' een twee')
  })

  it('nothing where there is nothing to read', () => {
    const empty = {
      subtitle: ' ',
      author: '',
      details: [{ term: ' ', text: '' }],
      edition: { version: '', sha256: ' ' },
    }
    expect(dataOf({ ...holding(), title: ' ', ...empty })).toEqual({
      title: '',
      subtitle: null,
      author: null,
      language: 'nl',
      region: 'NL',
      of: 'van',
      details: [],
      version: null,
      sha256: null,
      blocks: [],
    })
  })

  it('bars from nothing to the whole of their line, whatever the amounts are', () => {
    expect(bars(17, 4, 0)).toEqual([1, 4 / 17, 0])
    expect(bars(0, 0)).toEqual([0, 0])
    expect(bars(NaN, -3, Infinity, 2)).toEqual([0, 0, 0, 1])
  })
})

describe('the widths of columns', () => {
  const long = 'een verhaal dat niet op één regel past'

  it('numbers and short columns get what they need, and the long ones share the rest', () => {
    expect(table([['1', 'Chef de Dossier', long, long.slice(0, 19)]], [0]).widths).toEqual([null, null, 38, 19])
  })

  it('where all are short, they share the page', () => {
    expect(table([['a', 'bijna twaalf']]).widths).toEqual([8, 12])
  })

  it('where that would leave too little for the rest, all share', () => {
    const many = Array.from({ length: 4 }, () => 'veertien letters'.slice(0, 14))
    expect(table([[...many, long]]).widths).toEqual([14, 14, 14, 14, 38])
    expect(table([['9'.repeat(51), long]], [0]).widths).toEqual([40, 38])
  })

  it('a small table stays together, and a long one goes on on the next page', () => {
    expect(table(Array.from({ length: 8 }, () => ['a'])).together).toBe(true)
    expect(table(Array.from({ length: 9 }, () => ['a'])).together).toBe(false)
    expect(table([['a'.repeat(1_001)]]).together).toBe(false)
  })
})
