import { describe, expect, it } from 'vitest'
import {
  changesAccess,
  emptyManifest,
  lockOn,
  openSections,
  sectionIn,
  withFact,
  type BookFact,
  type Lock,
  type Manifest,
  type StructureFact,
} from './book.ts'
import type { Instant, ParkedId, PersonId, SectionId } from './ids.ts'

const id = (text: string): SectionId => text as SectionId
const added = (section: string, after: string | null): StructureFact => ({
  type: 'section:added',
  section: id(section),
  heading: `Heading ${section}`,
  slot: null,
  after: after === null ? null : id(after),
})
const moved = (section: string, after: string | null): StructureFact => ({
  type: 'section:moved',
  section: id(section),
  after: after === null ? null : id(after),
})

const after = (facts: readonly BookFact[], start: Manifest = emptyManifest): Manifest => facts.reduce(withFact, start)
const order = (manifest: Manifest): string => manifest.sections.map((section) => section.id).join(' ')
const openOrder = (manifest: Manifest): string =>
  openSections(manifest)
    .map((section) => section.id)
    .join(' ')

const abc = after([added('a', null), added('b', 'a'), added('c', 'b')])

describe('the manifest after a fact', () => {
  it.each<[string, StructureFact, string]>([
    ['adds in the first place', added('n', null), 'n a b c'],
    ['adds after a section', added('n', 'a'), 'a n b c'],
    ['adds in the last place', added('n', 'c'), 'a b c n'],
    ['moves to the first place', moved('c', null), 'c a b'],
    ['moves down', moved('a', 'b'), 'b a c'],
    ['moves to the last place', moved('a', 'c'), 'b c a'],
    ['moves to where it is', moved('b', 'a'), 'a b c'],
    ['moves nothing it does not know', moved('x', 'a'), 'a b c'],
    ['puts last what would come after a section it does not know', added('n', 'x'), 'a b c n'],
  ])('%s', (_situation, fact, expected) => {
    expect(order(withFact(abc, fact))).toBe(expected)
  })

  it('has the new heading and leaves the rest of the section as it was', () => {
    const renamed = withFact(abc, { type: 'section:renamed', section: id('b'), heading: 'Het zwembad' })
    expect(sectionIn(renamed, id('b'))).toEqual({ ...sectionIn(abc, id('b')), heading: 'Het zwembad' })
    expect(order(renamed)).toBe('a b c')
  })

  it('keeps the slot of the template, also under another name', () => {
    const book = after([
      { type: 'section:added', section: id('a'), heading: 'Open vragen', slot: 'questions', after: null },
      { type: 'section:renamed', section: id('a'), heading: 'Wat we nog niet weten' },
    ])
    expect(sectionIn(book, id('a'))?.slot).toBe('questions')
  })

  it('[BOOK-5] hides a removed section, which comes back in its own place', () => {
    const removed = withFact(abc, { type: 'section:removed', section: id('b') })
    expect(openOrder(removed)).toBe('a c')
    expect(order(removed)).toBe('a b c')
    expect(withFact(removed, { type: 'section:restored', section: id('b') })).toEqual(abc)
  })

  it('is as it was after a fact of a later version, which another server wrote while this one was not yet renewed', () => {
    const later = { type: 'section:illustrated', section: id('b') } as unknown as BookFact
    expect(withFact(abc, later)).toBe(abc)
    expect(changesAccess(later), 'nobody knows, so the rights are looked up').toBe(true)
  })

  it('does not touch the manifest it came from', () => {
    const before = structuredClone(abc)
    after([moved('a', 'c'), added('n', 'a'), { type: 'section:removed', section: id('b') }], abc)
    expect(abc).toEqual(before)
  })
})

describe('what stops the writing in a section', () => {
  const lock: Lock = {
    chef: 'person-anna' as PersonId,
    since: 1_301_680_800_000 as Instant,
    reason: 'even praten',
    until: null,
  }
  const ice: Lock = { ...lock, reason: 'we stoppen voor vandaag' }
  const locked = (...sections: string[]): BookFact => ({ type: 'section:locked', sections: sections.map(id), lock })
  const unlocked = (...sections: string[]): BookFact => ({
    type: 'section:unlocked',
    sections: sections.map(id),
    by: 'chef',
  })
  const frozen: BookFact = { type: 'book:frozen', lock: ice }
  const locksOf = (manifest: Manifest) =>
    manifest.sections.map((section) => lockOn(manifest, section.id)?.reason ?? '-')

  it.each<[string, readonly BookFact[], readonly string[]]>([
    ['nothing, to begin with', [], ['-', '-', '-']],
    ['its lock', [locked('a', 'c')], ['even praten', '-', 'even praten']],
    ['nothing once it is opened', [locked('a', 'c'), unlocked('a')], ['-', '-', 'even praten']],
    ['the freeze of the whole book, also over a lock', [locked('a'), frozen], Array<string>(3).fill(ice.reason)],
    [
      'its own lock again when the book thaws',
      [locked('a'), frozen, { type: 'book:unfrozen', by: 'time' }],
      ['even praten', '-', '-'],
    ],
    [
      'its lock, also after it was moved, renamed, removed and restored',
      [
        locked('a'),
        moved('a', 'c'),
        { type: 'section:renamed', section: id('a'), heading: 'x' },
        { type: 'section:removed', section: id('a') },
        { type: 'section:restored', section: id('a') },
      ],
      ['-', '-', 'even praten'],
    ],
    [
      'nothing in a section that comes new',
      [locked('a', 'b', 'c'), added('n', null)],
      ['-', 'even praten', 'even praten', 'even praten'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(locksOf(after(facts, abc))).toEqual(expected)
  })

  it('is the freeze even in a section that nobody knows', () => {
    expect(lockOn(after([frozen], abc), id('x'))).toEqual(ice)
    expect(lockOn(abc, id('x'))).toBeNull()
  })

  it.each<BookFact>([
    { type: 'seat:ended', person: lock.chef },
    { type: 'phase:reached', phase: 'green_review' },
    { type: 'edit:admitted', parked: 'words' as ParkedId, section: id('a'), writer: lock.chef },
  ])('is not touched by $type, nor is the shape', (fact) => {
    const book = after([locked('a')], abc)
    expect(withFact(book, fact)).toBe(book)
  })
})
