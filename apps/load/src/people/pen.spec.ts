import { digestOf, judgeUpdate, newSectionDoc, readText, bodyOf } from '@witboek/book'
import { chanceFrom } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { lettersIn } from './letters-in.ts'
import { Pen } from './pen.ts'

const wordsIn = (doc: Y.Doc): string => JSON.stringify(readText(bodyOf(doc)))

describe('a pen', () => {
  it('writes what the guard lets in and Yjs can place, letter by letter', () => {
    const doc = newSectionDoc()
    const pen = new Pen(chanceFrom(1))
    Y.applyUpdate(doc, pen.begin(null))
    for (let i = 0; i < 500; i++) {
      const update = pen.letter(i + 1)
      expect(judgeUpdate(update, doc, () => 'own').kind).toBe('something')
      Y.applyUpdate(doc, update)
    }
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    expect(
      bodyOf(doc)
        .toString()
        .replaceAll(/<[^>]+>/g, ''),
    ).toHaveLength(500)
  })

  it('goes back into the own text now and then, as people do', () => {
    const doc = newSectionDoc()
    const pen = new Pen(chanceFrom(2))
    Y.applyUpdate(doc, pen.begin(null))
    for (let i = 0; i < 400; i++) Y.applyUpdate(doc, pen.letter(1))
    expect(doc.store.clients.get(pen.client)?.length).toBeGreaterThan(5)
  })

  it('begins behind the text of others, who begin there at the same moment', () => {
    const [one, other] = [newSectionDoc(), newSectionDoc()]
    const before = new Pen(chanceFrom(3))
    const first = [before.begin(null), before.text('there already', 1)]
    const [a, b] = [new Pen(chanceFrom(4)), new Pen(chanceFrom(5))]
    const updates = [a, b].flatMap((pen) => [pen.begin([before.client, 0]), pen.text('more', 1)])
    for (const update of [...first, ...updates]) Y.applyUpdate(one, update)
    for (const update of [...first, ...updates.slice(2), ...updates.slice(0, 2)]) Y.applyUpdate(other, update)
    expect(digestOf(one)).toBe(digestOf(other))
    expect(wordsIn(one).match(/more/g)).toHaveLength(2)
  })

  it('takes out what it pasted', () => {
    const doc = newSectionDoc()
    const pen = new Pen(chanceFrom(6))
    for (const update of [pen.begin(null), pen.text('pasted', 1), pen.takeOut(6)]) Y.applyUpdate(doc, update)
    expect(wordsIn(doc)).not.toContain('pasted')
  })

  it('knows when each letter was typed', () => {
    const pen = new Pen(chanceFrom(7))
    pen.begin(null)
    const seen: (number | undefined)[] = []
    for (const now of [10, 20, 30]) {
      const update = pen.letter(now)
      lettersIn(update, 0, update.byteLength, (_client, clock) => seen.push(pen.typedWhen(clock)))
    }
    expect(seen).toEqual([10, 20, 30])
    expect(pen.typedWhen(99)).toBeUndefined()
  })
})
