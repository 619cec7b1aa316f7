import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookRights } from './book-rights.ts'
import { emptyManifest, openSections, withFact, type Manifest, type StructureFact } from './book.ts'
import type { SectionId } from './ids.ts'
import { roles } from './people.ts'
import type { Refusal } from './result.ts'
import { changeStructure, headingMax, sectionsMax, type StructureCommand } from './section-structure.ts'

const chef: BookRights = { role: 'chef', write: false, order: true, remark: false }
const id = (text: string): SectionId => text as SectionId

/** A book with sections s1, s2 … of which some are removed. */
const aBook = (count: number, removed: readonly string[] = []): Manifest => ({
  sections: Array.from({ length: count }, (_, i) => ({
    id: id(`s${i + 1}`),
    heading: `Section ${i + 1}`,
    slot: null,
    removed: removed.includes(`s${i + 1}`),
    lock: null,
    remarks: [],
  })),
  freeze: null,
})

const add = (heading: string, after: string | null = null): StructureCommand => ({
  type: 'section:add',
  section: id('new'),
  heading,
  after: after === null ? null : id(after),
})
const rename = (section: string, heading: string): StructureCommand => ({
  type: 'section:rename',
  section: id(section),
  heading,
})
const move = (section: string, after: string | null): StructureCommand => ({
  type: 'section:move',
  section: id(section),
  after: after === null ? null : id(after),
})
const remove = (section: string): StructureCommand => ({ type: 'section:remove', section: id(section) })
const restore = (section: string): StructureCommand => ({ type: 'section:restore', section: id(section) })

const justFits = 'x'.repeat(headingMax)
const book = aBook(3, ['s3'])
const full = aBook(sectionsMax + 1, [`s${sectionsMax + 1}`])

describe('[BOOK-4] what a Chef asks and the rules allow', () => {
  it.each<[string, Manifest, StructureCommand, StructureFact]>([
    [
      'adds a section in the first place',
      book,
      add('Zwembad'),
      { type: 'section:added', section: id('new'), heading: 'Zwembad', slot: null, after: null },
    ],
    [
      'adds a section after another',
      book,
      add('Zwembad', 's1'),
      { type: 'section:added', section: id('new'), heading: 'Zwembad', slot: null, after: id('s1') },
    ],
    [
      'adds a section after a removed one',
      book,
      add('Zwembad', 's3'),
      { type: 'section:added', section: id('new'), heading: 'Zwembad', slot: null, after: id('s3') },
    ],
    [
      'names a section',
      book,
      rename('s1', 'Zwembad'),
      { type: 'section:renamed', section: id('s1'), heading: 'Zwembad' },
    ],
    ['moves a section', book, move('s1', 's2'), { type: 'section:moved', section: id('s1'), after: id('s2') }],
    [
      'moves a section to the first place',
      book,
      move('s2', null),
      { type: 'section:moved', section: id('s2'), after: null },
    ],
    [
      'moves a section after a removed one',
      book,
      move('s1', 's3'),
      { type: 'section:moved', section: id('s1'), after: id('s3') },
    ],
    ['removes a section', book, remove('s2'), { type: 'section:removed', section: id('s2') }],
    ['restores a section', book, restore('s3'), { type: 'section:restored', section: id('s3') }],
    [
      'names a section in a full book',
      full,
      rename('s1', 'Zwembad'),
      { type: 'section:renamed', section: id('s1'), heading: 'Zwembad' },
    ],
  ])('%s', (_situation, manifest, command, fact) => {
    expect(changeStructure(manifest, command, chef)).toEqual({ ok: true, value: fact })
  })
})

describe('what the rules refuse', () => {
  it.each<[string, Manifest, StructureCommand, Refusal]>([
    ['[BOOK-4] adding after an unknown section', book, add('Zwembad', 'x'), { code: 'section-not-found' }],
    ['[BOOK-4] naming an unknown section', book, rename('x', 'Zwembad'), { code: 'section-not-found' }],
    ['[BOOK-4] naming a removed section', book, rename('s3', 'Zwembad'), { code: 'section-removed' }],
    ['[BOOK-4] moving an unknown section', book, move('x', null), { code: 'section-not-found' }],
    ['[BOOK-4] moving a removed section', book, move('s3', null), { code: 'section-removed' }],
    ['[BOOK-4] moving after an unknown section', book, move('s1', 'x'), { code: 'section-not-found' }],
    ['[BOOK-4] moving after itself', book, move('s1', 's1'), { code: 'section-not-found' }],
    ['[BOOK-4] removing an unknown section', book, remove('x'), { code: 'section-not-found' }],
    ['[BOOK-4] removing a removed section', book, remove('s3'), { code: 'section-removed' }],
    ['[BOOK-4] restoring an unknown section', book, restore('x'), { code: 'section-not-found' }],
    ['[BOOK-4] restoring a section that is there', book, restore('s1'), { code: 'section-not-removed' }],
    ['[BOOK-6] removing the last section', aBook(2, ['s2']), remove('s1'), { code: 'last-section' }],
    ['[BOOK-6] adding to a full book', full, add('Zwembad'), { code: 'too-many-sections', max: sectionsMax }],
    [
      '[BOOK-6] restoring into a full book',
      full,
      restore(`s${sectionsMax + 1}`),
      { code: 'too-many-sections', max: sectionsMax },
    ],
    ['[BOOK-6] adding without a heading', book, add(''), { code: 'heading-empty' }],
    ['[BOOK-6] naming with only spaces', book, rename('s1', ' \n\t '), { code: 'heading-empty' }],
    ['[BOOK-6] adding with a long heading', book, add(`${justFits}x`), { code: 'heading-too-long', max: headingMax }],
    [
      '[BOOK-6] naming with a long heading',
      book,
      rename('s1', `${justFits}x`),
      { code: 'heading-too-long', max: headingMax },
    ],
  ])('%s', (_situation, manifest, command, refusal) => {
    expect(changeStructure(manifest, command, chef)).toEqual({ ok: false, refusal })
  })

  it.each(roles)('[BOOK-4] every command of %s without the right to order', (role) => {
    for (const command of [add('Zwembad'), rename('s1', 'Zwembad'), move('s1', 's2'), remove('s1'), restore('s3')])
      expect(changeStructure(book, command, { role, write: role === 'expert', order: false, remark: false })).toEqual({
        ok: false,
        refusal: { code: 'not-for-your-role', role },
      })
  })
})

describe('a heading', () => {
  it.each([
    ['[BOOK-6] of one character', 'x', 'x'],
    ['[BOOK-6] of the longest kind', justFits, justFits],
    ['[BOOK-6] of the longest kind with spaces around it', `  ${justFits}  `, justFits],
    ['with lines and tabs in it, on one line', ' Het\n\n zwembad\tin  Oost ', 'Het zwembad in Oost'],
  ])('%s', (_situation, wish, heading) => {
    expect(changeStructure(book, rename('s1', wish), chef)).toMatchObject({ ok: true, value: { heading } })
  })
})

/** A wish of a Chef with places instead of ids, so that it means something in any book; some wishes make no sense. */
const anyWish = fc.record({
  type: fc.constantFrom('section:add', 'section:rename', 'section:move', 'section:remove', 'section:restore'),
  section: fc.nat({ max: 50 }),
  after: fc.option(fc.nat({ max: 50 })),
  heading: fc.string({ maxLength: headingMax + 20 }),
})
type Wish = typeof anyWish extends fc.Arbitrary<infer Value> ? Value : never

function commandFor({ type, section, after, heading }: Wish, manifest: Manifest, fresh: SectionId): StructureCommand {
  const at = (place: number): SectionId => manifest.sections[place]?.id ?? id('unknown')
  const chosen = type === 'section:add' ? fresh : at(section)
  return { type, section: chosen, after: after === null ? null : at(after), heading } as StructureCommand
}

/** The facts by which `aBook(count)` came about. */
const theFirst = (count: number): readonly StructureFact[] =>
  aBook(count).sections.map(({ id: section, heading, slot }, i, all) => ({
    type: 'section:added',
    section,
    heading,
    slot,
    after: all[i - 1]?.id ?? null,
  }))

describe('whatever a Chef does, in whatever order', () => {
  it('[BOOK-5] [BOOK-6] every fact fits: ids stay unique, 1 to 40 sections are open, and the facts alone are the book', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sectionsMax }), fc.array(anyWish, { maxLength: 60 }), (count, wishes) => {
        const facts = [...theFirst(count)]
        let manifest = aBook(count)
        wishes.forEach((wish, i) => {
          const answer = changeStructure(manifest, commandFor(wish, manifest, id(`n${i}`)), chef)
          if (!answer.ok) return
          const fact = answer.value
          const next = withFact(manifest, fact)
          // One command touches one section: all others are the same, in the same order.
          const others = (all: Manifest) => all.sections.filter((section) => section.id !== fact.section)
          expect(others(next)).toEqual(others(manifest))
          expect(next.sections.some((section) => section.id === fact.section)).toBe(true)
          facts.push(fact)
          manifest = next
        })
        expect(new Set(manifest.sections.map((section) => section.id)).size).toBe(manifest.sections.length)
        expect(openSections(manifest).length).toBeGreaterThanOrEqual(1)
        expect(openSections(manifest).length).toBeLessThanOrEqual(sectionsMax)
        for (const { heading } of manifest.sections) {
          expect(heading.length).toBeGreaterThanOrEqual(1)
          expect(heading.length).toBeLessThanOrEqual(headingMax)
        }
        // As the record gives them back: nothing but the facts is needed.
        const read = JSON.parse(JSON.stringify(facts)) as StructureFact[]
        expect(read.reduce(withFact, emptyManifest)).toEqual(manifest)
      }),
      { numRuns: 300 },
    )
  })
})
