import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, loadBook } from '@witboek/book'
import type { BookLine } from '@witboek/book/client'
import { lockOn, type ParkedPiece, type SectionId } from '@witboek/domain'
import { openEmbeddedStore, type Store } from '@witboek/store'
import * as Y from 'yjs'
import { aFolder, aPortToKeep, aServerProcess, takeSeat, theServerInOneFile, type ServerProcess } from './a-server.ts'
import { bookLine, meetingLine, types, type MeetingLine } from './clients.ts'
import { inSeat, sportBook } from './the-example.ts'
import { until } from './until.ts'

export const writersCount = 10

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)

/** Every word ever written has this shape, so that it can be found again anywhere. */
const words = (text: string): string[] => text.match(/w\d+-\d+/g) ?? []
/** Without the places where they stood: those are letters too. */
const wordsIn = (pieces: readonly ParkedPiece[]): string[] => words(JSON.stringify(pieces.map(({ blocks }) => blocks)))
const wordsOf = (update: Uint8Array): string[] =>
  Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? words(struct.content.str) : [],
  )

/** What houses start from: the server in one file, and a data folder that it has used. */
export interface BuildingKit {
  readonly main: string
  readonly data: string
  /** Where Node keeps what it made of the code. */
  readonly compiled: string
  remove(): void
}

export async function aBuildingKit(): Promise<BuildingKit> {
  const { path, remove } = aFolder()
  const [data, compiled] = [join(path, 'data'), join(path, 'compiled')]
  const environment = { DATA_DIR: data, PORT: '0', NODE_COMPILE_CACHE: compiled }
  // The first start sets the example up, the second leaves behind what Node made of the one file.
  await ends(await aServerProcess(environment), 'SIGTERM')
  const main = await theServerInOneFile(path)
  await ends(await aServerProcess(environment, main), 'SIGTERM')
  return { main, data, compiled, remove }
}

async function ends({ child }: ServerProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill(signal)
  await ended
}

/** Chance by a seed. */
interface Dice {
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
}

interface Writer {
  readonly line: BookLine
  /** Written per section and not yet acknowledged when last looked. */
  readonly waiting: Map<SectionId, string[]>
}

/** A server process on a folder of its own, with ten who write, one who reads along, and a Chef who turns locks. */
export class KilledHouse {
  readonly written = new Set<string>()
  /** What a page said is saved. */
  readonly acknowledged = new Set<string>()
  /** What was shown to somebody who did not write it. */
  readonly seen = new Set<string>()
  readonly setAside = new Set<string>()
  private readonly dice: Dice
  private readonly kit: BuildingKit
  private readonly folder = aFolder()
  private server: ServerProcess | null = null
  private port = ''
  private readonly writers: Writer[] = []
  private readonly readers: BookLine[] = []
  private chef: MeetingLine | null = null

  constructor(dice: Dice, kit: BuildingKit) {
    this.dice = dice
    this.kit = kit
  }

  async opens(): Promise<void> {
    cpSync(this.kit.data, this.folder.path, { recursive: true })
    this.port = await aPortToKeep()
    await this.starts()
    const address = `http://127.0.0.1:${this.port}`
    const comes = async (): Promise<BookLine> => {
      const expert = inSeat('expert', { nth: this.dice.below(6) })
      const cookie = await takeSeat(address, expert)
      // There is little time to flush before a lock falls: here pages live for a tenth of a second.
      const line = bookLine(address.replace('http', 'ws'), book, cookie, { closingPause: 5 })
      for (const section of sections) line.section(section)
      return line
    }
    for (let i = 0; i < writersCount; i++) this.writers.push(this.writes(await comes()))
    // Somebody who only reads along: whatever shows up on this screen was shown to the public.
    const reader = await comes()
    this.readers.push(reader)
    for (const section of sections)
      reader.section(section).doc.on('update', (update: Uint8Array) => {
        for (const word of wordsOf(update)) this.seen.add(word)
      })
    this.chef = meetingLine(address, await takeSeat(address, inSeat('chef')))
  }

  async starts(): Promise<void> {
    const { main, compiled } = this.kit
    const environment = { DATA_DIR: this.folder.path, PORT: this.port, NODE_COMPILE_CACHE: compiled }
    this.server = await aServerProcess(environment, main)
    for (const line of this.lines) line.hurry()
  }

  async everyoneIsBack(): Promise<void> {
    await until('everybody is back', () => this.lines.every(({ state }) => state.line === 'open'), 30_000)
    await until('the Chef is back', () => this.chef?.connected === true)
  }

  /** People write, and the Chef turns locks, for so long (ms). */
  async livesFor(ms: number): Promise<void> {
    const { dice } = this
    this.turnsALock()
    for (const end = Date.now() + ms; Date.now() < end;) {
      if (dice.below(12) === 0) this.turnsALock()
      const { line, waiting } = dice.pick(this.writers)
      const section = dice.pick(sections)
      // As on the page, nobody types where the screen says that it is closed; now and then somebody does so all the same.
      const closed = lockOn(line.state.manifest, section) !== null || line.state.closing.includes(section)
      if (!closed || dice.below(4) === 0) {
        const word = `w${this.written.size}-${dice.below(1000)}`
        this.written.add(word)
        waiting.set(section, [...(waiting.get(section) ?? []), word])
        types(line, section, word)
      }
      await new Promise((resolve) => setTimeout(resolve, dice.below(4)))
    }
  }

  async dies(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { server } = this
    this.server = null
    if (server) await ends(server, signal)
  }

  async settles(): Promise<void> {
    await until(
      'everything is saved again or set aside',
      () => this.writers.every(({ line }) => line.state.line === 'open' && line.state.unsaved === 0),
      30_000,
    )
    await until('all copies are equal', () => new Set(this.lines.map(digests)).size === 1)
  }

  /** What is on everybody's screen, in short. */
  get onScreen(): string {
    return [...new Set(this.lines.map(digests))].join(' or ')
  }

  leaves(): void {
    for (const line of this.lines) line.close()
    this.chef?.disconnect()
  }

  /** What the disk holds while no server has it: how often each word is there, and all of it in short. */
  atRest(): Promise<{ readonly kept: ReadonlyMap<string, number>; readonly digests: string }> {
    return this.reads(async (store) => {
      const { docs } = await loadBook(book, store.bookLog)
      const kept = new Map<string, number>()
      for (const doc of docs.values())
        for (const word of words(doc.getXmlFragment('body').toString())) kept.set(word, (kept.get(word) ?? 0) + 1)
      return { kept, digests: sections.map((section) => digestOf(docs.get(section) ?? new Y.Doc())).join() }
    })
  }

  async reads<Value>(read: (store: Store) => Promise<Value>): Promise<Value> {
    const store = await openEmbeddedStore(this.folder.path)
    try {
      return await read(store)
    } finally {
      await store.close()
    }
  }

  /** However it went, nothing stays behind. */
  async closes(): Promise<void> {
    this.leaves()
    await this.dies('SIGKILL')
    this.folder.remove()
  }

  private get lines(): readonly BookLine[] {
    return [...this.writers.map(({ line }) => line), ...this.readers]
  }

  private writes(line: BookLine): Writer {
    const waiting = new Map<SectionId, string[]>()
    line.subscribe(({ setAside }) => {
      for (const { pieces } of setAside) for (const word of wordsIn(pieces)) this.setAside.add(word)
      for (const [section, own] of waiting)
        if (line.section(section).unsaved() === 0)
          for (const word of own.splice(0)) if (!this.setAside.has(word)) this.acknowledged.add(word)
    })
    return { line, waiting }
  }

  private turnsALock(): void {
    const { chef, dice, readers } = this
    const section = dice.pick(sections)
    const manifest = readers[0]?.state.manifest
    if (!chef?.connected || !manifest) return
    if (lockOn(manifest, section)) chef.emit('section:unlock', { book, section }, () => undefined)
    else chef.emit('section:lock', { book, section, reason: '', until: null }, () => undefined)
  }
}

const digests = (line: BookLine): string => sections.map((section) => digestOf(line.section(section).doc)).join()
