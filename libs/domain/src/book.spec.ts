import { describe, expect, it } from 'vitest'
import { emptyManifest, openSections, sectionIn, withFact, type Manifest, type StructureFact } from './book.ts'
import type { SectionId } from './ids.ts'

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

const after = (facts: readonly StructureFact[], start: Manifest = emptyManifest): Manifest =>
  facts.reduce(withFact, start)
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

  it('does not touch the manifest it came from', () => {
    const before = structuredClone(abc)
    after([moved('a', 'c'), added('n', 'a'), { type: 'section:removed', section: id('b') }], abc)
    expect(abc).toEqual(before)
  })
})
