import type { Block } from '@witboek/domain'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from '../../layout.ts'
import { nodeOf } from '../../section-text.ts'

/** What chance decides: the testkit's, or any other. */
interface Dice {
  below(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

const words = [
  'zwembad ',
  'één euro ',
  '😀',
  'de raad ',
  '👩‍👩‍👧',
  'minder subsidie ',
  '“goed”',
  'x',
  '\u{1f3ca}\u{1f3fd} ',
]

/** An honest page: it does to its copy of a section what the editor does, and says what it did. */
export class Editor {
  readonly doc: Y.Doc
  /** What it wrote and nobody has yet, in order. */
  readonly made: Uint8Array[] = []
  /** Whether it ever took anything back. */
  undid = false
  private readonly undoing: Y.UndoManager

  constructor(client: number, content?: Uint8Array) {
    this.doc = newSectionDoc()
    this.doc.clientID = client
    if (content) this.take(content)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.made.push(update)
    })
    this.undoing = new Y.UndoManager(bodyOf(this.doc), { captureTimeout: 0 })
  }

  /** What others wrote arrives. */
  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this)
  }

  /** Everything, as it is said to a server that has this much already. */
  answerTo(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  /** Does something, by chance. */
  edits(chance: Dice): void {
    const body = bodyOf(this.doc)
    const texts = textsIn(body)
    const dice = chance.below(24)
    if (texts.length === 0 || dice < 2) return body.insert(chance.below(body.length + 1), [nodeOf(aBlock(chance, 2))])
    if (dice < 5) {
      this.undid = true
      return void (dice < 4 ? this.undoing.undo() : this.undoing.redo())
    }
    if (dice === 5) return this.setsAttribute(chance)
    if (dice === 6) return this.deletesNode(chance)
    const text = chance.pick(texts)
    const letters = lettersOf(text)
    const from = wholeLetter(letters, chance.below(letters.length + 1))
    const to = wholeLetter(letters, Math.min(letters.length, from + 1 + chance.below(8)))
    if (dice < 15) return text.insert(from, chance.pick(words))
    if (dice === 15) return this.splits(text, from)
    if (to <= from) return
    if (dice < 19) return text.delete(from, to - from)
    if (dice < 20) {
      // Somebody selects words and types over them.
      return this.doc.transact(() => {
        text.delete(from, to - from)
        text.insert(from, chance.pick(words))
      })
    }
    text.format(from, to - from, aStyle(chance))
  }

  close(): void {
    this.undoing.destroy()
    this.doc.destroy()
  }

  private setsAttribute(chance: Dice): void {
    const headings = nodesIn(bodyOf(this.doc)).filter((node) => node.nodeName === 'heading')
    if (headings.length === 0) return
    chance.pick(headings).setAttribute('level', chance.pick([3, 4]) as unknown as string)
  }

  private deletesNode(chance: Dice): void {
    const parents = [bodyOf(this.doc), ...nodesIn(bodyOf(this.doc))].filter((node) => node.length > 0)
    if (parents.length === 0) return
    const parent = chance.pick(parents)
    const at = chance.below(parent.length)
    parent.delete(at, 1 + chance.below(Math.min(2, parent.length - at)))
  }

  /** Enter: what stands behind the caret moves to a paragraph of its own. */
  private splits(text: Y.XmlText, at: number): void {
    const node = text.parent
    const list = node instanceof Y.XmlElement ? node.parent : null
    if (!(list instanceof Y.XmlFragment) || !(node instanceof Y.XmlElement)) return
    this.doc.transact(() => {
      const rest = lettersOf(text).slice(at)
      if (rest !== '') text.delete(at, rest.length)
      const place = (list.toArray() as unknown[]).indexOf(node)
      list.insert(place + 1, [nodeOf({ kind: 'paragraph', text: [{ text: rest }] })])
    })
  }
}

/** The letters themselves, without their marks. */
const lettersOf = (text: Y.XmlText): string => Y.Text.prototype.toString.call(text)

const wholeLetter = (letters: string, at: number): number =>
  at > 0 && at < letters.length && (letters.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at

function nodesIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return (parent.toArray() as unknown[]).flatMap((node) =>
    node instanceof Y.XmlElement ? [node as Y.XmlElement, ...nodesIn(node as Y.XmlElement)] : [],
  )
}

export const textsIn = (body: Y.XmlFragment): Y.XmlText[] =>
  nodesIn(body)
    .flatMap((node): unknown[] => node.toArray())
    .filter((node) => node instanceof Y.XmlText)

const aStyle = (chance: Dice): Record<string, unknown> =>
  chance.pick([
    { bold: {} },
    { bold: null },
    { italic: {} },
    { italic: null, bold: null },
    { link: { href: 'https://www.zeist.nl', target: null, rel: 'noopener', class: null } },
    { link: null },
  ])

function aBlock(chance: Dice, depth: number): Block {
  const text = [{ text: chance.pick(words) }, { text: chance.pick(words), bold: chance.below(2) === 0 }]
  const blocks = (): Block[] => Array.from({ length: 1 + chance.below(2) }, () => aBlock(chance, depth - 1))
  const dice = depth === 0 ? 0 : chance.below(8)
  switch (dice) {
    case 1:
      return { kind: 'heading', level: chance.pick([3, 4] as const), text }
    case 2:
    case 3:
      return { kind: 'list', ordered: dice === 2, items: [blocks(), blocks()] }
    case 4:
      return { kind: 'quote', blocks: blocks() }
    case 5:
      return { kind: 'table', rows: [[{ header: true, blocks: blocks() }], [{ header: false, blocks: blocks() }]] }
    default:
      return { kind: 'paragraph', text }
  }
}
