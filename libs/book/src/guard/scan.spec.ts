import { chanceFrom, damaged, hostileUpdates, seedOfToday, victimWords } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from '../layout.ts'
import { appendText } from '../section-text.ts'
import { NotAnUpdate } from './bytes.ts'
import { kinds, none, Scan } from './scan.ts'
import { nodeAt, textRun } from './shape.ts'
import { Editor } from './testing/an-editor.ts'

/** One scanner for all, as on the server: nothing of one update may be left in the next. */
const scan = new Scan()

/** What an update holds, by the scanner. */
function scanned(update: Uint8Array): { structs: unknown[]; deletes: unknown[] } {
  scan.read(update)
  const structs: unknown[] = []
  for (let block = 0; block < scan.blocks; block++)
    for (let i = scan.blockFirst[block] as number; i < (scan.blockFirst[block + 1] as number); i++)
      structs.push(structAt(i, scan.blockClient[block] as number))
  const deletes = Array.from({ length: scan.deletes }, (_, i) => {
    const clock = scan.deleteClock[i] as number
    return [scan.deleteClient[i], clock, (scan.deleteEnd[i] as number) - clock]
  })
  return { structs, deletes }
}

function structAt(i: number, client: number): unknown {
  const place = { client, clock: scan.clock[i], length: scan.length[i], kind: scan.kind[i] }
  if (place.kind === kinds.gc) return place
  const ref = (of: readonly number[], at: readonly number[]) => ((of[i] as number) < 0 ? null : [of[i], at[i]])
  return {
    ...place,
    origin: ref(scan.originClient, scan.originClock),
    right: ref(scan.rightClient, scan.rightClock),
    parent: scan.parentClient[i] === none ? null : (ref(scan.parentClient, scan.parentClock) ?? 'root'),
    sub: scan.sub[i],
    content: contentAt(i),
  }
}

function contentAt(i: number): unknown {
  switch (scan.kind[i] as number) {
    case kinds.text:
      return scan.textOf(i)
    case kinds.type:
      return scan.at[i]
    case kinds.format:
    case kinds.any:
      return scan.value[i]
    default:
      return null
  }
}

/** The same by Yjs itself. */
function decoded(update: Uint8Array): { structs: unknown[]; deletes: unknown[] } {
  const { structs, ds } = Y.decodeUpdate(update)
  const deletes = [...ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => [client, clock, len]))
  return { structs: structs.map(structOf), deletes }
}

function structOf(struct: Y.Item | Y.GC | Y.Skip): unknown {
  const { client, clock } = struct.id
  if (!(struct instanceof Y.Item)) return { client, clock, length: struct.length, kind: kinds.gc }
  const ref = (id: Y.ID | null) => (id === null ? null : [id.client, id.clock])
  const { content, origin, rightOrigin } = struct
  const parent = struct.parent as unknown
  return {
    client,
    clock,
    length: struct.length,
    kind: content.getRef(),
    origin: ref(origin),
    right: ref(rightOrigin),
    parent: origin || rightOrigin ? null : parent instanceof Y.ID ? ref(parent) : 'root',
    sub: struct.parentSub,
    content: contentOf(content),
  }
}

function contentOf(content: Y.Item['content']): unknown {
  if (content instanceof Y.ContentString) return content.str
  if (content instanceof Y.ContentFormat) return content.value
  if (content instanceof Y.ContentAny) return content.arr
  if (!(content instanceof Y.ContentType)) return null
  const name = content.type instanceof Y.XmlElement ? content.type.nodeName : 'text'
  const bytes = new TextEncoder().encode(name)
  return name === 'text' ? textRun : nodeAt(bytes, 0, bytes.length)
}

const updates = (seed: number): Uint8Array[] => {
  const chance = chanceFrom(seed)
  const page = new Editor(chance.below(2 ** 32))
  const other = new Editor(chance.below(2 ** 32))
  for (let step = 0; step < 30; step++) {
    page.edits(chance)
    other.edits(chance)
    if (step % 10 === 9) other.take(page.answerTo(Y.encodeStateVector(other.doc)))
  }
  const all = other.answerTo(Uint8Array.of(0))
  const reader = new Editor(1, all)
  const made = [...page.made, ...other.made, all, reader.answerTo(Uint8Array.of(0)), Y.mergeUpdates(page.made)]
  for (const editor of [page, other, reader]) editor.close()
  return made
}

describe('the scanner', () => {
  it('[GUARD-3] reads every honest update as Yjs does', () => {
    const seed = seedOfToday()
    let read = 0
    for (let run = 0; run < 200; run++)
      for (const update of updates(seed + run)) {
        expect(scanned(update), `SEED=${seed + run}`).toEqual(decoded(update))
        read++
      }
    expect(read).toBeGreaterThan(5_000)
  })

  it('[GUARD-3] reads damaged bytes as Yjs does, or not at all, and never throws anything else', () => {
    const seed = seedOfToday()
    const chance = chanceFrom(seed)
    let read = 0
    for (let run = 0; run < 40; run++) {
      const honest = updates(seed + run)
      for (let i = 0; i < 500; i++) {
        const bytes = damaged(chance, honest)
        let found: ReturnType<typeof scanned>
        try {
          found = scanned(bytes)
        } catch (cause) {
          expect(cause).toBeInstanceOf(NotAnUpdate)
          continue
        }
        if (scan.skips) continue
        read++
        // An attribute's name that is on no list is not kept; that and a node's name is all the scanner leaves out.
        expect(withoutNames(found), `SEED=${seed + run}`).toEqual(withoutNames(decoded(bytes)))
      }
    }
    expect(read).toBeGreaterThan(500)
  })

  it('[GUARD-3] reads bytes that lie anywhere in memory', () => {
    const doc = newSectionDoc()
    appendText(bodyOf(doc), [
      { kind: 'paragraph', text: [{ text: victimWords + 'é'.repeat(3) + 'x'.repeat(100) + '😀' }] },
    ])
    const update = Y.encodeStateAsUpdate(doc)
    const expected = decoded(update)
    for (let shift = 0; shift < 8; shift++) {
      const memory = new Uint8Array(update.length + 16)
      memory.set(update, shift)
      expect(scanned(memory.subarray(shift, shift + update.length))).toEqual(expected)
    }
  })

  it('[GUARD-13] makes no more of an update than its bytes paid for', () => {
    const doc = newSectionDoc()
    doc.clientID = 9
    appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text: victimWords }] }])
    for (const { name, make } of hostileUpdates.filter(({ name }) => name.includes('claim'))) {
      const bytes = make({ doc, own: 5, foreign: 9 })
      expect(bytes.length, name).toBeLessThan(20)
      expect(() => scan.read(bytes), name).toThrow(NotAnUpdate)
    }
  })
})

const withoutNames = (read: { structs: unknown[]; deletes: unknown[] }) => ({
  ...read,
  structs: read.structs.map((struct) => {
    const { sub, content, kind, ...rest } = struct as { sub?: unknown; content?: unknown; kind: number }
    return { ...rest, kind, attribute: sub !== null && sub !== undefined, ...(kind === kinds.type ? {} : { content }) }
  }),
})
