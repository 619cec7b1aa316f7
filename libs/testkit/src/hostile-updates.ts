import type { RefusedCode } from '@witboek/book'
import * as Y from 'yjs'
import {
  deleted,
  embed,
  letters,
  mark,
  node,
  plainNumber,
  plainText,
  remains,
  run,
  sizedBytes,
  sizedText,
  struct,
  update,
  value,
  varUint,
  type Bytes,
  type Deletion,
  type Ref,
} from './update-bytes.ts'

/** What somebody with bad intentions knows. */
interface HostileSeen {
  /** The section as the attacker sees it; it holds a paragraph with `victimWords`, by `foreign`. */
  readonly doc: Y.Doc
  /** A client id the attacker may use. */
  readonly own: number
  /** A client id of another writer, who is in the document. */
  readonly foreign: number
}

/** An update that must not get in. */
interface HostileUpdate {
  readonly name: string
  readonly make: (seen: HostileSeen) => Uint8Array
  /** `malformed`: no client writes such bytes, the line ends. `refused`: set aside, and the words stay with their writer. */
  readonly expect: 'malformed' | 'refused'
  /** With which code it is refused. */
  readonly code: RefusedCode | null
}

/** What the other writer must have typed; the emoji is there to be cut in half. */
export const victimWords = 'Het zwembad 😀 blijft open'

/** Where things are in what the attacker sees. */
interface Places {
  readonly own: number
  readonly foreign: number
  /** How far the attacker's own id goes, and that of the other writer. */
  readonly next: number
  readonly foreignNext: number
  /** The first node of the body, the run of letters in it, and the letters by themselves. */
  readonly paragraph: Ref
  readonly run: Ref
  readonly letter: (unit: number) => Ref
}

function placesIn({ doc, own, foreign }: HostileSeen): Places {
  for (const paragraph of doc.getXmlFragment('body').toArray()) {
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText) || !text.toJSON().startsWith(victimWords)) continue
    const start = firstLetter(text)
    if (start?.id.client !== foreign) continue
    return {
      own,
      foreign,
      next: Y.getState(doc.store, own),
      foreignNext: Y.getState(doc.store, foreign),
      paragraph: refOf(paragraph),
      run: refOf(text),
      letter: (unit) => [foreign, start.id.clock + unit],
    }
  }
  throw new Error('the document holds nothing to attack: somebody has to type `victimWords` first')
}

function firstLetter(text: Y.XmlText): Y.Item | null {
  let item = text._start
  while (item && !(item.content instanceof Y.ContentString && !item.deleted)) item = item.right
  return item
}

function refOf({ _item: item }: { readonly _item: Y.Item | null }): Ref {
  if (!item) throw new Error('a root stands nowhere')
  return [item.id.client, item.id.clock]
}

const emojiAt = victimWords.indexOf('😀')

/** Between the first two letters of the other writer: where anyone may type. */
const between = ({ letter }: Places): { readonly origin: Ref; readonly right: Ref } => ({
  origin: letter(0),
  right: letter(1),
})

const bytes = (...parts: readonly (number | Bytes)[]): Uint8Array => Uint8Array.from(parts.flat())

type Make = HostileUpdate['make']

/** Under the attacker's own id, from where it is. */
const mine =
  (
    structs: (places: Places) => readonly Bytes[],
    deletions: (places: Places) => readonly Deletion[] = () => [],
  ): Make =>
  (seen) => {
    const places = placesIn(seen)
    const { own, next } = places
    return update([{ client: own, clock: next, structs: structs(places) }], deletions(places))
  }

/** In the attacker's own new paragraph; `first` is the number of its run of letters. */
const inOwnRun = (content: (spot: { readonly parent: Ref }, places: Places) => readonly Bytes[]): Make =>
  mine((places) => {
    const { own, next } = places
    return [
      node({ parent: 'body' }, 'paragraph'),
      run({ parent: [own, next] }),
      ...content({ parent: [own, next + 1] }, places),
    ]
  })

const onOwnNode = (name: string, attribute: string, any: Bytes): Make =>
  mine(({ own, next }) => [node({ parent: 'body' }, name), value({ parent: [own, next], sub: attribute }, any)])

const onOwnCell = (attribute: string, any: Bytes): Make =>
  mine(({ own, next }) => [
    node({ parent: 'body' }, 'table'),
    node({ parent: [own, next] }, 'tableRow'),
    node({ parent: [own, next + 1] }, 'tableCell'),
    value({ parent: [own, next + 2], sub: attribute }, any),
  ])

const raw =
  (build: (places: Places) => Uint8Array): Make =>
  (seen) =>
    build(placesIn(seen))

const whole: Make = mine((places) => [letters(between(places), 'zomaar')])

const json = (nesting: number): string => '['.repeat(nesting) + ']'.repeat(nesting)

/** Quotes within quotes. */
const nested =
  (depth: number): Make =>
  (seen) => {
    const { own, next } = placesIn(seen)
    const structs = Array.from({ length: depth }, (_, i) =>
      node({ parent: i === 0 ? 'body' : [own, next + i - 1] }, 'blockquote'),
    )
    return update([{ client: own, clock: next, structs }])
  }

const noUpdate: Readonly<Record<string, Make>> = {
  'no bytes at all': () => new Uint8Array(),
  'bytes that mean nothing': () => Uint8Array.from({ length: 400 }, (_, i) => (i * 197 + 61) % 256),
  'an update that was cut off': (seen) => whole(seen).slice(0, -4),
  'bytes behind the end': (seen) => bytes([...whole(seen)], 0),
  'an update in version 2 of the format': (seen) => Y.convertUpdateFormatV1ToV2(whole(seen)),
  'a few bytes that claim thirty million structs': raw(({ own }) =>
    bytes(1, varUint(30_000_000), varUint(own), 0, 0, 1),
  ),
  'a few bytes that claim a million clients': () => bytes(varUint(1_000_000), 1, 1, 0, 0, 1),
  'a few bytes that claim a million deletions': raw(({ foreign }) =>
    bytes(0, 1, varUint(foreign), varUint(1_000_000), 0, 1),
  ),
  'a block without a struct': raw(({ own, next }) => bytes(1, 0, varUint(own), varUint(next), 0)),
  'two blocks of one client': raw(({ own, next }) => {
    const block = { client: own, clock: next, structs: [letters({ parent: 'body' }, 'x')] }
    return update([block, { ...block, structs: [remains(1)] }])
  }),
  'letters without a letter': mine((places) => [letters(between(places), '')]),
  'remains of nothing': mine(() => [remains(0)]),
  'remains with a neighbour': mine(() => [[0 | 128, 1, 1, 1]]),
  'something deleted of no length': mine((places) => [deleted(between(places), 0)]),
  'bytes that are no letters': mine((places) => [struct(4, between(places), sizedBytes([0x68, 0xc3, 0x28]))]),
  'half a letter': mine((places) => [struct(4, between(places), sizedBytes([0xed, 0xa0, 0xbd]))]),
  'a letter in more bytes than it needs': mine((places) => [struct(4, between(places), sizedBytes([0xc0, 0xaf]))]),
  'deletions out of order': raw(({ foreign }) =>
    update(
      [],
      [
        {
          client: foreign,
          ranges: [
            [4, 1],
            [2, 1],
          ],
        },
      ],
    ),
  ),
  'deletions that overlap': raw(({ foreign }) =>
    update(
      [],
      [
        {
          client: foreign,
          ranges: [
            [2, 3],
            [4, 2],
          ],
        },
      ],
    ),
  ),
  'a deletion of nothing inside a letter': raw(({ foreign, letter }) =>
    update([], [{ client: foreign, ranges: [[letter(emojiAt + 1)[1], 0]] }]),
  ),
  'a client without a deletion': raw(({ foreign }) => update([], [{ client: foreign, ranges: [] }])),
  'two lists of deletions of one client': raw(({ foreign }) => {
    const deletion = { client: foreign, ranges: [[0, 1]] } as const
    return update([], [deletion, deletion])
  }),
  'a list of JSON': mine((places) => [struct(2, between(places), [1, ...sizedText('{}')])]),
  'bytes as content': mine((places) => [struct(3, between(places), sizedBytes([1, 2, 3]))]),
  'an embed': mine((places) => [embed(between(places), '{"image":"x"}')]),
  'a document within the document': mine(() => [struct(9, { parent: 'body' }, [...sizedText('guid'), 118, 0])]),
  'a struct of a kind that is not there': mine((places) => [struct(11, between(places), [1])]),
  'a list as a node': mine(() => [struct(7, { parent: 'body' }, [0])]),
  'a map as a node': mine(() => [struct(7, { parent: 'body' }, [1])]),
  'a plain text as a node': mine(() => [struct(7, { parent: 'body' }, [2])]),
  'a fragment as a node': mine(() => [struct(7, { parent: 'body' }, [4])]),
  'a hook as a node': mine(() => [struct(7, { parent: 'body' }, [5, ...sizedText('hook')])]),
  'a type that is not there': mine(() => [struct(7, { parent: 'body' }, [99])]),
  'JSON without end in a mark': mine((places) => [mark(between(places), 'link', json(20_000))]),
  'JSON that is none in a mark': mine((places) => [mark(between(places), 'link', '{"href":')]),
  'a prototype in a mark': mine((places) => [mark(between(places), 'link', '{"__proto__":{"href":"https://x.nl"}}')]),
  'a prototype in a mark, spelled otherwise': mine((places) => [
    mark(between(places), 'link', '{"\\u005f_proto__":{"href":"https://x.nl"}}'),
  ]),
  'a prototype in an attribute': onOwnNode('heading', 'level', [118, 1, ...sizedText('__proto__'), 118, 0]),
  'a value without end in an attribute': onOwnCell(
    'colwidth',
    Array.from({ length: 20_000 }, () => [117, 1])
      .flat()
      .concat(126),
  ),
  'a value of a kind that is not there': onOwnCell('align', [99]),
  'a clock beyond all clocks': mine(() => [remains(2 ** 41)]),
  'a number beyond all numbers': raw(({ own }) => bytes(1, 1, varUint(own), 0, 0, Array(9).fill(255), 127, 0)),
  'a deletion beyond all clocks': raw(({ foreign }) => update([], [{ client: foreign, ranges: [[0, 2 ** 41]] }])),
  'more clients than a hall holds': () =>
    update(Array.from({ length: 6_000 }, (_, i) => ({ client: i + 1, clock: 0, structs: [remains(1)] }))),
  'something beside itself': mine(({ own, next }) => [letters({ origin: [own, next] }, 'x')]),
  'something beside what comes later': mine(({ own, next }) => [
    letters({ right: [own, next + 1] }, 'x'),
    letters({ origin: [own, next] }, 'y'),
  ]),
  'something in itself': mine(({ own, next }) => [node({ parent: [own, next] }, 'blockquote')]),
  'two that each stand beside the other': raw(({ own, next }) =>
    update([
      { client: own, clock: next, structs: [letters({ origin: [own + 1, 0] }, 'x')] },
      { client: own + 1, clock: 0, structs: [letters({ origin: [own, next] }, 'y')] },
    ]),
  ),
  'something in two lists': mine(({ own, next, letter }) => [
    node({ parent: 'body' }, 'paragraph'),
    letters({ origin: letter(0), right: [own, next] }, 'x'),
  ]),
  'something in a letter': mine(({ letter }) => [letters({ parent: letter(0) }, 'x')]),
  'an attribute that is none': mine((places) => [letters({ ...between(places), sub: 'level' }, 'x')]),
}

const byAnother: Readonly<Record<string, Make>> = {
  'words in the name of another': raw(({ foreign, foreignNext, letter }) =>
    update([{ client: foreign, clock: foreignNext, structs: [letters({ origin: letter(0), right: letter(1) }, 'x')] }]),
  ),
  'remains in the name of another': raw(({ foreign, foreignNext }) =>
    update([{ client: foreign, clock: foreignNext, structs: [remains(3)] }]),
  ),
  'own words and those of another': raw((places) => {
    const { own, next, foreign, foreignNext } = places
    const structs = [letters(between(places), 'x')]
    return update([
      { client: own, clock: next, structs },
      { client: foreign, clock: foreignNext, structs },
    ])
  }),
}

const notAllowed: Readonly<Record<string, Make>> = {
  'another root': mine(() => [node({ parent: 'slot' }, 'paragraph')]),
  'a lock beside the text': mine(() => [value({ parent: 'meta', sub: 'locked' }, [121])]),
  'a root without a name': mine(() => [node({ parent: '' }, 'paragraph')]),
  'an attribute of the body': mine(() => [value({ parent: 'body', sub: 'level' }, plainNumber(3))]),
  'letters straight in the body': mine(() => [letters({ parent: 'body' }, 'zomaar')]),
  'a run of letters straight in the body': mine(() => [run({ parent: 'body' })]),
  'letters in a node': mine(({ paragraph }) => [letters({ parent: paragraph }, 'x')]),
  'a value among letters': mine((places) => [value(between(places), plainText('x'))]),
  'a value in the body': mine(() => [value({ parent: 'body' }, plainText('x'))]),
  'a node among letters': mine((places) => [node(between(places), 'hardBreak')]),
  'a node no editor knows': mine(() => [node({ parent: 'body' }, 'script')]),
  'a node with the name of what every object has': mine(() => [node({ parent: 'body' }, 'constructor')]),
  'a picture': mine(() => [node({ parent: 'body' }, 'image')]),
  'a paragraph in a paragraph': mine(({ paragraph }) => [node({ parent: paragraph }, 'paragraph')]),
  'a row without a table': mine(() => [node({ parent: 'body' }, 'tableRow')]),
  'quotes in quotes in quotes': nested(65),
  'four thousand quotes in each other': nested(4_000),
  'a mark no editor knows': mine((places) => [mark(between(places), 'comment', '{}')]),
  'a mark with a number behind its name': mine((places) => [mark(between(places), 'bold--1', '{}')]),
  'a mark with the name of what every object has': mine((places) => [mark(between(places), '__proto__', '{}')]),
  'a mark outside letters': mine(({ paragraph }) => [mark({ parent: paragraph }, 'bold', '{}')]),
  'a bold that says more': mine((places) => [mark(between(places), 'bold', '{"style":"position:fixed"}')]),
  'a link that runs a script': mine((places) => [mark(between(places), 'link', '{"href":"javascript:alert(1)"}')]),
  'a link that runs a script behind a space': mine((places) => [
    mark(between(places), 'link', '{"href":" javascript:alert(1)"}'),
  ]),
  'a link that holds a page': mine((places) => [mark(between(places), 'link', '{"href":"data:text/html,x"}')]),
  'a link that listens': mine((places) => [mark(between(places), 'link', '{"href":"https://x.nl","onclick":"x"}')]),
  'a link to a list': mine((places) => [mark(between(places), 'link', '{"href":["https://x.nl"]}')]),
  'an attribute its node has not': onOwnNode('paragraph', 'level', plainNumber(3)),
  'an attribute no node has': onOwnNode('paragraph', 'onclick', plainText('x')),
  'an attribute of a run of letters': inOwnRun((spot) => [value({ ...spot, sub: 'level' }, plainNumber(3))]),
  'an attribute that is a node': mine(({ own, next }) => [
    node({ parent: 'body' }, 'heading'),
    node({ parent: [own, next], sub: 'level' }, 'paragraph'),
  ]),
  'an attribute that is letters': mine(({ own, next }) => [
    node({ parent: 'body' }, 'heading'),
    letters({ parent: [own, next], sub: 'level' }, '3'),
  ]),
  'a heading of level nine': onOwnNode('heading', 'level', plainNumber(9)),
  'a heading whose level is a text': onOwnNode('heading', 'level', plainText('3')),
  'a cell of a million columns': onOwnCell('colspan', [125, 128, 137, 122]),
  'a cell of no columns': onOwnCell('colspan', plainNumber(0)),
  'a cell aligned by an object': onOwnCell('align', [118, 0]),
  'something right of what comes later': mine(({ letter }) => [letters({ origin: letter(3), right: letter(1) }, 'x')]),
  'a letter cut by an insertion': mine(({ letter }) => [
    letters({ origin: letter(emojiAt), right: letter(emojiAt + 1) }, 'x'),
  ]),
  'a letter cut by what stands right of it': mine(({ letter }) => [letters({ right: letter(emojiAt + 1) }, 'x')]),
  'a letter cut by a deletion': raw(({ letter }) =>
    update([], [{ client: letter(0)[0], ranges: [[letter(emojiAt)[1], 1]] }]),
  ),
  'a new letter, cut at once': mine(
    (places) => [letters(between(places), '😀')],
    ({ own, next }) => [{ client: own, ranges: [[next + 1, 1]] }],
  ),
}

const inWhatIsGone: Readonly<Record<string, Make>> = {
  'words in what is gone': mine(({ own, next }) => [remains(1), letters({ origin: [own, next] }, 'zomaar')]),
}

const named = (
  makes: Readonly<Record<string, Make>>,
  expect: HostileUpdate['expect'],
  code: RefusedCode | null = null,
): HostileUpdate[] => Object.entries(makes).map(([name, make]) => ({ name, make, expect, code }))

/** Everything a hostile client was seen or thought to send; each must leave the section as it was. */
export const hostileUpdates: readonly HostileUpdate[] = [
  ...named(noUpdate, 'malformed'),
  ...named(byAnother, 'refused', 'foreign-author'),
  ...named(notAllowed, 'refused', 'not-allowed-text'),
  ...named(inWhatIsGone, 'refused', 'orphaned-text'),
]

/**
 * Updates that build on what nobody has. An honest client does this too when a message was lost: nothing is applied, and
 * the client is asked for all it has; when that has the gap as well, it is set aside.
 */
export const updatesWithGaps: readonly Pick<HostileUpdate, 'name' | 'make'>[] = Object.entries<Make>({
  'own words with a hole before them': raw((places) =>
    update([{ client: places.own, clock: places.next + 5, structs: [letters(between(places), 'x')] }]),
  ),
  'a hole that is spelled out': mine((places) => [
    letters(between(places), 'x'),
    [10, 5],
    letters({ origin: places.letter(0) }, 'y'),
  ]),
  'words beside what is not there': mine(({ own, next }) => [letters({ origin: [own, next + 900] }, 'x')]),
  'words beside what nobody wrote': mine(({ own }) => [letters({ origin: [own + 7, 3] }, 'x')]),
  'words in what is not there': mine(({ own }) => [letters({ parent: [own + 7, 3] }, 'x')]),
  'a deletion beyond what is there': raw(({ foreign, foreignNext }) =>
    update([], [{ client: foreign, ranges: [[0, foreignNext + 1]] }]),
  ),
  'a deletion of what nobody wrote': raw(({ own }) => update([], [{ client: own + 7, ranges: [[0, 1]] }])),
}).map(([name, make]) => ({ name, make }))
