import { chanceFrom, seedOfToday, updateBytes } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { lettersIn } from './letters-in.ts'

const found = (update: Uint8Array): [client: number, clock: number, length: number][] => {
  const runs: [number, number, number][] = []
  lettersIn(update, 0, update.byteLength, (...run) => runs.push(run))
  return runs
}

const lettersOf = (update: Uint8Array): Set<string> =>
  new Set(
    found(update).flatMap(([client, clock, length]) => Array.from({ length }, (_, i) => `${client}:${clock + i}`)),
  )

/** The same by the library. */
const lettersByYjs = (update: Uint8Array): Set<string> =>
  new Set(
    Y.decodeUpdate(update).structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? Array.from({ length: struct.length }, (_, i) => `${struct.id.client}:${struct.id.clock + i}`)
        : [],
    ),
  )

describe('letters in an update', () => {
  it('finds the run that somebody typed, and where it begins', () => {
    const { letters, node, run, update } = updateBytes
    const bytes = update([
      {
        client: 3_000_000_000,
        clock: 7,
        structs: [node({ parent: 'body' }, 'paragraph'), run({ parent: [1, 0] }), letters({ origin: [1, 2] }, 'één 🏛')],
      },
    ])
    expect(found(bytes)).toEqual([[3_000_000_000, 9, 6]])
  })

  it('finds what Yjs finds, whatever people did', () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const docs = Array.from({ length: 4 }, () => new Y.Doc())
    for (let step = 0; step < 300; step++) {
      const doc = chance.pick(docs)
      const body = doc.getXmlFragment('body')
      if (body.length === 0 || chance.below(20) === 0) {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText('begin ')])
        body.push([paragraph])
      }
      const text = (body.get(chance.below(body.length)) as Y.XmlElement).get(0) as Y.XmlText
      const at = chance.below(text.length + 1)
      if (chance.below(4) === 0 && text.length > at + 2) text.delete(at, 2)
      else if (chance.below(6) === 0 && text.length > at + 2) text.format(at, 2, { bold: {} })
      else text.insert(at, chance.pick(['a', 'ë', 'zo ', '🏛']))
      if (chance.below(5) === 0) Y.applyUpdate(chance.pick(docs), Y.encodeStateAsUpdate(doc))
    }
    const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
    for (const update of [...updates, Y.mergeUpdates(updates)]) expect(lettersOf(update)).toEqual(lettersByYjs(update))
  })
})
