import { sumOf, type Block, type BudgetItem, type Cell, type Run } from '@witboek/domain'
import { amount } from '@witboek/i18n'

/** `**bold**` and `_italic_` as runs: enough to write the example by hand. */
const runs = (text: string): readonly Run[] =>
  text
    .split(/(\*\*[^*]+\*\*|_[^_]+_)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('**')) return { text: piece.slice(2, -2), bold: true }
      if (piece.startsWith('_')) return { text: piece.slice(1, -1), italic: true }
      return { text: piece }
    })

export const p = (text: string): Block => ({ kind: 'paragraph', text: runs(text) })
export const h = (text: string): Block => ({ kind: 'heading', level: 3, text: runs(text) })
export const quote = (text: string): Block => ({ kind: 'quote', blocks: [p(text)] })
export const ul = (...items: string[]): Block => list(false, items)
export const ol = (...items: string[]): Block => list(true, items)

const list = (ordered: boolean, items: readonly string[]): Block => ({
  kind: 'list',
  ordered,
  items: items.map((item) => [p(item)]),
})

/** Budget items as a table with their sum below it, so that its figures always agree with the frame. */
export function itemsTable(items: readonly BudgetItem[]): Block {
  const row = (name: string, of: readonly BudgetItem[], style = ''): readonly Cell[] =>
    [
      name,
      amount(sumOf(of.map((item) => item.expenditure)), 'nl'),
      amount(sumOf(of.map((item) => item.income)), 'nl'),
      amount(sumOf(of.map((item) => item.influenceable)), 'nl'),
    ].map((text) => cell(style + text + style))
  return {
    kind: 'table',
    rows: [
      ['Post', 'Lasten per jaar', 'Baten per jaar', 'Beïnvloedbaar'].map((text) => cell(text, true)),
      ...items.map((item) => row(item.name, [item])),
      row('Samen', items, '**'),
    ],
  }
}

const cell = (text: string, header = false): Cell => ({ header, blocks: [p(text)] })
