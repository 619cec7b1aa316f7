import type { Block, ParkedPiece } from '@witboek/domain'
import { chanceFrom, seedOfToday, type Chance } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from './layout.ts'
import { appendText, readText } from './section-text.ts'
import { textNodes } from './text-schema.ts'
import { putWords, wordsInUpdate, wordsOf } from './words.ts'
import { rangesOf } from './words/clock-ranges.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] })

/** A text that the server has, and a writer's copy whose edits from here on the server does not have. */
function aText(blocks: readonly Block[]) {
  const server = newSectionDoc()
  appendText(bodyOf(server), blocks)
  const writer = copyOf(server)
  const unsaved: Uint8Array[] = []
  writer.on('update', (update: Uint8Array) => unsaved.push(update))
  return {
    server,
    writer,
    body: bodyOf(writer),
    unsaved,
    words: () => wordsOf(writer, rangesOf(unsaved)),
    /** The server's text after these words were put back into it. */
    after(pieces: readonly ParkedPiece[]): readonly Block[] {
      const fresh = copyOf(server)
      putWords(fresh, pieces)
      expectSound(bodyOf(fresh))
      expect([...fresh.share.keys()]).toEqual(['body'])
      return readText(bodyOf(fresh))
    },
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = newSectionDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const childOf = (node: Y.XmlFragment | Y.XmlText | undefined, ...path: number[]): Y.XmlElement =>
  path.reduce((at, i) => (at as Y.XmlElement).get(i) as Y.XmlElement, node as Y.XmlElement)
const textIn = (node: Y.XmlFragment, ...path: number[]): Y.XmlText => childOf(node, ...path, 0) as unknown as Y.XmlText

/** What the editor of the page would leave alone. */
function expectSound(body: Y.XmlFragment): void {
  const look = (node: Y.XmlElement | Y.XmlText, parent: string): void => {
    if (node instanceof Y.XmlText) return expect(['paragraph', 'heading']).toContain(parent)
    expect(Object.keys(textNodes)).toContain(node.nodeName)
    const children = node.toArray() as (Y.XmlElement | Y.XmlText)[]
    const names = children.map((child) => (child instanceof Y.XmlText ? 'text' : child.nodeName))
    if (/List$/.test(node.nodeName)) expect([...new Set(names)]).toEqual(['listItem'])
    if (node.nodeName === 'listItem') expect(names[0]).toBe('paragraph')
    if (node.nodeName === 'blockquote' || /^tableCell|tableHeader$/.test(node.nodeName)) expect(names).not.toEqual([])
    if (node.nodeName === 'table')
      expect(new Set(children.map((row) => (row as Y.XmlElement).length)).size, 'rows are equally long').toBe(1)
    for (const child of children) look(child, node.nodeName)
  }
  for (const node of body.toArray()) look(node as Y.XmlElement, 'body')
}

describe('words that are taken out to be kept', () => {
  it('finds what was typed in a paragraph, with its style, and puts it back in the same place', () => {
    const text = aText([paragraph('Het bad sluit.'), paragraph('Punt.')])
    textIn(text.body, 0).insert(8, 'altijd ', { bold: {} })
    textIn(text.body, 0).insert(15, 'op zondag ', { bold: null })
    const pieces = text.words()
    expect(pieces).toEqual([
      {
        at: expect.stringMatching(/^[A-Za-z0-9+/=]{1,400}$/) as string,
        inline: true,
        blocks: [{ kind: 'paragraph', text: [{ text: 'altijd ', bold: true }, { text: 'op zondag ' }] }],
      },
    ])
    expect(text.after(pieces)).toEqual(readText(text.body))
  })

  it('tells words in two places of a paragraph apart', () => {
    const text = aText([paragraph('Het bad sluit.')])
    textIn(text.body, 0).insert(14, ' Jammer.')
    textIn(text.body, 0).insert(0, 'Kijk: ')
    const pieces = text.words()
    expect(pieces.map(({ blocks }) => blocks)).toEqual([[paragraph('Kijk: ')], [paragraph(' Jammer.')]])
    expect(text.after(pieces)).toEqual([paragraph('Kijk: Het bad sluit. Jammer.')])
  })

  it('keeps new blocks together, of every kind', () => {
    const text = aText([paragraph('Eerst.'), paragraph('Laatst.')])
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 4, text: [{ text: 'Kosten' }] },
      { kind: 'list', ordered: true, items: [[paragraph('een')], [paragraph('twee')]] },
      { kind: 'quote', blocks: [paragraph('Zwemmen moet je kunnen.')] },
      { kind: 'table', rows: [[{ header: true, blocks: [paragraph('Post')] }]] },
      { kind: 'paragraph', text: [{ text: 'Klaar.' }, { text: '\n' }, { text: 'Of niet.' }] },
    ]
    putWords(text.writer, [{ at: '', inline: false, blocks }])
    const pieces = text.words()
    expect(pieces).toMatchObject([{ inline: false, blocks }])
    expect(text.after(pieces)).toEqual(readText(text.body))
  })

  it('puts new items into the list, and new rows into the table, that they were in', () => {
    const rows = [[{ header: false, blocks: [paragraph('a')] }]]
    const text = aText([
      { kind: 'list', ordered: false, items: [[paragraph('een')], [paragraph('vier')]] },
      { kind: 'table', rows },
    ])
    const item = (word: string) => {
      const node = new Y.XmlElement('listItem')
      const inside = new Y.XmlElement('paragraph')
      inside.insert(0, [new Y.XmlText(word)])
      node.insert(0, [inside])
      return node
    }
    childOf(text.body, 0).insert(1, [item('twee'), item('drie')])
    const row = new Y.XmlElement('tableRow')
    const cell = new Y.XmlElement('tableCell')
    const inside = new Y.XmlElement('paragraph')
    inside.insert(0, [new Y.XmlText('b')])
    cell.insert(0, [inside])
    row.insert(0, [cell])
    childOf(text.body, 1).insert(1, [row])
    const pieces = text.words()
    expect(pieces.map(({ blocks }) => blocks)).toEqual([
      [{ kind: 'list', ordered: false, items: [[paragraph('twee')], [paragraph('drie')]] }],
      [{ kind: 'table', rows: [[{ header: false, blocks: [paragraph('b')] }]] }],
    ])
    expect(text.after(pieces)).toEqual(readText(text.body))
  })

  it('says nothing of what was taken out again, nor of what others wrote', () => {
    const text = aText([paragraph('Het bad sluit.')])
    textIn(text.body, 0).insert(3, ' oude')
    textIn(text.body, 0).delete(0, 8)
    expect(text.words()).toEqual([])
  })

  it('finds words that were typed in an empty paragraph, and behind a line break', () => {
    const text = aText([{ kind: 'paragraph', text: [] }, paragraph('Adres')])
    childOf(text.body, 0).insert(0, [new Y.XmlText('nieuw')])
    childOf(text.body, 1).insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('Dorpsstraat')])
    const pieces = text.words()
    expect(pieces.map(({ inline, blocks }) => [inline, blocks])).toEqual([
      [true, [paragraph('nieuw')]],
      [true, [paragraph('\nDorpsstraat')]],
    ])
    expect(text.after(pieces)).toEqual([paragraph('nieuw'), paragraph('Adres Dorpsstraat')])
  })

  it('puts words back as a paragraph near their place when their paragraph is gone', () => {
    const text = aText([paragraph('Eerst.'), paragraph('Weg.'), paragraph('Laatst.')])
    textIn(text.body, 1).insert(4, ' Maar niet heus.')
    const pieces = text.words()
    bodyOf(text.server).delete(1, 1)
    expect(text.after(pieces)).toEqual([paragraph('Eerst.'), paragraph(' Maar niet heus.'), paragraph('Laatst.')])
  })

  it.each(['', 'geen plaats', '====', 'AAAA', '////////', btoa('\u0006\u0001\u0004evil')])(
    'puts words with the place “%s” at the end',
    (at) => {
      const text = aText([paragraph('Eerst.')])
      const pieces = [paragraph('een'), paragraph('twee')].map((block, i) => ({ at, inline: i > 0, blocks: [block] }))
      expect(text.after(pieces)).toEqual([paragraph('Eerst.'), paragraph('een'), paragraph('twee')])
    },
  )

  it('makes what would not fit the editor fit, without losing a word', () => {
    const deep = Array.from({ length: 100 }).reduce<Block>(
      (block) => ({ kind: 'quote', blocks: [block] }),
      paragraph('diep'),
    )
    const text = aText([])
    const after = text.after([
      {
        at: '',
        inline: false,
        blocks: [
          { kind: 'list', ordered: false, items: [] },
          { kind: 'list', ordered: false, items: [[], [{ kind: 'heading', level: 3, text: [{ text: 'kop' }] }]] },
          { kind: 'quote', blocks: [] },
          { kind: 'table', rows: [[], [{ header: false, blocks: [] }]] },
          { kind: 'paragraph', text: [{ text: 'klik', link: 'javascript:alert(1)' }] },
          deep,
        ],
      },
    ])
    const told = JSON.stringify(after)
    for (const word of ['kop', 'klik', 'diep']) expect(told).toContain(word)
    expect(told).not.toContain('javascript')
  })

  it('reads the words of an update that fits nowhere any more', () => {
    const text = aText([paragraph('Het bad sluit.')])
    appendText(text.body, [paragraph('eerste zin'), { kind: 'list', ordered: false, items: [[paragraph('tweede')]] }])
    textIn(text.body, 0).insert(7, ' hier')
    textIn(text.body, 1).delete(0, 7)
    const pieces = wordsInUpdate(Y.mergeUpdates(text.unsaved))
    expect(pieces).toEqual([
      { at: '', inline: false, blocks: [paragraph('zin'), paragraph('tweede'), paragraph(' hier')] },
    ])
    expect(wordsInUpdate(new Uint8Array([1, 2, 3]))).toEqual([])
  })
})

describe('[I4] random evenings of refused words', () => {
  const rounds = 300

  it(`gives back exactly the writer’s own text when nobody took anything out, ${rounds} times`, () => {
    each(rounds, (chance) => {
      const text = aText(randomBlocks(chance))
      for (let i = 0; i < 12; i++) writeSomething(text.body, chance, letter(i))
      expect(plain(text.after(text.words()))).toEqual(plain(readText(text.body)))
    })
  })

  it(`loses no word, and keeps to the schema, whatever others took out meanwhile, ${rounds} times`, () => {
    each(rounds, (chance) => {
      const text = aText(randomBlocks(chance))
      for (let i = 0; i < 12; i++) {
        if (chance.below(4) === 0) takeSomethingOut(text.body, chance)
        else writeSomething(text.body, chance, letter(i))
      }
      for (let i = 0; i < 4; i++) takeSomethingOut(bodyOf(text.server), chance)
      const own = lettersIn(JSON.stringify(readText(text.body)))
      const pieces = text.words()
      expect(lettersIn(JSON.stringify(pieces))).toEqual(own)
      const back = lettersIn(JSON.stringify(text.after(pieces)))
      expect([...back].sort()).toEqual([...own].sort())
    })
  })
})

/** Every round has its own seed, so that one that failed can be run alone. */
function each(rounds: number, round: (chance: Chance) => void): void {
  const { seed } = chanceFrom(seedOfToday())
  for (let i = 0; i < rounds; i++) {
    try {
      round(chanceFrom(seed + i))
    } catch (cause) {
      throw new Error(`seed ${seed + i}`, { cause })
    }
  }
}

/** A letter that stands for one piece of writing and can be found again anywhere. */
const letter = (i: number): string => String.fromCharCode(0x4e00 + i)
const lettersIn = (text: string): string[] => text.match(/[\u4e00-\u4eff]/g) ?? []

/** Styles aside, and paragraphs without words. */
const plain = (blocks: readonly Block[]): unknown =>
  JSON.parse(JSON.stringify(blocks), (key, value: unknown) => {
    if (key === 'text' && Array.isArray(value)) return (value as { text: string }[]).map(({ text }) => text).join('')
    return value
  })

function randomBlocks(chance: Chance): readonly Block[] {
  const makers: (() => Block)[] = [
    () => paragraph('het bad sluit'),
    () => paragraph('het dorp zwemt'),
    () => ({ kind: 'heading', level: 3, text: [{ text: 'kop' }] }),
    () => ({ kind: 'paragraph', text: [] }),
    () => ({
      kind: 'list',
      ordered: chance.below(2) === 0,
      items: [[paragraph('a')], [paragraph('b'), paragraph('c')]],
    }),
    () => ({ kind: 'quote', blocks: [paragraph('citaat')] }),
    () => ({ kind: 'table', rows: [[0, 1].map(() => ({ header: false, blocks: [paragraph('cel')] }))] }),
  ]
  return Array.from({ length: 1 + chance.below(5) }, () => chance.pick(makers)())
}

function nodesIn(parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return (parent.toArray() as (Y.XmlElement | Y.XmlText)[]).flatMap((node) =>
    node instanceof Y.XmlText ? [node] : [node, ...nodesIn(node)],
  )
}

function writeSomething(body: Y.XmlFragment, chance: Chance, word: string): void {
  const nodes = nodesIn(body)
  const texts = nodes.filter((node) => node instanceof Y.XmlText)
  const text = texts.length > 0 ? chance.pick(texts) : null
  const node = nodes.length > 0 ? chance.pick(nodes) : null
  if (text && chance.below(3) > 0) {
    text.insert(chance.below(text.length + 1), word, chance.below(3) === 0 ? { bold: {} } : { bold: null })
  } else if (node instanceof Y.XmlElement && node.nodeName === 'paragraph' && node.length === 0) {
    node.insert(0, [new Y.XmlText(word)])
  } else if (node instanceof Y.XmlElement && node.nodeName === 'listItem') {
    const item = new Y.XmlElement('listItem')
    const inside = new Y.XmlElement('paragraph')
    inside.insert(0, [new Y.XmlText(word)])
    item.insert(0, [inside])
    const list = node.parent as Y.XmlElement
    list.insert(chance.below(list.length + 1), [item])
  } else {
    const inside = new Y.XmlElement('paragraph')
    inside.insert(0, [new Y.XmlText(word)])
    body.insert(chance.below(body.length + 1), [inside])
  }
}

/** A block, or a few letters. */
function takeSomethingOut(body: Y.XmlFragment, chance: Chance): void {
  const texts = nodesIn(body).filter((node) => node instanceof Y.XmlText && node.length > 0) as Y.XmlText[]
  if (chance.below(2) === 0 && body.length > 0) body.delete(chance.below(body.length), 1)
  else if (texts.length > 0) {
    const text = chance.pick(texts)
    const at = chance.below(text.length)
    text.delete(at, Math.min(text.length - at, 1 + chance.below(4)))
  }
}
