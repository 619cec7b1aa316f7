import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from './layout.ts'
import { effectOf } from './section-guard.ts'
import { appendText } from './section-text.ts'

function written(...paragraphs: string[]): Y.Doc {
  const doc = newSectionDoc()
  for (const text of paragraphs) appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text }] }])
  return doc
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = newSectionDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** The one update that `change` makes. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  let made: Uint8Array | undefined
  doc.once('update', (update: Uint8Array) => (made = update))
  doc.transact(change)
  if (!made) throw new Error('nothing changed')
  return made
}

const add = (doc: Y.Doc, text: string) => () => appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text }] }])

describe('what an update would do, before it is applied', () => {
  it('new text is something', () => {
    const doc = written('een')
    const theirs = copyOf(doc)
    expect(effectOf(updateOf(theirs, add(theirs, 'twee')), doc)).toBe('something')
  })

  it('a deletion is something', () => {
    const doc = written('een', 'twee')
    const theirs = copyOf(doc)
    expect(
      effectOf(
        updateOf(theirs, () => bodyOf(theirs).delete(0, 1)),
        doc,
      ),
    ).toBe('something')
  })

  it('[I4] a joiner that repeats all text and every deletion does nothing', () => {
    const doc = written('een', 'twee', 'drie')
    bodyOf(doc).delete(1, 1)
    expect(effectOf(Y.encodeStateAsUpdate(copyOf(doc)), doc)).toBe('nothing')
    expect(effectOf(Y.encodeStateAsUpdate(newSectionDoc()), doc)).toBe('nothing')
  })

  it('the second edit without the first is a gap', () => {
    const doc = written('een')
    const theirs = copyOf(doc)
    updateOf(theirs, add(theirs, 'twee'))
    expect(effectOf(updateOf(theirs, add(theirs, 'drie')), doc)).toBe('gap')
  })

  it('text beside words that nobody has is a gap', () => {
    const doc = written('een')
    const one = copyOf(doc)
    const other = copyOf(doc)
    Y.applyUpdate(other, updateOf(one, add(one, 'onbekend')))
    expect(effectOf(updateOf(other, add(other, 'ernaast')), doc)).toBe('gap')
  })

  it('a deletion of words that nobody has is a gap', () => {
    const doc = written('een')
    const one = copyOf(doc)
    const other = copyOf(doc)
    Y.applyUpdate(other, updateOf(one, add(one, 'onbekend')))
    expect(
      effectOf(
        updateOf(other, () => bodyOf(other).delete(1, 1)),
        doc,
      ),
    ).toBe('gap')
  })

  it.each([
    ['empty', new Uint8Array()],
    ['cut off', Y.encodeStateAsUpdate(written('een')).slice(0, 12)],
    ['noise', Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 11) % 256)],
  ])('%s bytes are malformed, or at worst a gap, and never throw', (_, bytes) => {
    expect(['malformed', 'gap']).toContain(effectOf(bytes, written('een')))
  })
})
