import {
  deleteSelection,
  joinBackward,
  joinForward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from '@tiptap/pm/commands'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  setCellAttr,
  splitCell,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { digestOf, judgeUpdate, newSectionDoc, nothingParked, type Ownership, type Verdict } from '@witboek/book'
import { chanceFrom, seedOfToday, type Chance } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HeadlessPage, schema } from './testing/headless-page.ts'

const runs = process.env['PROFILE'] === 'nightly' ? 2_000 : 150
const { nodes, marks } = schema

const words = ['zwembad', 'één euro', '😀', 'de raad', '👩‍👩‍👧 gezin', 'minder subsidie', '“goed”', 'x']
const links = ['https://www.zeist.nl', 'mailto:griffie@zeist.nl', 'http://voorbeeld.nl/?a=[1]&b={2}']

const paragraph = (chance: Chance): Node => (nodes['paragraph'] as (typeof nodes)[string]).create(null, inline(chance))

function inline(chance: Chance): Node[] {
  const link = () => schema.mark('link', { href: chance.pick(links), target: '_blank', class: 'uit een andere pagina' })
  const text = schema.text(chance.pick(words))
  const styled = chance.pick([
    text,
    text.mark([schema.mark('bold')]),
    text.mark([schema.mark('italic'), schema.mark('bold')]),
    text.mark([link()]),
  ])
  return chance.below(5) === 0 ? [styled, schema.node('hardBreak'), text] : [styled, text]
}

function table(chance: Chance): Node {
  const cell = (kind: string) =>
    schema.node(kind, chance.below(4) === 0 ? { colwidth: [120], align: 'right' } : null, [paragraph(chance)])
  const row = (kind: string) => schema.node('tableRow', null, [cell(kind), cell(kind)])
  return schema.node('table', null, [row('tableHeader'), row('tableCell'), row('tableCell')])
}

const listOf = (chance: Chance): Node =>
  chance.below(2) === 0
    ? schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(chance)])])
    : schema.node('orderedList', { start: 3, type: chance.pick([null, 'a', 1]) }, [
        schema.node('listItem', null, [paragraph(chance)]),
        schema.node('listItem', null, [
          paragraph(chance),
          schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(chance)])]),
        ]),
      ])

const pasted = (chance: Chance): Node[] =>
  chance.pick([
    () => [paragraph(chance), paragraph(chance)],
    () => [schema.node('heading', { level: chance.pick([3, 4]) }, inline(chance)), listOf(chance)],
    () => [table(chance)],
    () => [schema.node('blockquote', null, [paragraph(chance), listOf(chance)])],
  ])()

const node = (name: string) => nodes[name] as (typeof nodes)[string]
const mark = (name: string) => marks[name] as (typeof marks)[string]

/** Everything a person can do to the text, as the editor does it. */
const commands: readonly ((chance: Chance) => Command)[] = [
  () => splitBlock,
  () => joinBackward,
  () => joinForward,
  () => deleteSelection,
  () => deleteSelection,
  () => lift,
  () => wrapIn(node('blockquote')),
  (chance) => setBlockType(node('heading'), { level: chance.pick([3, 4]) }),
  () => setBlockType(node('paragraph')),
  () => wrapInList(node('bulletList')),
  () => wrapInList(node('orderedList'), { start: 1 }),
  () => splitListItem(node('listItem')),
  () => sinkListItem(node('listItem')),
  () => liftListItem(node('listItem')),
  () => toggleMark(mark('bold')),
  () => toggleMark(mark('italic')),
  (chance) => toggleMark(mark('link'), { href: chance.pick(links) }),
  () => addColumnAfter,
  () => addRowAfter,
  () => deleteColumn,
  () => deleteRow,
  () => deleteTable,
  () => mergeCells,
  () => splitCell,
  () => toggleHeaderRow,
  (chance) => setCellAttr('align', chance.pick(['left', 'right', null])),
]

function edit(page: HeadlessPage, chance: Chance): void {
  const { size } = page.state.doc.content
  const from = chance.below(size + 1)
  if (chance.below(2) === 0) page.pauses()
  page.select(from, chance.below(3) === 0 ? from + chance.below(12) : from)
  const dice = chance.below(20)
  if (dice < 8) page.dispatch(page.state.tr.insertText(chance.pick(words)))
  else if (dice < 10) page.dispatch(page.state.tr.replaceSelection(new Slice(Fragment.from(pasted(chance)), 0, 0)))
  else if (dice < 11) page.dispatch(page.state.tr.replaceSelectionWith(schema.node('hardBreak')))
  else if (dice < 13) page.undo()
  else if (dice < 14) page.redo()
  else page.run(chance.pick(commands)(chance))
}

interface Line {
  page: HeadlessPage
  readonly person: number
  online: boolean
  readonly toServer: Uint8Array[]
  readonly toPage: Uint8Array[]
}

const outOfOrder = ['it stands after what comes later', 'it stands between what never were neighbours']

interface Tally {
  judged: number
  something: number
  cosmetic: number
  orphaned: number
  /** Undoing the deletion of nodes in nodes makes Yjs put things between what never were neighbours (its issue 794). */
  undone: number
  readonly refused: string[]
}

/** Some people in one section over a server that judges, applies and passes on: the room, without its log. */
class Evening {
  readonly server = newSectionDoc()
  readonly lines: Line[]
  readonly owners = new Map<number, number>()
  private readonly chance: Chance
  private readonly tally: Tally

  constructor(chance: Chance, people: number, tally: Tally) {
    this.chance = chance
    this.tally = tally
    this.lines = Array.from({ length: people }, (_, person) => ({
      page: new HeadlessPage(undefined, chance.below(2 ** 32)),
      person,
      online: true,
      toServer: [],
      toPage: [],
    }))
    this.server.on('update', (update: Uint8Array) => {
      for (const line of this.lines) if (line.online) line.toPage.push(update)
    })
  }

  step(): void {
    const { chance } = this
    const line = chance.pick(this.lines)
    const dice = chance.below(12)
    if (dice < 6) edit(line.page, chance)
    else if (dice < 8) this.deliverToPage(line, 1 + chance.below(3))
    else if (dice < 10) this.deliverToServer(line, 1 + chance.below(3))
    else if (dice === 10 && line.online && chance.below(4) === 0) this.goOffline(line)
    else if (!line.online && chance.below(2) === 0) this.rejoin(line)
    this.collect(line)
  }

  settle(): void {
    for (const line of this.lines) if (!line.online) this.rejoin(line)
    for (let quiet = false, round = 0; !quiet && round < 50; round++) {
      quiet = true
      for (const line of this.lines) {
        this.collect(line)
        if (line.toServer.length + line.toPage.length > 0) quiet = false
        this.deliverToServer(line, Infinity)
        this.deliverToPage(line, Infinity)
      }
    }
  }

  close(): void {
    for (const line of this.lines) line.page.close()
    this.server.destroy()
  }

  private collect(line: Line): void {
    const made = line.page.made.splice(0)
    if (line.online) line.toServer.push(...made)
  }

  private goOffline(line: Line): void {
    line.online = false
    line.toServer.length = line.toPage.length = 0
  }

  private rejoin(line: Line): void {
    this.collect(line)
    line.online = true
    // Both ends say what they have, and answer with what the other misses: a client's answer repeats every deletion.
    const step2 = Y.encodeStateAsUpdate(line.page.doc, Y.encodeStateVector(this.server))
    line.toPage.push(Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(line.page.doc)))
    line.toServer.push(step2)
  }

  private deliverToPage(line: Line, most: number): void {
    for (const update of line.toPage.splice(0, most)) line.page.take(update)
  }

  private deliverToServer(line: Line, most: number): void {
    for (const update of line.toServer.splice(0, most)) {
      const verdict = judgeUpdate(update, this.server, (client) => this.ownerOf(client, line.person))
      this.count(verdict, line.page)
      if (verdict.kind === 'something') {
        for (const client of verdict.clients) this.owners.set(client, line.person)
        Y.applyUpdate(this.server, verdict.update)
        if (!nothingParked(this.server)) throw new Error('something was parked')
      } else if (verdict.kind === 'gap') {
        line.toServer.length = 0
        this.collect(line)
        line.toServer.push(Y.encodeStateAsUpdate(line.page.doc, Y.encodeStateVector(this.server)))
        return
      } else if (verdict.kind !== 'nothing') return this.renew(line)
    }
  }

  /** Words that were not accepted: the page starts the section afresh, with a new client id. */
  private renew(line: Line): void {
    line.page.close()
    line.toServer.length = line.toPage.length = 0
    line.page = new HeadlessPage(Y.encodeStateAsUpdate(this.server), this.chance.below(2 ** 32))
  }

  private ownerOf(client: number, person: number): Ownership {
    const owner = this.owners.get(client)
    return owner === undefined ? 'free' : owner === person ? 'own' : 'foreign'
  }

  private count(verdict: Verdict, page: HeadlessPage): void {
    this.tally.judged++
    if (verdict.kind === 'something') this.tally.something++
    if (verdict.kind === 'something' && verdict.cosmetic) this.tally.cosmetic++
    if (verdict.kind === 'refused' && verdict.code === 'orphaned-text') this.tally.orphaned++
    else if (verdict.kind === 'refused' && page.undid && outOfOrder.includes(verdict.why)) this.tally.undone++
    else if (verdict.kind === 'refused' || verdict.kind === 'malformed') this.tally.refused.push(verdict.why)
  }
}

describe('[GUARD-2] the guard and the real editor', () => {
  it('nothing that people do with the editor is refused, and everybody ends up with the same text', () => {
    const seed = seedOfToday()
    const tally: Tally = { judged: 0, something: 0, cosmetic: 0, orphaned: 0, undone: 0, refused: [] }
    for (let run = 0; run < runs; run++) {
      const chance = chanceFrom(seed + run)
      const evening = new Evening(chance, 2 + chance.below(3), tally)
      for (let step = 0; step < 60; step++) evening.step()
      evening.settle()
      expect(tally.refused, `SEED=${seed + run}`).toEqual([])
      const digests = evening.lines.map((line) => digestOf(line.page.doc))
      expect(new Set([digestOf(evening.server), ...digests]).size, `SEED=${seed + run}`).toBe(1)
      evening.close()
    }
    console.info(`SEED=${seed}: ${JSON.stringify(tally)}`)
    expect(tally.undone).toBeLessThanOrEqual(2 + tally.judged / 5_000)
    expect(tally.something).toBeGreaterThan(runs * 10)
  })
})
