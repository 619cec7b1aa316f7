import { changeLocks, ok, type BookFact, type SectionId } from '@witboek/domain'
import { anActor, anEvening, chanceFrom, fields, pool, seedOfToday, type Chance, type Evening } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readText } from '../section-text.ts'
import { digestOf } from '../digest.ts'
import { Page } from './testing/a-page.ts'
import { MemoryDevice } from './testing/memory-device.ts'

/** Client ids and pauses fall by the seed as well: an hour that went wrong can be lived again. */
const dice = vi.hoisted(() => {
  const dice = { next: Math.random }
  globalThis.crypto.getRandomValues = ((numbers: Uint32Array) =>
    numbers.map(() => Math.floor(dice.next() * 2 ** 32))) as never
  return dice
})

const rounds = process.env['PROFILE'] === 'nightly' ? 2_000 : 150
const steps = 120
const sections = [pool, fields]
const people = ['Noor', 'Bram', 'Ans'].map((name) => anActor('expert', name))
const chef = anActor('chef', 'Willem')
const chefsRights = { role: 'chef', write: false, order: true, remark: false } as const

/** Everything written has this shape, so that it can be found again anywhere. */
const wordsIn = (text: string): string[] => text.match(/w\d+/g) ?? []

/** Without the places where they stood: those are letters too. */
const wordsOn = (device: MemoryDevice): string =>
  JSON.stringify([...device.words.values()].flatMap(({ pieces }) => pieces.map(({ blocks }) => blocks)))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Somebody at a desk: tabs come and go, the device stays. */
class Desk {
  readonly device = new MemoryDevice()
  page!: Page
  private tab!: { leave(): void }
  private readonly evening: Evening
  private readonly actor: (typeof people)[number]

  constructor(evening: Evening, actor: (typeof people)[number]) {
    this.evening = evening
    this.actor = actor
    this.opens()
  }

  opens(): void {
    const tab = this.device.tab()
    this.tab = tab
    this.page = new Page(this.evening.room, this.actor, { device: tab })
    for (const section of sections) this.page.line.section(section)
  }

  /** The tab is gone in the middle of whatever it did. */
  dies(): void {
    this.tab.leave()
    this.page.holdsToRoom = true
    this.page.line.close()
    this.page.drops()
  }
}

async function locks(evening: Evening, sections: readonly SectionId[], on: boolean): Promise<void> {
  const lock = { chef: chef.person, since: evening.clock.now(), reason: '', until: null }
  const fact: BookFact = on
    ? { type: 'section:locked', sections, lock }
    : { type: 'section:unlocked', sections, by: 'chef' }
  // Without asking the pages to flush first, so that edits run into the lock.
  const decided = evening.room.decide(chef.person, () => ok([fact]))
  await evening.settle()
  await decided
}

async function anHour(chance: Chance): Promise<void> {
  dice.next = chanceFrom(chance.seed + 1).next
  vi.spyOn(Math, 'random').mockImplementation(() => dice.next())
  const evening = await anEvening()
  const desks = people.map((actor) => new Desk(evening, actor))
  const settle = async () => {
    for (let quiet = 0; quiet < 3;) {
      let moved = 0
      for (const { page } of desks) moved += page.deliver()
      await evening.settle()
      await vi.advanceTimersByTimeAsync(10)
      quiet = moved === 0 ? quiet + 1 : 0
    }
  }
  const written: string[] = []
  const doings: readonly (() => unknown)[] = [
    () => settle(),
    () => vi.advanceTimersByTimeAsync(chance.below(3_000)),
    () => evening.clock.turn(chance.below(20_000)),
    () => locks(evening, [chance.pick(sections)], true),
    () => locks(evening, [chance.pick(sections)], false),
    () => {
      // The whole way, with pages that are asked first; who holds back his answer is not waited for.
      const command = { type: 'section:lock', section: chance.pick(sections), reason: '', until: null } as const
      const now = evening.clock.now()
      return evening.room
        .decide(chef.person, (manifest) => changeLocks(manifest, command, chefsRights, chef.person, now))
        .catch(() => undefined)
    },
  ]
  const atDesk: readonly ((desk: Desk) => unknown)[] = [
    ({ page }) => page.drops(),
    ({ page }) => page.line.hurry(),
    ({ page }) => void (page.holdsToRoom = !page.holdsToRoom),
    ({ page }) => void (page.holdsToPage = !page.holdsToPage),
    ({ page }) => page.deliver(),
    (desk) => {
      if (chance.below(3) > 0) return
      desk.dies()
      desk.opens()
    },
  ]
  for (let step = 0; step < steps; step++) {
    const desk = chance.pick(desks)
    if (chance.below(2) === 0) {
      const word = `w${step}`
      written.push(word)
      desk.page.types(word, { in: chance.pick(sections) })
    } else if (chance.below(2) === 0) chance.pick(atDesk)(desk)
    else {
      void chance.pick(doings)()
      await evening.settle()
    }
  }

  await locks(evening, sections, false)
  for (const { page } of desks) page.holdsToRoom = page.holdsToPage = false
  for (let i = 0; i < 20; i++) {
    await vi.advanceTimersByTimeAsync(1_000)
    await settle()
  }
  const texts = await durableTexts(evening)
  const inText = texts.flatMap(wordsIn)
  const setAside = desks.flatMap(({ device }) => wordsIn(wordsOn(device)))
  expect([...inText, ...setAside].sort(), 'each word is once in the text, or with its writer').toEqual(
    [...written].sort(),
  )
  for (const { page, device } of desks) {
    expect(page.line.state).toMatchObject({ line: 'open', unsaved: 0, setAside: [...device.words.values()] })
    expect(device.edits.size).toBe(0)
    for (const section of sections)
      expect(digestOf(page.line.section(section).doc)).toBe(await digest(evening, section))
    page.line.close()
  }
  expect(evening.notes.filter(({ what }) => what === 'differs' || what === 'malformed')).toEqual([])
  expect(evening.failures).toEqual([])
}

async function durableTexts(evening: Evening): Promise<string[]> {
  const reading = evening.room.readDurable(({ docs }) =>
    [...docs.values()].map((doc) => JSON.stringify(readText(doc.getXmlFragment('body')))),
  )
  await evening.settle()
  return (await reading).value
}

async function digest(evening: Evening, section: SectionId): Promise<string> {
  const reading = evening.room.readDurable(({ docs }) => {
    const doc = docs.get(section)
    return doc ? digestOf(doc) : ''
  })
  await evening.settle()
  return (await reading).value
}

describe('pages on bad lines, with a Chef who locks at any moment', () => {
  it(`[I4] [I7] lose no word and double none, in ${rounds} random hours`, async () => {
    const { seed } = chanceFrom(seedOfToday())
    for (let i = 0; i < rounds; i++) {
      try {
        await anHour(chanceFrom(seed + i))
      } catch (cause) {
        throw new Error(`seed ${seed + i}`, { cause })
      }
    }
  }, 560_000)
})
