import { loadBook } from '@witboek/book'
import type { BookLine } from '@witboek/book/client'
import type { SectionId } from '@witboek/domain'
import { openEmbeddedStore } from '@witboek/store'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { aFolder, aServerProcess, takeSeat, type ServerProcess } from './testing/a-server.ts'
import { bookLine, types } from './testing/clients.ts'
import { inSeat, sportBook } from './testing/the-example.ts'
import { until } from './testing/until.ts'

const kills = 40
const writersCount = 10

/** Every word ever written has this shape, so that it can be found again anywhere. */
const words = (text: string): string[] => text.match(/w\d+-\d+/g) ?? []

interface Writer {
  readonly line: BookLine
  /** Written per section and not yet acknowledged when last looked. */
  readonly waiting: Map<SectionId, string[]>
}

describe('a server that dies', () => {
  it(`[I1] [I2] loses nothing that was acknowledged or seen, at ${kills} random moments under ${writersCount} writers`, async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const folder = aFolder()
    const book = sportBook.book.id
    const sections = sportBook.sections.map(({ section }) => section)
    const experts = [0, 1, 2, 3, 4, 5].map((nth) => inSeat('expert', { nth }))

    const environment = { DATA_DIR: folder.path, PORT: '0' }
    let server: ServerProcess = await aServerProcess(environment)
    const { address } = server
    environment.PORT = new URL(address).port
    const ws = address.replace('http', 'ws')

    const acknowledged = new Set<string>()
    const seen = new Set<string>()
    const written = new Set<string>()
    const writers: Writer[] = []
    for (let i = 0; i < writersCount; i++) {
      const cookie = await takeSeat(address, chance.pick(experts))
      const line = bookLine(ws, book, cookie)
      for (const section of sections) line.section(section)
      const waiting = new Map<SectionId, string[]>()
      line.subscribe(() => {
        for (const [section, own] of waiting)
          if (line.section(section).unsaved() === 0) for (const word of own.splice(0)) acknowledged.add(word)
      })
      writers.push({ line, waiting })
    }
    // Somebody who only reads along: whatever shows up on this screen was shown to the public.
    const reader = bookLine(ws, book, await takeSeat(address, chance.pick(experts)))
    for (const section of sections) {
      const { text } = reader.section(section)
      text.observeDeep(() => {
        for (const word of words(text.toString())) seen.add(word)
      })
    }

    const atRest = async (): Promise<Map<string, number>> => {
      const store = await openEmbeddedStore(folder.path)
      const { docs } = await loadBook(book, store.bookLog)
      const counts = new Map<string, number>()
      for (const doc of docs.values())
        for (const word of words(doc.getXmlFragment('body').toString())) counts.set(word, (counts.get(word) ?? 0) + 1)
      await store.close()
      return counts
    }

    let n = 0
    const everyone = [...writers.map(({ line }) => line), reader]
    for (let kill = 0; kill < kills; kill++) {
      if (kill > 0) server = await aServerProcess(environment)
      for (const line of everyone) line.hurry()
      await until('everybody is back', () => everyone.every(({ state }) => state.line === 'open'))
      const deadline = Date.now() + 10 + chance.below(200)
      while (Date.now() < deadline) {
        const { line, waiting } = chance.pick(writers)
        const section = chance.pick(sections)
        const word = `w${kill}-${n++}`
        written.add(word)
        waiting.set(section, [...(waiting.get(section) ?? []), word])
        types(line, section, word)
        await new Promise((resolve) => setTimeout(resolve, chance.below(4)))
      }
      const died = new Promise((resolve) => server.child.on('close', resolve))
      server.child.kill('SIGKILL')
      await died
      const kept = await atRest()
      const lost = [...acknowledged, ...seen].filter((word) => !kept.has(word))
      expect(lost, `kill ${kill}, seed ${chance.seed}`).toEqual([])
    }

    server = await aServerProcess(environment)
    for (const line of everyone) line.hurry()
    await until('everything is saved again', () =>
      writers.every(({ line }) => line.state.line === 'open' && line.state.unsaved === 0),
    )
    const texts = (line: BookLine) => sections.map((section) => line.section(section).text.toString())
    await until('all copies are equal', () => everyone.every((line) => texts(line).join() === texts(reader).join()))
    for (const line of everyone) line.close()
    server.child.kill('SIGTERM')
    await new Promise((resolve) => server.child.on('close', resolve))
    const kept = await atRest()
    expect(
      [...written].filter((word) => kept.get(word) !== 1),
      'each word is there once',
    ).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(kills)
    expect(seen.size).toBeGreaterThan(kills)
    console.info(`${written.size} words written, ${acknowledged.size} acknowledged, ${seen.size} seen, 0 lost`)
    folder.remove()
  }, 240_000)
})
