import type { Block } from '@witboek/domain'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorRuns } from '../author-runs.ts'
import { bodyOf, newSectionDoc } from '../layout.ts'
import { appendText, readText } from '../section-text.ts'
import { wordsBy } from './words-by.ts'

const docOf = (client: number, other?: Y.Doc): Y.Doc => {
  const doc = newSectionDoc()
  if (other) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  // Only now: Yjs takes another id when it sees its own coming in.
  doc.clientID = client
  return doc
}
const textsIn = (node: Y.XmlFragment): Y.XmlText[] =>
  node.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : textsIn(child as Y.XmlElement)))
const by = (doc: Y.Doc, ...clients: number[]) => wordsBy(bodyOf(doc), new Set(clients))
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] })

describe('[PRIVACY-2] the words of one writer', () => {
  it('are told without those of others, with a gap where they stood', () => {
    const first = docOf(1)
    appendText(bodyOf(first), [paragraph('Het bad is oud')])
    const second = docOf(2, first)
    textsIn(bodyOf(second))[0]?.insert(8, 'nog niet ')
    expect(by(second, 1)).toEqual([
      { kind: 'paragraph', text: [{ text: 'Het bad ' }, { text: ' … ' }, { text: 'is oud' }] },
    ])
    expect(by(second, 2)).toEqual([paragraph('nog niet ')])
    expect(by(second, 3)).toEqual([])
  })

  it('are those under all client ids of the writer: a phone and a laptop', () => {
    const first = docOf(1)
    appendText(bodyOf(first), [paragraph('op de telefoon')])
    const second = docOf(2, first)
    appendText(bodyOf(second), [paragraph('op de laptop')])
    expect(by(second, 1, 2)).toEqual([paragraph('op de telefoon'), paragraph('op de laptop')])
  })

  it('leave out a paragraph of which only the frame is theirs', () => {
    const first = docOf(1)
    appendText(bodyOf(first), [paragraph('weg')])
    const second = docOf(2, first)
    const text = textsIn(bodyOf(second))[0]
    text?.delete(0, 3)
    text?.insert(0, 'van een ander')
    expect(by(second, 1)).toEqual([])
  })

  it('keep headings, styles and ends of lines, also in lists, quotes and tables', () => {
    const doc = docOf(1)
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 4, text: [{ text: 'Zwemmers' }] },
      { kind: 'list', ordered: true, items: [[paragraph('scholen')], [paragraph('clubs')]] },
      { kind: 'quote', blocks: [paragraph('gezegd')] },
      { kind: 'table', rows: [[{ header: true, blocks: [paragraph('Bedrag')] }]] },
      { kind: 'paragraph', text: [{ text: 'Dicht op ' }, { text: 'maandag', bold: true }, { text: '\n’s avonds' }] },
    ]
    appendText(bodyOf(doc), blocks)
    expect(by(doc, 1)).toEqual([
      { kind: 'heading', level: 4, text: [{ text: 'Zwemmers' }] },
      paragraph('scholen'),
      paragraph('clubs'),
      paragraph('gezegd'),
      paragraph('Bedrag'),
      {
        kind: 'paragraph',
        text: [{ text: 'Dicht op ' }, { text: 'maandag', bold: true }, { text: '\n' }, { text: '’s avonds' }],
      },
    ])
  })

  it('are all of the text when they are put together, whoever wrote and deleted where', () => {
    const seed = seedOfToday()
    console.info(`SEED=${seed}`)
    const chance = chanceFrom(seed)
    const clients = [1, 2, 3]
    let doc = docOf(1)
    appendText(bodyOf(doc), [paragraph('aaaa'), { kind: 'list', ordered: false, items: [[paragraph('bbbb')]] }])
    for (let i = 0; i < 200; i += 1) {
      doc = docOf(chance.pick(clients), doc)
      const text = chance.pick(textsIn(bodyOf(doc)))
      const at = chance.below(text.length + 1)
      if (chance.below(3) === 0) text.delete(at, Math.min(2, text.length - at))
      else if (chance.below(12) === 0) appendText(bodyOf(doc), [paragraph(`nieuw ${i}`)])
      else text.insert(at, `${i}`, chance.below(2) === 0 ? { bold: {} } : {})
    }
    const length = (blocks: readonly Block[]) =>
      textOf(blocks)
        .filter((text) => text !== ' … ')
        .join('').length
    expect(new Set(authorRuns(bodyOf(doc)).map(({ client }) => client))).toEqual(new Set(clients))
    for (const client of clients) {
      const expected = authorRuns(bodyOf(doc)).filter((run) => run.client === client)
      expect(length(by(doc, client))).toBe(expected.reduce((sum, { from, to }) => sum + to - from, 0))
    }
    expect(textOf(by(doc, ...clients)).join('')).toBe(textOf(readText(bodyOf(doc))).join(''))
  })
})

const textOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.text.map(({ text }) => text)
      case 'list':
        return block.items.flatMap(textOf)
      case 'quote':
        return textOf(block.blocks)
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => textOf(cell.blocks)))
    }
  })
