import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { digestOf } from '../digest.ts'
import { bodyOf, newSectionDoc } from '../layout.ts'
import { applyRecorded, stillStands } from './recorded-edit.ts'

/** What one page does, as an update. */
function by(doc: Y.Doc, act: (text: Y.XmlText) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => act(textOf(doc)))
  return Y.encodeStateAsUpdate(doc, before)
}

const textOf = (doc: Y.Doc): Y.XmlText => (bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText

/** A copy of one bold word, and what two pages do to it at the same moment. */
function aBoldWord() {
  const first = newSectionDoc()
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.insert(0, 'vet', { bold: {} })
  paragraph.insert(0, [text])
  bodyOf(first).insert(0, [paragraph])
  const whole = Y.encodeStateAsUpdate(first)
  const copy = () => {
    const doc = newSectionDoc()
    Y.applyUpdate(doc, whole)
    return doc
  }
  return { whole, copy }
}

describe('an edit from the log', () => {
  it('[I7] leaves a document as the log tells it, where Yjs would tidy up marks of its own accord', () => {
    const { whole, copy } = aBoldWord()
    const log = [whole, by(copy(), (text) => text.delete(0, 2)), by(copy(), (text) => text.delete(2, 1))]
    const [recorded, again, tidied] = [newSectionDoc(), newSectionDoc(), newSectionDoc()]
    for (const update of log) {
      applyRecorded(recorded, update)
      Y.applyUpdate(tidied, update)
    }
    applyRecorded(again, Y.mergeUpdates(log))
    expect(digestOf(recorded)).toBe(digestOf(again))
    expect(digestOf(recorded), 'or nothing is shown here').not.toBe(digestOf(tidied))
  })

  it('is not taken when it builds on what is not there', () => {
    const { copy } = aBoldWord()
    const update = by(copy(), (text) => text.insert(3, 'te'))
    expect(() => applyRecorded(newSectionDoc(), update)).toThrow('builds on something that is not there')
  })
})

describe('what waits to be recorded, when others were first', () => {
  it('still stands beside words and deletions elsewhere', () => {
    const { copy } = aBoldWord()
    const doc = copy()
    const waiting = by(doc, (text) => text.insert(3, ' gedrukt'))
    expect(stillStands(doc, [waiting], [by(copy(), (text) => text.insert(0, 'heel '))])).toBe(true)
    expect(stillStands(doc, [waiting], [by(copy(), (text) => text.delete(0, 3))])).toBe(true)
  })

  it('does not stand in a paragraph that is gone, nor when it is recorded already', () => {
    const { copy } = aBoldWord()
    const doc = copy()
    const waiting = by(doc, (text) => text.insert(3, ' gedrukt'))
    const gone = copy()
    const before = Y.encodeStateVector(gone)
    bodyOf(gone).delete(0, 1)
    expect(stillStands(doc, [waiting], [Y.encodeStateAsUpdate(gone, before)])).toBe(false)
    expect(stillStands(doc, [waiting], [waiting])).toBe(false)
  })
})
