import { describe, expect, it } from 'vitest'
import { presenceMessages } from './presence.ts'
import { sectionCommands } from './section-structure.ts'

const examples = {
  'section:add': { book: 'book-1', heading: 'Kantines', after: null },
  'section:rename': { book: 'book-1', section: 'section-1', heading: 'Kantines' },
  'section:move': { book: 'book-1', section: 'section-1', after: 'section-2' },
  'section:remove': { book: 'book-1', section: 'section-1' },
  'section:restore': { book: 'book-1', section: 'section-1' },
  'presence:enter': { book: 'book-1' },
  'presence:move': { section: null },
} as const

const schemas = { ...sectionCommands, ...presenceMessages }

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

  it.each([null, 'text', 7, [], { book: '../x', section: '<b>', heading: 'x' }])('is not understood as %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false)
  })
})
