import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorRuns } from './author-runs.ts'
import { bodyOf, newSectionDoc } from './layout.ts'
import { appendText } from './section-text.ts'

const docOf = (client: number, other?: Y.Doc): Y.Doc => {
  const doc = newSectionDoc()
  doc.clientID = client
  if (other) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  return doc
}
const textIn = (doc: Y.Doc, ...path: number[]): Y.XmlText =>
  path.reduce<Y.XmlFragment>((node, i) => node.get(i) as Y.XmlElement, bodyOf(doc)).get(0) as Y.XmlText

describe('who wrote what, in the places of the editor', () => {
  it('counts a node as one step in and one step out, and text as long as JavaScript says', () => {
    const doc = docOf(1)
    appendText(bodyOf(doc), [
      { kind: 'paragraph', text: [{ text: 'bad' }] },
      { kind: 'paragraph', text: [] },
      { kind: 'heading', level: 3, text: [{ text: '🏊🏊' }] },
    ])
    // <p>: 0, b: 1, behind d: 4, </p>: 5 – the empty one is 5 to 7 – the heading opens at 7
    expect(authorRuns(bodyOf(doc))).toEqual([
      { from: 1, to: 4, client: 1 },
      { from: 8, to: 12, client: 1 },
    ])
  })

  it('tells the authors of one paragraph apart, and passes over what was taken out', () => {
    const first = docOf(1)
    appendText(bodyOf(first), [{ kind: 'paragraph', text: [{ text: 'het bad' }] }])
    const second = docOf(2, first)
    textIn(second, 0).insert(4, 'oude ', { bold: {} })
    textIn(second, 0).delete(0, 1)
    // "et |oude |bad"
    expect(authorRuns(bodyOf(second))).toEqual([
      { from: 1, to: 4, client: 1 },
      { from: 4, to: 9, client: 2 },
      { from: 9, to: 12, client: 1 },
    ])
  })

  it('joins what one client wrote in several goes, and in several styles', () => {
    const doc = docOf(1)
    appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text: 'a' }, { text: 'b', bold: true }, { text: 'c' }] }])
    textIn(doc, 0).insert(1, 'x')
    expect(authorRuns(bodyOf(doc))).toEqual([{ from: 1, to: 5, client: 1 }])
  })

  it('goes into lists and tables, and takes a line break for one step', () => {
    const doc = docOf(1)
    appendText(bodyOf(doc), [
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', text: [{ text: 'ab' }] }]] },
      { kind: 'paragraph', text: [{ text: 'c\nd' }] },
      { kind: 'table', rows: [[{ header: true, blocks: [{ kind: 'paragraph', text: [{ text: 'e' }] }] }]] },
    ])
    // <ul> 0 <li> 1 <p> 2 a 3 b 4 </p> 5 </li> 6 </ul> 7 | <p> 8 … c at 9, break at 10, d at 11 …
    // </p> closes at 12: the table opens at 13, row 14, cell 15, paragraph 16, e at 17
    expect(authorRuns(bodyOf(doc))).toEqual([
      { from: 3, to: 5, client: 1 },
      { from: 9, to: 10, client: 1 },
      { from: 11, to: 12, client: 1 },
      { from: 17, to: 18, client: 1 },
    ])
  })
})
