import { digestOf } from '@witboek/book'
import type { BookLine } from '@witboek/book/client'
import { lockOn, type BookId, type SectionId } from '@witboek/domain'
import { takeSeat, until, type Chance } from '@witboek/testkit'
import * as Y from 'yjs'
import { bookLine, commandLine, says, type CommandLine } from './people/lines.ts'
import { seatsIn } from './people/seats.ts'
import type { Town } from './town/town.ts'
import { aWord, wordsInPieces, wordsInUpdate } from './words.ts'

interface Writer {
  readonly line: BookLine
  /** Written per section and not yet acknowledged when last looked. */
  readonly waiting: Map<SectionId, string[]>
}

interface EveningPlan {
  readonly writers: number
  /** The Chef turns a lock about once in so many words; 0: never. */
  readonly wordsPerLock: number
  /** Of which theme the book is, by its slug. */
  readonly theme?: string
}

/** People in one book, over all servers of a town: who writes, who reads along, and a Chef who turns locks. */
export class Evening {
  readonly written = new Set<string>()
  /** What a page said is saved. */
  readonly acknowledged = new Set<string>()
  /** What was shown to somebody who did not write it. */
  readonly seen = new Set<string>()
  readonly setAside = new Set<string>()
  readonly book: BookId
  private readonly town: Town
  private readonly chance: Chance
  private readonly plan: EveningPlan
  /** The Chef's line to each server. */
  private readonly chefs: readonly CommandLine[]
  private readonly writers: Writer[] = []
  private readonly readers: BookLine[] = []
  private turns = 0

  static async begins(town: Town, chance: Chance, plan: EveningPlan): Promise<Evening> {
    const address = town.addressNear(0)
    const { book, experts, chef } = await seatsIn(address, plan.theme ?? 'sport')
    const cookie = await takeSeat(address, chef)
    const chefs = town.servers.map((server) => commandLine(server.address, cookie))
    const evening = new Evening(town, chance, plan, { book, chefs })
    for (let i = 0; i < plan.writers; i++)
      await evening.writerComes(i, await takeSeat(address, experts[i % experts.length] as string))
    // Somebody on each server who only reads along: whatever shows up there was shown to the public.
    for (let i = 0; i < town.servers.length; i++)
      await evening.readerComes(i, await takeSeat(address, experts[0] as string))
    await until('everybody is in', () => evening.lines.every(({ state }) => state.line === 'open'))
    return evening
  }

  private constructor(
    town: Town,
    chance: Chance,
    plan: EveningPlan,
    own: { book: BookId; chefs: readonly CommandLine[] },
  ) {
    this.town = town
    this.chance = chance
    this.plan = plan
    this.book = own.book
    this.chefs = own.chefs
  }

  get sections(): readonly SectionId[] {
    return this.readers[0]?.state.manifest.sections.map(({ id }) => id) ?? []
  }

  /** Edits that no server has acknowledged yet. */
  get unsaved(): number {
    return this.writers.reduce((sum, { line }) => sum + line.state.unsaved, 0)
  }

  get open(): number {
    return this.lines.filter(({ state }) => state.line === 'open').length
  }

  /** People write, and the Chef turns locks, for so long (ms). */
  async writesFor(ms: number): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end;) {
      this.writesAWord()
      await new Promise((resolve) => setTimeout(resolve, this.chance.below(4)))
    }
  }

  /** A page does not wait for its pause before it tries again: what a person does who presses a key. */
  hurry(): void {
    for (const line of this.lines) line.hurry()
  }

  async isBack(): Promise<void> {
    await until('everybody is back', () => this.open === this.lines.length, 30_000)
  }

  /** Everything is saved or set aside, and everybody sees the same. Answers how long (ms) that took. */
  async settles(): Promise<number> {
    const from = Date.now()
    await until('every lock is turned', () => this.turns === 0)
    await until('everything is saved or set aside', () => this.unsaved === 0 && this.open === this.lines.length, 60_000)
    const took = Date.now() - from
    await until('all copies are equal', () => this.screens.size === 1, 30_000)
    return took
  }

  /** What is on everybody's screen, in short: one, when all see the same. */
  get screens(): ReadonlySet<string> {
    return new Set(this.lines.map((line) => this.sections.map((section) => digestOf(line.section(section).doc)).join()))
  }

  /** Turns a lock at one of the servers; answers, when that server has, whether it did. */
  async turnsALock(server = this.chance.below(this.chefs.length)): Promise<boolean> {
    const chef = this.chefs[server]
    const section = this.chance.pick(this.sections)
    const manifest = this.readers.find(({ state }) => state.line === 'open')?.state.manifest
    if (!manifest || !chef?.connected) return false
    const { book } = this
    this.turns += 1
    const turned = lockOn(manifest, section)
      ? await says(chef, 'section:unlock', { book, section })
      : await says(chef, 'section:lock', { book, section, reason: '', until: null })
    this.turns -= 1
    return turned
  }

  ends(): void {
    for (const line of this.lines) line.close()
    for (const chef of this.chefs) chef.disconnect()
  }

  private get lines(): readonly BookLine[] {
    return [...this.writers.map(({ line }) => line), ...this.readers]
  }

  private writesAWord(): void {
    const { chance, plan } = this
    if (plan.wordsPerLock > 0 && chance.below(plan.wordsPerLock) === 0) void this.turnsALock()
    const { line, waiting } = chance.pick(this.writers)
    if (this.sections.length === 0) return
    const section = chance.pick(this.sections)
    // As on the page, nobody types where the screen says that it is closed; now and then somebody does so all the same.
    const closed = lockOn(line.state.manifest, section) !== null || line.state.closing.includes(section)
    if (closed && chance.below(4) > 0) return
    const word = aWord(this.written.size, chance.below(1000))
    this.written.add(word)
    waiting.set(section, [...(waiting.get(section) ?? []), word])
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(word)])
    line.section(section).text.push([paragraph])
  }

  private async writerComes(server: number, cookie: string): Promise<void> {
    const line = await this.comes(server, cookie)
    const waiting = new Map<SectionId, string[]>()
    line.subscribe(({ setAside }) => {
      for (const { pieces } of setAside) for (const word of wordsInPieces(pieces)) this.setAside.add(word)
      for (const [section, own] of waiting)
        if (line.section(section).unsaved() === 0)
          for (const word of own.splice(0)) if (!this.setAside.has(word)) this.acknowledged.add(word)
    })
    this.writers.push({ line, waiting })
  }

  private async readerComes(server: number, cookie: string): Promise<void> {
    const line = await this.comes(server, cookie)
    this.readers.push(line)
    for (const { id } of line.state.manifest.sections)
      line.section(id).doc.on('update', (update: Uint8Array) => {
        for (const word of wordsInUpdate(update)) this.seen.add(word)
      })
  }

  private async comes(server: number, cookie: string): Promise<BookLine> {
    const line = bookLine(() => this.town.addressNear(server), this.book, cookie)
    await until('the book is open', () => line.state.manifest.sections.length > 0)
    for (const { id } of line.state.manifest.sections) line.section(id)
    return line
  }
}
