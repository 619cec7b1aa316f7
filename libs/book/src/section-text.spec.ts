import type { Block } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from './layout.ts'
import { appendText, readText, safeLink } from './section-text.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] })

const everything: readonly Block[] = [
  { kind: 'heading', level: 3, text: [{ text: 'Het zwembad' }] },
  {
    kind: 'paragraph',
    text: [
      { text: 'Het bad kost ' },
      { text: 'veel', bold: true },
      { text: ' en ' },
      { text: 'brengt op', italic: true },
      { text: ', zie ' },
      { text: 'de begroting', link: 'https://example.nl/begroting' },
      { text: '.' },
    ],
  },
  { kind: 'list', ordered: false, items: [[paragraph('ouderen')], [paragraph('scholen'), paragraph('en clubs')]] },
  { kind: 'list', ordered: true, items: [[paragraph('eerst')], [paragraph('dan')]] },
  { kind: 'quote', blocks: [paragraph('Zwemmen moet je kunnen.')] },
  {
    kind: 'table',
    rows: [
      [
        { header: true, blocks: [paragraph('Post')] },
        { header: true, blocks: [paragraph('Bedrag')] },
      ],
      [
        { header: false, blocks: [paragraph('Zwembad')] },
        { header: false, blocks: [paragraph('€ 1')] },
      ],
    ],
  },
  { kind: 'paragraph', text: [] },
]

describe('the text of a section', () => {
  it('reads back what was written, in every kind of block', () => {
    const doc = newSectionDoc()
    appendText(bodyOf(doc), everything)
    expect(readText(bodyOf(doc))).toEqual(everything)
  })

  it('reads the same from another copy', () => {
    const doc = newSectionDoc()
    const copy = newSectionDoc()
    appendText(bodyOf(doc), everything)
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    expect(readText(bodyOf(copy))).toEqual(everything)
  })

  it('shows the text of nodes it does not know', () => {
    const doc = newSectionDoc()
    const strange = new Y.XmlElement('marquee')
    const inside = new Y.XmlElement('paragraph')
    inside.insert(0, [new Y.XmlText('toch leesbaar')])
    strange.insert(0, [inside])
    bodyOf(doc).push([strange])
    expect(readText(bodyOf(doc))).toEqual([paragraph('toch leesbaar')])
  })

  it.each([
    ['https://example.nl', 'https://example.nl'],
    ['mailto:griffie@example.nl', 'mailto:griffie@example.nl'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    [undefined, null],
  ])('follows a link to %s: %s', (href, followed) => {
    expect(safeLink(href)).toBe(followed)
  })
})
