import { inflateSync } from 'node:zlib'

/** A value in a PDF, as it was read. */
export type PdfValue = null | boolean | number | string | Name | Reference | Dictionary | readonly PdfValue[] | Stream

interface Name {
  readonly name: string
}
interface Reference {
  readonly object: number
}
export interface Dictionary {
  readonly fields: ReadonlyMap<string, PdfValue>
}
interface Stream {
  readonly dictionary: Dictionary
  readonly bytes: Buffer
}

/**
 * The objects of a PDF, by number, and its trailer. Throws at the first thing that is not as PDF 1.7 has it. It knows what
 * Typst writes: one table of objects, nothing encrypted, and Flate as the only compression.
 */
export function readObjects(file: Uint8Array): { readonly trailer: Dictionary; readonly objects: readonly PdfValue[] } {
  const text = Buffer.from(file).toString('latin1')
  if (!text.startsWith('%PDF-1.7')) throw new SyntaxError('no PDF 1.7')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s?\s)+)trailer/.exec(text.slice(start))
  if (!table) throw new SyntaxError('no table of objects')
  const rows = (table[2] ?? '').match(/\d{10} \d{5} [nf]/g) ?? []
  if (rows.length !== Number(table[1])) throw new SyntaxError('another number of objects than it says')
  const objects = rows.map((row, number) => {
    if (row.endsWith('f')) return null
    const reader = new ObjectReader(text, Number(row.slice(0, 10)))
    reader.expect(`${number} 0 obj`)
    return reader.value()
  })
  return { trailer: new ObjectReader(text, start + table[0].length).dictionary(), objects }
}

/** The values and words of a page's content, one after the other; words are what a page does with the values before. */
export function* readContent(
  content: string,
): Iterable<{ readonly word: string; readonly values: readonly PdfValue[] }> {
  const reader = new ObjectReader(content, 0)
  let values: PdfValue[] = []
  while (!reader.done) {
    const word = reader.word()
    if (word === null) values.push(reader.value())
    else {
      yield { word, values }
      values = []
    }
  }
}

const space = /[\0\t\n\f\r ]*/y
const word = /[A-Za-z'"*][\w'"*]*/y
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const reference = /(\d+) 0 R/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const hex = /<([\da-fA-F\s]*)>/y
const escapes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

class ObjectReader {
  private readonly text: string
  private at: number

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
    this.match(space)
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  /** A word of a page's content; `null`: what comes is a value. */
  word(): string | null {
    if (/^(true|false|null)\b/.test(this.text.slice(this.at, this.at + 6))) return null
    return this.match(word)?.[0] ?? null
  }

  value(): PdfValue {
    const next = this.text.charAt(this.at)
    if (this.text.startsWith('<<', this.at)) return this.streamOr(this.dictionary())
    if (next === '[') return this.array()
    if (next === '(') return this.literal()
    const name_ = this.match(name)
    if (name_) return { name: (name_[1] ?? '').replaceAll(/#(..)/g, (_, code: string) => character(code)) }
    const hex_ = this.match(hex)
    if (hex_) return (hex_[1] ?? '').replaceAll(/\s/g, '').replaceAll(/..?/g, (code) => character(code.padEnd(2, '0')))
    const reference_ = this.match(reference)
    if (reference_) return { object: Number(reference_[1]) }
    const number_ = this.match(number)
    if (number_) return Number(number_[0])
    const word_ = this.match(word)?.[0]
    if (word_ === 'true' || word_ === 'false') return word_ === 'true'
    if (word_ === 'null') return null
    throw new SyntaxError(`no value at ${this.at}: ${this.text.slice(this.at, this.at + 40)}`)
  }

  dictionary(): Dictionary {
    const fields = new Map<string, PdfValue>()
    this.expect('<<')
    while (!this.text.startsWith('>>', this.at)) {
      const key = this.value()
      if (key === null || typeof key !== 'object' || !('name' in key)) throw new SyntaxError(`no key at ${this.at}`)
      fields.set(key.name, this.value())
    }
    this.expect('>>')
    return { fields }
  }

  expect(what: string): void {
    if (!this.text.startsWith(what, this.at)) throw new SyntaxError(`no ${what} at ${this.at}`)
    this.at += what.length
    this.match(space)
  }

  private array(): readonly PdfValue[] {
    const values: PdfValue[] = []
    this.expect('[')
    while (!this.text.startsWith(']', this.at)) values.push(this.value())
    this.expect(']')
    return values
  }

  private literal(): string {
    let depth = 0
    let value = ''
    for (; ; this.at++) {
      const letter = this.text.charAt(this.at)
      if (letter === '') throw new SyntaxError('a string that does not end')
      if (letter === '\\') {
        const code = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0]
        const escaped = this.text.charAt(this.at + 1)
        value += code === undefined ? (escapes[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(code, 8))
        this.at += code?.length ?? 1
        continue
      }
      if (letter === '(' && depth++ === 0) continue
      if (letter === ')' && --depth === 0) break
      value += letter
    }
    this.at++
    this.match(space)
    return value
  }

  private streamOr(dictionary: Dictionary): Dictionary | Stream {
    const begin = /stream\r?\n/y
    begin.lastIndex = this.at
    if (!begin.test(this.text)) return dictionary
    const length = dictionary.fields.get('Length')
    if (typeof length !== 'number') throw new SyntaxError('a stream without a length')
    const stored = Buffer.from(this.text.slice(begin.lastIndex, begin.lastIndex + length), 'latin1')
    this.at = begin.lastIndex + length
    this.match(space)
    this.expect('endstream')
    const filter = dictionary.fields.get('Filter')
    if (filter === undefined) return { dictionary, bytes: stored }
    if (JSON.stringify(filter) !== '{"name":"FlateDecode"}') throw new SyntaxError('another compression than Flate')
    return { dictionary, bytes: inflateSync(stored) }
  }

  private match(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.at
    const found = what.exec(this.text)
    if (!found) return null
    this.at += found[0].length
    if (what !== space) this.match(space)
    return found
  }
}

const character = (code: string): string => String.fromCharCode(Number.parseInt(code, 16))
