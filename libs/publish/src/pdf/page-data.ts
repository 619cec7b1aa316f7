import type { Run } from '@witboek/domain'
import type { BarsBlock, Block, Document, TableBlock } from '../document.ts'
import { regions } from '../region.ts'
import { isBlank, linkOf, withLineBreaks } from '../runs.ts'
import { shownBlocks } from '../shown-blocks.ts'

/** What `document.typ` is given: every text in lines that can be shown, and nothing left to decide. `null`: there is none. */
interface PageData {
  readonly title: string
  readonly subtitle: string | null
  readonly author: string | null
  readonly language: string
  readonly region: string
  readonly of: string
  readonly details: readonly { readonly term: string; readonly text: string }[]
  readonly version: string | null
  readonly sha256: string | null
  readonly blocks: readonly PageBlock[]
}

type Lines = readonly string[]

interface PageRun {
  readonly lines: Lines
  readonly bold: boolean
  readonly italic: boolean
  readonly link: string | null
}

type PageBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly PageRun[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly PageRun[])[] }
  | { readonly kind: 'note'; readonly title: string | null; readonly runs: readonly PageRun[] }
  | {
      readonly kind: 'table'
      readonly caption: string | null
      /** The share that each column gets; `null`: what it needs. */
      readonly widths: readonly (number | null)[]
      readonly numbers: readonly number[]
      /** On one page: small enough for that. */
      readonly together: boolean
      readonly columns: readonly Lines[]
      readonly rows: readonly (readonly Lines[])[]
    }
  | {
      readonly kind: 'bars'
      readonly caption: string | null
      readonly together: boolean
      readonly columns: Lines
      /** `share` of the longest bar, from 0 to 1. */
      readonly bars: readonly { readonly label: Lines; readonly shown: string; readonly share: number }[]
    }

/** `letter` puts a mark where a line has what no font can show. */
export function pageData(document: Document, letter: (line: string) => string): PageData {
  const lines = (text: string): Lines => withLineBreaks(text).replaceAll('\t', '    ').split('\n').map(letter)
  const line = (text: string): string => lines(text).join(' ')
  const lineOrNone = (text: string | undefined): string | null =>
    text === undefined || isBlank(text) ? null : line(text)
  const runs = (those: readonly Run[]): readonly PageRun[] =>
    those.map((run) => ({
      lines: lines(run.text),
      bold: run.bold ?? false,
      italic: run.italic ?? false,
      link: linkOf(run),
    }))

  const block = (one: Block): PageBlock => {
    switch (one.kind) {
      case 'heading':
        return { kind: 'heading', level: one.level, text: line(one.text) }
      case 'paragraph':
        return { kind: 'paragraph', runs: runs(one.runs) }
      case 'list':
        return { kind: 'list', ordered: one.ordered, items: one.items.map(runs) }
      case 'note':
        return { kind: 'note', title: lineOrNone(one.title), runs: runs(one.runs) }
      case 'table':
        return {
          kind: 'table',
          caption: lineOrNone(one.caption),
          widths: widthsOf(one),
          numbers: one.numbers ?? [],
          together: one.rows.length <= 8 && one.rows.flat().join('').length <= 1_000,
          columns: one.columns.map(lines),
          rows: one.rows.map((row) => row.map(lines)),
        }
      case 'bars':
        return {
          kind: 'bars',
          caption: lineOrNone(one.caption),
          together: one.bars.length <= 12,
          columns: one.columns.map(line),
          bars: sharesOf(one).map(({ label, shown, share }) => ({ label: lines(label), shown: line(shown), share })),
        }
    }
  }

  const { language, country, of } = regions[document.language]
  return {
    title: isBlank(document.title) ? '' : line(document.title),
    subtitle: lineOrNone(document.subtitle),
    author: lineOrNone(document.author),
    language,
    region: country,
    of,
    details: (document.details ?? [])
      .filter(({ term, text }) => !isBlank(term + text))
      .map(({ term, text }) => ({ term: line(term), text: line(text) })),
    version: lineOrNone(document.edition?.version),
    sha256: lineOrNone(document.edition?.sha256),
    blocks: shownBlocks(document.blocks).map(block),
  }
}

/** In characters: what is no longer stays on one line, as long as that leaves this much of the page for the rest. */
const short = 16
const page = 50

/** Numbers and short columns get what they need, and the others share what is left: the more to say, the wider. */
function widthsOf({ columns, rows, numbers = [] }: TableBlock): readonly (number | null)[] {
  const all = columns.length > 0 ? [columns, ...rows] : rows
  const longest = (all[0] ?? []).map((_, at) => all.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0))
  const keeps = longest.map((length, at) => length <= short || numbers.includes(at))
  const kept = longest.reduce((sum, length, at) => sum + (keeps[at] ? length : 0), 0)
  const onLine = kept <= page && keeps.includes(false)
  return longest.map((length, at) => (onLine && keeps[at] ? null : Math.min(Math.max(length, 8), 40)))
}

function sharesOf({ bars }: BarsBlock) {
  const amountOf = (amount: number) => (Number.isFinite(amount) ? Math.max(0, amount) : 0)
  const highest = bars.reduce((most, { amount }) => Math.max(most, amountOf(amount)), 0)
  return bars.map((bar) => ({ ...bar, share: highest === 0 ? 0 : amountOf(bar.amount) / highest }))
}
