import { hostileUpdates, updateBytes, updatesWithGaps, victimWords } from '@witboek/testkit'
import type { Block } from '@witboek/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf } from '../layout.ts'
import { appendText } from '../section-text.ts'
import { judgeUpdate } from './judge.ts'
import { Editor, textsIn } from './testing/an-editor.ts'
import { faultsIn } from './testing/faults.ts'
import { GuardedSection } from './testing/guarded-section.ts'

const { deleted, letters, mark, node, remains, run, update, value } = updateBytes

const noor = { person: 'Noor', client: 1000 }
const bram = { person: 'Bram', client: 2000 }
const attackersId = 77

let section: GuardedSection

/** Noor wrote the words that are attacked. */
beforeEach(() => {
  section = new GuardedSection()
  const page = opens(noor.client)
  write(page, [{ kind: 'paragraph', text: [{ text: victimWords }] }])
  sends(page, noor.person)
})

const opens = (client: number): Editor => new Editor(client, section.state())
const write = ({ doc }: Editor, blocks: readonly Block[]): void => doc.transact(() => appendText(bodyOf(doc), blocks))
const firstText = ({ doc }: Editor): Y.XmlText => textsIn(bodyOf(doc))[0] as Y.XmlText
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] })
const shown = (): string => bodyOf(section.doc).toJSON()

/** Everything the page made arrives, in order; answers what each was judged to be. */
const sends = (page: Editor, person: string): string[] =>
  page.made.splice(0).map((made) => section.receive(made, person).kind)

/** Not a byte of the section is different afterwards. */
function judgesWithoutTrace(bytes: Uint8Array, person: string) {
  const before = section.state()
  const verdict = section.receive(bytes, person)
  expect(Buffer.compare(section.state(), before)).toBe(0)
  return verdict
}

describe('an honest page', () => {
  it('[GUARD-2] writes, styles, deletes and undoes, also what others wrote', () => {
    const page = opens(bram.client)
    const undoing = new Y.UndoManager(bodyOf(page.doc), { captureTimeout: 0 })
    firstText(page).insert(3, ' hele')
    firstText(page).format(0, 3, { bold: {} })
    firstText(page).format(1, 1, { link: { href: 'https://www.zeist.nl', target: '_blank', rel: null, class: 'x' } })
    firstText(page).delete(0, 9)
    bodyOf(page.doc).delete(0, 1)
    undoing.undo()
    undoing.undo()
    undoing.redo()
    expect(new Set(sends(page, bram.person))).toEqual(new Set(['something']))
    expect(shown()).toBe(bodyOf(page.doc).toJSON())
  })

  it('[GUARD-2] comes back from an evening offline with all of it in one message', () => {
    const page = opens(bram.client)
    const other = opens(3000)
    write(other, [paragraph('ondertussen')])
    sends(other, 'Ans')
    for (const letter of 'thuis geschreven') firstText(page).insert(0, letter)
    write(page, [{ kind: 'list', ordered: true, items: [[paragraph('een')], [paragraph('twee')]] }])
    page.take(section.state())
    const verdict = section.receive(page.answerTo(Y.encodeStateVector(section.doc)), bram.person)
    expect(verdict).toMatchObject({ kind: 'something', clients: [bram.client], cosmetic: false })
    expect(shown()).toBe(bodyOf(page.doc).toJSON())
  })

  it('[GUARD-2] has another tab, with an id of its own', () => {
    const tabs = [opens(bram.client), opens(bram.client + 1)] as const
    for (const tab of tabs) firstText(tab).insert(0, 'x')
    tabs[0].take(tabs[1].made[0] as Uint8Array)
    firstText(tabs[0]).insert(1, 'y')
    // One tab brings what the other made too.
    expect(section.receive(tabs[0].answerTo(Y.encodeStateVector(section.doc)), bram.person)).toMatchObject({
      kind: 'something',
      clients: [bram.client + 1, bram.client],
    })
    expect(sends(tabs[1], bram.person)).toEqual(['nothing'])
  })

  it('[GUARD-2] types before, behind and over letters of two units', () => {
    const page = opens(bram.client)
    const at = victimWords.indexOf('😀')
    firstText(page).insert(at, '👩‍👩‍👧')
    firstText(page).insert(at + '👩‍👩‍👧'.length, 'é')
    firstText(page).delete(at, '👩‍👩‍👧'.length)
    firstText(page).format(at + 1, 2, { italic: {} })
    firstText(page).delete(at + 1, 2)
    expect(sends(page, bram.person)).toEqual(Array(5).fill('something'))
    expect(faultsIn(section.doc)).toEqual([])
  })

  it('[GUARD-2] brings what it wrote and deleted for good before anybody saw it', () => {
    const page = opens(bram.client)
    write(page, [paragraph('bij nader inzien niet')])
    bodyOf(page.doc).delete(1, 1)
    firstText(page).insert(0, 'wel')
    // The page itself keeps it, to undo it; another of this person's tabs does not.
    const all = new Editor(3000, page.answerTo(Uint8Array.of(0))).answerTo(Y.encodeStateVector(section.doc))
    expect(Y.decodeUpdate(all).structs.some((struct) => struct instanceof Y.GC)).toBe(true)
    expect(section.receive(all, bram.person).kind).toBe('something')
  })

  it('[GUARD-2] changes a heading again and again, and what it was before is still kept for its undo', () => {
    const page = opens(bram.client)
    const undoing = new Y.UndoManager(bodyOf(page.doc), { captureTimeout: 0 })
    write(page, [{ kind: 'heading', level: 3, text: [{ text: 'Kop' }] }])
    const heading = bodyOf(page.doc).get(1) as Y.XmlElement
    for (const level of [4, 3, 4]) heading.setAttribute('level', level as unknown as string)
    undoing.undo()
    expect(section.receive(page.answerTo(Y.encodeStateVector(section.doc)), bram.person).kind).toBe('something')
    expect(shown()).toContain('level="3"')
  })

  it('[GUARD-4] that repeats all it knows makes no edit, nor does an update without anything', () => {
    const page = opens(bram.client)
    firstText(page).delete(0, 4)
    sends(page, bram.person)
    expect(judgesWithoutTrace(page.answerTo(Uint8Array.of(0)), bram.person)).toEqual({ kind: 'nothing' })
    expect(judgesWithoutTrace(Uint8Array.of(0, 0), bram.person)).toEqual({ kind: 'nothing' })
  })

  it('[GUARD-4] may repeat what others wrote beside what is new', () => {
    const page = opens(bram.client)
    firstText(page).insert(0, 'x')
    firstText(page).insert(1, 'y')
    section.receive(page.made[0] as Uint8Array, bram.person)
    expect(section.receive(page.answerTo(Uint8Array.of(0)), bram.person)).toMatchObject({
      kind: 'something',
      clients: [bram.client],
    })
    expect(shown()).toBe(bodyOf(page.doc).toJSON())
  })

  it('[GUARD-5] whose message was lost is asked for all it has, and nothing of it waits in the section', () => {
    const page = opens(bram.client)
    firstText(page).insert(0, 'x')
    firstText(page).insert(1, 'y')
    expect(judgesWithoutTrace(page.made[1] as Uint8Array, bram.person)).toEqual({ kind: 'gap' })
    expect(section.receive(page.answerTo(Y.encodeStateVector(section.doc)), bram.person).kind).toBe('something')
    expect(shown()).toContain('xyHet')
  })

  it('[GUARD-5] that deletes what has not arrived yet is asked too', () => {
    const page = opens(bram.client)
    const other = opens(3000)
    firstText(other).insert(0, 'x')
    page.take(other.made[0] as Uint8Array)
    firstText(page).delete(0, 1)
    expect(judgesWithoutTrace(page.made[0] as Uint8Array, bram.person)).toEqual({ kind: 'gap' })
  })

  it('[GUARD-11] that wrote in what was deleted meanwhile hears of it, and its words do not vanish', () => {
    const page = opens(bram.client)
    const other = opens(3000)
    firstText(page).insert(5, 'heel belangrijk')
    bodyOf(other.doc).delete(0, 1)
    sends(other, 'Ans')
    expect(judgesWithoutTrace(page.made[0] as Uint8Array, bram.person)).toMatchObject({ code: 'orphaned-text' })
    firstText(page).delete(5, 'heel belangrijk'.length)
    const all = page.answerTo(Y.encodeStateVector(section.doc))
    expect(section.receive(all, bram.person).kind, 'it took the words back itself').toBe('something')
  })

  it('[GUARD-14] that takes away marks nobody sees makes no edit, and one that changes how words look does', () => {
    const page = opens(bram.client)
    firstText(page).format(0, 3, { bold: {} })
    firstText(page).format(0, 3, { bold: null })
    firstText(page).format(4, 7, { bold: {} })
    sends(page, bram.person)
    const marks = [...section.doc.store.clients.values()]
      .flat()
      .filter(
        (item): item is Y.Item => item instanceof Y.Item && item.content instanceof Y.ContentFormat && !item.deleted,
      )
    const cosmetic = marks.map(({ id }) =>
      section.judge(update([], [{ client: id.client, ranges: [[id.clock, 1]] }]), bram.person),
    )
    expect(marks.length).toBeGreaterThan(0)
    expect(cosmetic).toEqual(marks.map(() => expect.objectContaining({ kind: 'something', cosmetic: false })))
    const noMark = new GuardedSection()
    noMark.receive(
      update([
        {
          client: 5,
          clock: 0,
          structs: [
            node({ parent: 'body' }, 'paragraph'),
            run({ parent: [5, 0] }),
            mark({ parent: [5, 1] }, 'bold', 'null'),
            letters({ origin: [5, 2] }, 'x'),
          ],
        },
      ]),
      bram.person,
    )
    const tidied = noMark.judge(update([], [{ client: 5, ranges: [[2, 1]] }]), noor.person)
    expect(tidied).toMatchObject({ kind: 'something', cosmetic: true })
  })
})

describe('a hostile client', () => {
  const seen = () => ({ doc: section.doc, own: attackersId, foreign: noor.client })

  it.each(hostileUpdates)('[GUARD-1] gets nowhere with $name: $expect $code', ({ make, expect: expected, code }) => {
    const verdict = judgesWithoutTrace(make(seen()), 'Kees')
    expect(verdict.kind).toBe(expected)
    if (code !== null) expect(verdict).toMatchObject({ code })
  })

  it.each(updatesWithGaps)('[GUARD-5] leaves nothing behind with $name', ({ make }) => {
    expect(judgesWithoutTrace(make(seen()), 'Kees')).toEqual({ kind: 'gap' })
  })

  it('[GUARD-1] is not helped by what was judged before', () => {
    const all = [...hostileUpdates, ...updatesWithGaps].map(({ make }) => make(seen()))
    const alone = all.map((bytes) => section.judge(bytes, 'Kees').kind)
    for (const [i, bytes] of all.entries()) {
      section.judge(all[(i * 31 + 17) % all.length] as Uint8Array, 'Kees')
      expect(section.judge(bytes, 'Kees').kind).toBe(alone[i])
    }
  })

  it('[GUARD-4] cannot say that what is known was something else, or stood elsewhere', () => {
    const page = opens(bram.client)
    write(page, [paragraph('abcdef')])
    sends(page, bram.person)
    const known = Y.getState(section.doc.store, bram.client)
    const text = bodyOf(section.doc).get(1) as Y.XmlElement
    const start = (text.get(0) as Y.XmlText)._start as Y.Item
    const again = [letters({ parent: 'meta' }, 'x'.repeat(6))]
    const claim = update([{ client: bram.client, clock: start.id.clock, structs: again }])
    expect(judgesWithoutTrace(claim, bram.person)).toEqual({ kind: 'nothing' })
    const longer = update([{ client: bram.client, clock: 0, structs: [deleted({ parent: 'meta' }, known + 2)] }])
    section.receive(longer, bram.person)
    expect(shown()).toContain('abcdef')
    expect([...section.doc.share.keys()]).toEqual(['body'])
  })

  it('[GUARD-6] writes under no id that another has, not even as what is gone already', () => {
    const clock = Y.getState(section.doc.store, noor.client)
    const verdict = judgesWithoutTrace(update([{ client: noor.client, clock, structs: [remains(1)] }]), 'Kees')
    expect(verdict).toMatchObject({ kind: 'refused', code: 'foreign-author' })
  })

  it('[GUARD-6] begins a new id at its first letter, and never goes on where nobody is known to have been', () => {
    const clock = Y.getState(section.doc.store, noor.client)
    const bytes = update([{ client: noor.client, clock, structs: [remains(1)] }])
    expect(judgeUpdate(bytes, section.doc, () => 'free')).toMatchObject({ code: 'foreign-author' })
    expect(judgeUpdate(bytes, section.doc, () => 'own').kind).toBe('something')
  })

  it('[GUARD-8] cannot hide a second value behind an attribute', () => {
    const bytes = update([
      {
        client: attackersId,
        clock: 0,
        structs: [
          node({ parent: 'body' }, 'heading'),
          value({ parent: [attackersId, 0], sub: 'level' }, [125, 3]),
          // Beside the first, and so of the same name.
          updateBytes.struct(8, { origin: [attackersId, 1] }, [2, 125, 3, 125, 63]),
        ],
      },
    ])
    expect(judgesWithoutTrace(bytes, 'Kees')).toMatchObject({ code: 'not-allowed-text' })
  })

  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'java\nscript:x', '//zeist.nl', '/hier', 'file:///etc', ''])(
    '[GUARD-8] links to no place like "%s"',
    (href) => {
      const page = opens(attackersId)
      firstText(page).format(0, 3, { link: { href } })
      expect(judgesWithoutTrace(page.made[0] as Uint8Array, 'Kees')).toMatchObject({ code: 'not-allowed-text' })
    },
  )

  it('[GUARD-13] sends no more than one message may bring', () => {
    const huge = letters({ parent: 'body' }, 'x'.repeat(4 * 1024 * 1024))
    const many = Array.from({ length: 500_001 }, () => remains(1))
    for (const structs of [[huge], many])
      expect(judgesWithoutTrace(update([{ client: attackersId, clock: 0, structs }]), 'Kees').kind).toBe('malformed')
  })

  it('[GUARD-13] is answered soon, however its bytes are woven', () => {
    const count = 100_000
    // Each stands right of the one before, and left of the first: the worst for whoever walks the list.
    const structs = Array.from({ length: count }, (_, i) =>
      i === 0
        ? letters({ parent: [noor.client, 1] }, 'x')
        : letters(
            { origin: [attackersId, i - 1], ...(i > 1 && { right: [attackersId, (i * 7919) % i] as const }) },
            'x',
          ),
    )
    const bytes = update([{ client: attackersId, clock: 0, structs }])
    const start = performance.now()
    section.judge(bytes, 'Kees')
    expect(performance.now() - start).toBeLessThan(3_000)
  })

  it('[GUARD-3] does not get in by halves: an update cut off anywhere is none', () => {
    const page = opens(bram.client)
    write(page, [{ kind: 'list', ordered: true, items: [[paragraph('één')], [paragraph('twee')]] }])
    firstText(page).delete(0, 3)
    const all = page.answerTo(Y.encodeStateVector(section.doc))
    for (let length = 0; length < all.length; length++)
      expect(judgesWithoutTrace(all.subarray(0, length), bram.person).kind, `${length} bytes`).toBe('malformed')
    expect(section.receive(all, bram.person).kind).toBe('something')
  })

  it('[GUARD-7] nests quotes 64 deep, and no deeper, also bit by bit', () => {
    const quotes = Array.from({ length: 64 }, (_, i) =>
      node({ parent: i === 0 ? 'body' : [attackersId, i - 1] }, 'blockquote'),
    )
    expect(section.receive(update([{ client: attackersId, clock: 0, structs: quotes }]), 'Kees').kind).toBe('something')
    const deeper = [node({ parent: [attackersId, 63] }, 'blockquote')]
    const verdict = judgesWithoutTrace(update([{ client: attackersId, clock: 64, structs: deeper }]), 'Kees')
    expect(verdict).toMatchObject({ code: 'not-allowed-text' })
  })

  it('[GUARD-9] puts nothing between letters that never were neighbours', () => {
    const [first] = [...section.doc.store.clients.values()].flat().filter((item) => isText(item)) as [Y.Item]
    const at = (unit: number) => [noor.client, first.id.clock + unit] as const
    const insert = (origin: updateBytes.Ref, right: updateBytes.Ref) =>
      section.judge(update([{ client: attackersId, clock: 0, structs: [letters({ origin, right }, 'x')] }]), 'Kees')
    expect(insert(at(3), at(4)).kind).toBe('something')
    for (const [left, right] of [
      [3, 5],
      [4, 3],
      [3, 3],
      [0, victimWords.length - 1],
    ] as const)
      expect(insert(at(left), at(right)), `${left} ${right}`).toMatchObject({ code: 'not-allowed-text' })
  })

  it('[GUARD-9] cannot leave out what the other must have seen', () => {
    const page = opens(bram.client)
    firstText(page).insert(1, 'abc')
    sends(page, bram.person)
    const [first] = [...section.doc.store.clients.values()].flat().filter((item) => isText(item)) as [Y.Item]
    const noors = (unit: number) => [noor.client, first.id.clock + unit] as const
    const brams = (unit: number) => [bram.client, unit] as const
    const insert = (origin: updateBytes.Ref, right: updateBytes.Ref) =>
      section.judge(update([{ client: attackersId, clock: 0, structs: [letters({ origin, right }, 'x')] }]), 'Kees')
    // Whoever did not know of Bram’s letters yet.
    expect(insert(noors(0), noors(1)).kind).toBe('something')
    expect(insert(brams(2), noors(1)).kind).toBe('something')
    expect(insert(noors(0), brams(0)).kind).toBe('something')
    expect(insert(brams(0), noors(1))).toMatchObject({ kind: 'something' })
    expect(insert(noors(0), brams(1))).toMatchObject({ code: 'not-allowed-text' })
    expect(insert(brams(1), noors(2))).toMatchObject({ code: 'not-allowed-text' })
  })

  it.each([
    [
      'two things at the end of one list, each as though the other were not there',
      [{ parent: 'body' }, { parent: 'body' }],
    ],
    ['the same behind something', [{ origin: [noor.client, 0] }, { origin: [noor.client, 0] }]],
    [
      'something before what comes before it',
      [{ parent: 'body' }, { right: [0, 0] }, { origin: [0, 0], right: [0, 1] }],
    ],
    ['something at the start that has a thing before it', [{ parent: 'body' }, { right: [0, 0] }, { right: [0, 0] }]],
  ] as const)('[GUARD-9] refuses %s', (_, spots) => {
    const mine = ([client, clock]: updateBytes.Ref): updateBytes.Ref => [client || attackersId, clock]
    const structs = spots.map((spot) =>
      node(
        {
          ...('parent' in spot && { parent: spot.parent }),
          ...('origin' in spot && { origin: mine(spot.origin) }),
          ...('right' in spot && { right: mine(spot.right) }),
        },
        'paragraph',
      ),
    )
    const verdict = judgesWithoutTrace(update([{ client: attackersId, clock: 0, structs }]), 'Kees')
    expect(verdict).toMatchObject({ code: 'not-allowed-text' })
  })

  it('[GUARD-9] and honest people who wrote at the same place, each without the other, may all go on there', () => {
    const pages = [opens(2000), opens(3000), opens(4000)]
    for (const [i, page] of pages.entries()) for (const letter of 'abc') firstText(page).insert(1, `${letter}${i}`)
    const [page, ...others] = pages as [Editor, Editor, Editor]
    for (const other of others) sends(other, `person ${other.doc.clientID}`)
    page.take(section.state())
    const length = bodyOf(page.doc).toString().length
    for (let at = 0; at < 20; at++) firstText(page).insert(at, 'x')
    expect(bodyOf(page.doc).toString().length).toBe(length + 20)
    expect(new Set(sends(page, bram.person))).toEqual(new Set(['something']))
    expect(shown()).toBe(bodyOf(page.doc).toJSON())
  })

  it('[GUARD-10] cuts no letter, wherever it deletes', () => {
    const [first] = [...section.doc.store.clients.values()].flat().filter((item) => isText(item)) as [Y.Item]
    const emoji = first.id.clock + victimWords.indexOf('😀')
    const deletes = (clock: number, length: number) =>
      section.judge(update([], [{ client: noor.client, ranges: [[clock, length]] }]), 'Kees').kind
    expect([deletes(emoji - 2, 3), deletes(emoji + 1, 4), deletes(emoji, 1), deletes(emoji + 1, 1)]).toEqual(
      Array(4).fill('refused'),
    )
    expect([deletes(emoji, 2), deletes(emoji - 2, 2), deletes(emoji + 2, 1)]).toEqual(Array(3).fill('something'))
  })
})

const isText = (item: Y.Item | Y.GC): boolean => item instanceof Y.Item && item.content instanceof Y.ContentString
