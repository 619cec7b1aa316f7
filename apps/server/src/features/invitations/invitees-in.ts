import { addressMax } from '@witboek/contract'
import { mailAddress, oneLine, realNameMax, type Invitee } from '@witboek/domain'
import { parse } from 'csv-parse/sync'
import { isAddress } from '../../mail/address.ts'
import { cellsOf } from './address-lines.ts'

/** Somebody as they stand on a list. Where no address was found, `email` is what stands there instead. */
export interface WrittenInvitee extends Invitee {
  /** Counted from 1, as an editor does. */
  readonly line: number
  readonly problem: 'no-address' | 'name-too-long' | null
}

/**
 * Everybody on a list, in its order, whatever it was made with: addresses between commas or semicolons or under each other,
 * `Naam <adres>` as mail programs write it, or a table as spreadsheets save it, with names over its columns or without.
 * Nothing is left out: what cannot be read as somebody is there with what is wrong.
 */
export function inviteesIn(text: string): readonly WrittenInvitee[] {
  const whole = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
  const lines = whole.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const columns = columnsOf(lines[first] ?? '')
  if (!columns) return lines.flatMap((line, i) => onLine(line, i + 1))
  return columns.among.length === 1
    ? lines.flatMap((line, i) => (i > first ? onLine(line, i + 1) : []))
    : inTable(whole, columns, first + 1)
}

/** People name their columns in many ways. */
const named = {
  email: /^(e?mail(adres|address)?|(e?mail)?ad(d)?res(s)?)$/,
  name: /^((volledige|full)?na(am|me)|(voor|achter)naam|(first|last)name|tussenvoegsel|voorletters|deelnemer)$/,
  language: /^(taal|language|lang)$/,
} as const

interface Columns {
  readonly mark: string
  readonly among: readonly (keyof typeof named | null)[]
}

/** The head of a table; `null` when this line is none. */
function columnsOf(line: string): Columns | null {
  const counted = [';', '\t', ','].map((mark) => ({ mark, count: line.split(mark).length }))
  const { mark } = counted.reduce((one, other) => (other.count > one.count ? other : one))
  const among = line.split(mark).map((cell) => {
    const word = cell.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
    return (Object.keys(named) as (keyof typeof named)[]).find((what) => named[what].test(word)) ?? null
  })
  return among.includes('email') ? { mark, among } : null
}

function inTable(whole: string, { mark, among }: Columns, head: number): readonly WrittenInvitee[] {
  return records(whole, mark)
    .filter(({ line, cells }) => line > head && cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      const those = (what: keyof typeof named) => cells.filter((cell, i) => among[i] === what && cell.trim() !== '')
      // Two columns with an address are one too many: nobody is chosen from them.
      return invitee(line, those('email').join(' '), {
        name: those('name').join(' '),
        language: those('language')[0] ?? '',
      })
    })
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function records(whole: string, delimiter: string): readonly { line: number; cells: readonly string[] }[] {
  const read = (quote: '"' | false): readonly CsvRecord[] =>
    parse(whole, {
      delimiter,
      quote,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly CsvRecord[]
  return readable(read).map(({ record, info }) => ({
    line: info.lines - record.join('').split('\n').length + 1,
    cells: record,
  }))
}

/** A quote that is not closed would swallow the rest of the list: then quotes are only characters. */
function readable(read: (quote: '"' | false) => readonly CsvRecord[]): readonly CsvRecord[] {
  try {
    return read('"')
  } catch {
    return read(false)
  }
}

/** One person with a name and a language beside them, or several people. */
function onLine(line: string, number: number): readonly WrittenInvitee[] {
  const cells = cellsOf(line)
  const addressed = cells.filter((cell) => cell.includes('@'))
  const [only] = addressed
  if (cells.length === 0) return []
  if (addressed.length === 0) return [invitee(number, cells.join(' '), {})]
  if (only === undefined || addressed.length > 1 || only.includes('<')) return together(cells, number)
  // What stands in front is a name, also when it is "En".
  const language = cells.slice(1).find((cell) => languageIn(cell) !== null) ?? ''
  const name = cells.filter((cell, i) => cell !== only && (i === 0 || cell !== language)).join(' ')
  return [invitee(number, only, { name, language })]
}

/** Each cell is somebody, but for a language, which is that of who stands before it. */
function together(cells: readonly string[], number: number): readonly WrittenInvitee[] {
  return cells.flatMap((cell, i) => {
    if (i > 0 && languageIn(cell) !== null) return []
    return [invitee(number, cell, { language: languageIn(cells[i + 1] ?? '') ? (cells[i + 1] ?? '') : '' })]
  })
}

const languages: readonly (readonly ['nl' | 'en', RegExp])[] = [
  ['nl', /^(nl(-[a-z]+)?|ned\.?|nederlands|dutch)$/i],
  ['en', /^(en(-[a-z]+)?|eng\.?|engels|english)$/i],
]

const languageIn = (cell: string): 'nl' | 'en' | null =>
  languages.find(([, word]) => word.test(cell.trim()))?.[0] ?? null

/** `Naam <adres>` or the address alone. */
function invitee(
  line: number,
  written: string,
  { name = '', language = '' }: { readonly name?: string; readonly language?: string },
): WrittenInvitee {
  const [, before = '', within] = /^([^<>]*)<([^<>]+)>\s*$/.exec(written) ?? []
  const address = mailAddress(oneLine((within ?? written).replace(/^\s*mailto:/i, '')))
  const shown = oneLine(name || before.replaceAll('"', ''))
  const whole = { line, name: shown, email: address, language: languageIn(language) ?? 'nl' } as const
  if (!canBeMailed(address))
    return {
      ...whole,
      name: shown.slice(0, realNameMax),
      email: oneLine(written).slice(0, addressMax),
      problem: 'no-address',
    }
  return shown.length > realNameMax
    ? { ...whole, name: shown.slice(0, realNameMax), problem: 'name-too-long' }
    : { ...whole, problem: null }
}

/** An address on the internet: its domain has a dot in it, and no dot stands where none can be. */
export function canBeMailed(address: string): boolean {
  const [local = '', domain = ''] = address.split('@')
  const labels = domain.split('.')
  return isAddress(address) && labels.length > 1 && [...local.split('.'), ...labels].every((part) => part !== '')
}
