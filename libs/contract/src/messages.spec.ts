import { editRefusals, type Block } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { accessCommands } from './access.ts'
import { remarkCommands } from './editorial-remark.ts'
import { parkedCommands } from './parked-edit.ts'
import { presenceMessages } from './presence.ts'
import { lockCommands } from './section-lock.ts'
import { sectionCommands } from './section-structure.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text, bold: true }] })
const pieces = [{ at: 'AQID', inline: false, blocks: [paragraph('’s Maandags dicht')] }]
const lockWish = { reason: 'even praten', until: 1_301_684_400_000 }

const examples = {
  'section:add': { book: 'book-1', heading: 'Kantines', after: null },
  'section:rename': { book: 'book-1', section: 'section-1', heading: 'Kantines' },
  'section:move': { book: 'book-1', section: 'section-1', after: 'section-2' },
  'section:remove': { book: 'book-1', section: 'section-1' },
  'section:restore': { book: 'book-1', section: 'section-1' },
  'section:lock': { book: 'book-1', section: 'section-1', ...lockWish },
  'section:unlock': { book: 'book-1', section: 'section-1' },
  'section:focus': { book: 'book-1', section: 'section-1', ...lockWish },
  'book:freeze': { book: 'book-1', ...lockWish },
  'book:unfreeze': { book: 'book-1' },
  'edit:park': { book: 'book-1', section: 'section-1', id: 'words-1', code: 'section-locked', pieces },
  'edit:hand-over': { book: 'book-1', id: 'words-1' },
  'edit:withdraw': { book: 'book-1', id: 'words-1' },
  'edit:admit': { book: 'book-1', id: 'words-1' },
  'edit:give-back': { book: 'book-1', id: 'words-1' },
  'seat:end': { person: 'person-1', theme: 'theme-1' },
  'phase:reach': { phase: 'green_review' },
  'remarks:allow': { allowed: true },
  'remark:place': { book: 'book-1', section: 'section-1', text: 'Dit is de begroting van 2011.' },
  'remark:remove': { book: 'book-1', section: 'section-1', remark: 'remark-1' },
  'presence:enter': { book: 'book-1' },
  'presence:move': { section: null },
} as const

const schemas = {
  ...sectionCommands,
  ...lockCommands,
  ...parkedCommands,
  ...accessCommands,
  ...remarkCommands,
  ...presenceMessages,
}

const freeText = ['heading', 'reason', 'text']

describe.each(Object.keys(schemas) as (keyof typeof schemas)[])('the message %s', (name) => {
  const schema = schemas[name]
  const example = examples[name]

  it('is understood', () => {
    expect(schema.safeParse(example).success).toBe(true)
  })

  it('is not understood with a field it does not have', () => {
    expect(schema.safeParse({ ...example, role: 'chef' }).success).toBe(false)
  })

  it.each(Object.keys(example))('is not understood without %s, and says which field is wrong', (field) => {
    const parsed = schema.safeParse({ ...example, [field]: undefined })
    expect(parsed.error?.issues[0]?.path).toEqual([field])
  })

  it.each(Object.keys(example))('is not understood with %s of another kind, and says which field is wrong', (field) => {
    for (const wrong of [{ any: 'thing' }, -1.5, '', 'x'.repeat(100_000)]) {
      const parsed = schema.safeParse({ ...example, [field]: wrong })
      // Words of the Chef may be empty: what the rule makes of that is not the message's concern.
      if (wrong !== '' || !freeText.includes(field)) expect(parsed.error?.issues[0]?.path).toEqual([field])
    }
  })

  it.each([null, 'text', 7, [], { book: '../x', section: '<b>', heading: 'x' }])('is not understood as %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false)
  })
})

describe('a lock', () => {
  it.each([null, 1_301_684_400_000])('may end at %s', (until) => {
    expect(lockCommands['book:freeze'].safeParse({ book: 'book-1', reason: '', until }).success).toBe(true)
  })

  it.each([-1, 0, 1.5, '20:00', Infinity])('does not end at %s', (until) => {
    expect(lockCommands['book:freeze'].safeParse({ book: 'book-1', reason: '', until }).success).toBe(false)
  })
})

describe('words set aside', () => {
  const read = (change: object) =>
    parkedCommands['edit:park'].safeParse({ ...examples['edit:park'], ...change }).success
  const withBlocks = (blocks: unknown) => read({ pieces: [{ at: '', inline: false, blocks }] })

  it.each(editRefusals)('are understood with the reason %s', (code) => {
    expect(read({ code })).toBe(true)
  })

  it.each(['heading-empty', 'surprise', '', 'toString'])('are not understood with the reason “%s”', (code) => {
    expect(read({ code })).toBe(false)
  })

  it('come with everything a section can hold, as deep as it goes', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 3, text: [{ text: 'Kantines' }] },
      { kind: 'list', ordered: true, items: [[paragraph('een'), { kind: 'list', ordered: false, items: [] }]] },
      { kind: 'quote', blocks: [paragraph('zei ze')] },
      { kind: 'table', rows: [[{ header: true, blocks: [paragraph('Post')] }]] },
      { kind: 'paragraph', text: [{ text: 'zie', link: 'https://example.nl', italic: true }] },
    ]
    expect(withBlocks(blocks)).toBe(true)
  })

  it.each([
    ['no piece', { pieces: [] }],
    ['a place that is none', { pieces: [{ at: '<b>', inline: false, blocks: [] }] }],
    ['more than a person writes', { pieces: [{ at: '', inline: false, blocks: [paragraph('x'.repeat(20_001))] }] }],
    [
      'many small pieces that are too much together',
      { pieces: Array(150).fill({ ...pieces[0], blocks: [paragraph('x'.repeat(900))] }) },
    ],
  ])('are not understood with %s', (_, change) => {
    expect(read(change)).toBe(false)
  })

  it.each([
    ['a block of another kind', [{ kind: 'script', text: [] }]],
    ['a heading of the page itself', [{ kind: 'heading', level: 1, text: [] }]],
    ['a field that is not there', [{ kind: 'paragraph', text: [{ text: 'x', colour: 'red' }] }]],
    ['text that is none', [{ kind: 'paragraph', text: 'x' }]],
  ])('are not understood with %s', (_, blocks) => {
    expect(withBlocks(blocks)).toBe(false)
  })

  it('are not understood when they are nested deeper than anybody writes, and cost nothing to refuse', () => {
    const quoted = (times: number): unknown => {
      let deep: unknown = paragraph('x')
      for (let i = 0; i < times; i++) deep = { kind: 'quote', blocks: [deep] }
      return deep
    }
    expect(withBlocks([quoted(60)])).toBe(true)
    expect(withBlocks([quoted(10_000)])).toBe(false)
  })
})

describe('who may write', () => {
  it.each(['green', 'archived'])('changes with the phase %s', (phase) => {
    expect(accessCommands['phase:reach'].safeParse({ phase }).success).toBe(true)
  })

  it.each(['', 'red', 'toString', null])('does not change with the phase %s', (phase) => {
    expect(accessCommands['phase:reach'].safeParse({ phase }).success).toBe(false)
  })
})
