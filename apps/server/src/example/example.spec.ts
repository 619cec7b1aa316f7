import { frameworksFor, greenBookSlots, sumOf, targetsTogether, euros, type Block } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { exampleDialogue, greenBookHeadings } from './index.ts'

const { frame, people, books } = exampleDialogue()
const { dialogue, themes, items, frameworks } = frame

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block): string => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return block.text.map(({ text }) => text).join('')
        case 'list':
          return block.items.map(textOf).join('\n')
        case 'quote':
          return textOf(block.blocks)
        case 'table':
          return block.rows.map((row) => row.map((cell) => textOf(cell.blocks)).join('\t')).join('\n')
      }
    })
    .join('\n')

const bookText = (book: (typeof books)[number]): string =>
  book.sections.map(({ contributions }) => contributions.map(({ blocks }) => textOf(blocks)).join('\n')).join('\n')

const seatedIn = (role: string, theme: string) =>
  people.filter(({ seats }) => seats.some((seat) => seat.role === role && seat.theme === theme))

describe('the figures of the example', () => {
  it('add up to the budget they were made as', () => {
    expect(items).toHaveLength(95)
    expect(sumOf(items.map(({ expenditure }) => expenditure))).toBe(euros(140_000_000))
    expect(sumOf(items.map(({ income }) => income))).toBe(euros(133_800_000))
    expect(sumOf(items.map(({ influenceable }) => influenceable))).toBe(euros(62_000_000))
  })

  it('give the eight themes targets that leave no gap', () => {
    expect(themes).toHaveLength(8)
    expect(targetsTogether(frame)).toEqual({ themes: euros(6_200_000), dialogue: euros(6_200_000), gap: 0 })
  })

  it('say everywhere that they are made up', () => {
    expect(dialogue.synthetic).toBe(true)
    expect(dialogue.source).toMatch(/synthetisch.*CC0/i)
    expect(dialogue.municipality).toContain('voorbeeldgemeente')
  })
})

describe('the frame of the example', () => {
  it('asks three questions, in the green phase', () => {
    expect(dialogue.assignment).toHaveLength(3)
    expect(dialogue.phase).toBe('green')
  })

  it.each(themes)('$name has a sentence about it, budget items, and frameworks of its own', ({ id, about }) => {
    expect(about).toMatch(/^[A-Z].+\.$/)
    expect(items.some(({ theme }) => theme === id)).toBe(true)
    const own = frameworks.filter(({ theme }) => theme === id)
    expect([1, 2]).toContain(own.length)
    expect(frameworksFor(frame, id).length).toBeGreaterThan(own.length)
  })
})

describe('the people of the example', () => {
  it.each(themes)('$name has a Chef and at least five experts', ({ id }) => {
    expect(seatedIn('chef', id).length).toBeGreaterThanOrEqual(1)
    expect(seatedIn('expert', id).length).toBeGreaterThanOrEqual(5)
  })

  it('hold every seat of the dialogue as a whole', () => {
    const general = people.flatMap(({ seats }) => seats.filter(({ theme }) => theme === null).map(({ role }) => role))
    expect(general.toSorted()).toEqual([
      'administrator',
      'auditor',
      'civilServant',
      'civilServant',
      'clerk',
      'college',
      'councillor',
      'councillor',
      'financialAdviser',
      'lead',
    ])
  })

  it('each tell in one line what they bring', () => {
    for (const { name, background } of people) {
      expect(background, name).not.toBe('')
      expect(background, name).not.toContain('\n')
    }
  })
})

describe('the green books of the example', () => {
  it.each(themes)('$name has one, with the six sections of the template', ({ id }) => {
    const own = books.filter(({ book }) => book.theme === id)
    expect(own).toHaveLength(1)
    expect(own[0]?.book).toMatchObject({ dialogue: dialogue.id, kind: 'green' })
    expect(own[0]?.sections.map(({ slot, heading }) => [slot, heading])).toEqual(
      greenBookSlots.map((slot) => [slot, greenBookHeadings[slot]]),
    )
  })

  it('are written by the experts of their theme only', () => {
    for (const { book, sections } of books) {
      const experts = seatedIn('expert', book.theme).map(({ id }) => id)
      for (const { contributions } of sections)
        for (const { author, blocks } of contributions) {
          expect(experts).toContain(author)
          expect(textOf(blocks).trim()).not.toBe('')
        }
    }
  })

  it('are full in at least four themes, with 250 to 500 words beside the tables, and begun in all', () => {
    const full = books.filter(({ sections }) => sections.every(({ contributions }) => contributions.length > 0))
    expect(full.length).toBeGreaterThanOrEqual(4)
    for (const { book, sections } of full) {
      const written = sections.flatMap(({ contributions }) => contributions.flatMap(({ blocks }) => blocks))
      const words = textOf(written.filter(({ kind }) => kind !== 'table')).split(/\s+/).length
      expect(words, book.id).toBeGreaterThanOrEqual(250)
      expect(words, book.id).toBeLessThanOrEqual(500)
    }
    for (const { sections } of books)
      for (const { slot, contributions } of sections)
        if (slot === 'about' || slot === 'noticed' || slot === 'questions') expect(contributions).not.toEqual([])
  })

  it('quote the figures of the frame, as Dutch amounts', () => {
    const sport = books.find(({ book }) => book.id === 'example-book-sport-green')
    const text = sport ? bookText(sport).replaceAll('\u00a0', ' ') : ''
    expect(text).toContain('Zwembad (exploitatie)\t€ 2.250.000\t€ 1.150.000\t€ 1.250.000')
    expect(text).toContain('Samen\t€ 5.900.000\t€ 1.970.000\t€ 3.900.000')
    expect(text).toContain('€ 390.000')
  })

  it('show no sign of the way they were typed', () => {
    for (const book of books) expect(bookText(book)).not.toMatch(/\*\*|undefined|NaN|\[object/)
  })
})

describe('the ids of the example', () => {
  const ids: string[] = [
    dialogue.id,
    ...themes.map(({ id }) => id),
    ...items.map(({ id }) => id),
    ...frameworks.map(({ id }) => id),
    ...people.map(({ id }) => id),
    ...books.flatMap(({ book, sections }) => [book.id, ...sections.map(({ section }) => section)]),
  ]

  it('are each of one thing only', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it('may go in an address, a log and a key', () => {
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
  })

  it('stay what links and stories call them', () => {
    expect(ids).toEqual(
      expect.arrayContaining([
        'example-theme-sport',
        'example-item-sp-01',
        'example-book-sport-green',
        'example-section-sport-about',
        'example-person-fatima-el-amrani',
        'example-person-omer-kaplan',
        'example-person-stanislaw-wrona',
      ]),
    )
  })
})
