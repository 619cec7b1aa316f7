import { getSchema } from '@tiptap/core'
import { textMarks, textNodes } from '@witboek/book'
import { describe, expect, it } from 'vitest'
import { isSafeAddress, textExtensions } from './text-extensions.ts'

const schema = getSchema(textExtensions)
const attributes = (types: typeof schema.nodes | typeof schema.marks) =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, Object.keys(type.spec.attrs ?? {}).sort()]))
const sorted = (list: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(list).map(([name, attrs]) => [name, [...attrs].sort()]))

describe('the editor and the guard of a section hold the same list', () => {
  it('of nodes, with their attributes', () => {
    const { doc, text, ...nodes } = attributes(schema.nodes)
    expect([doc, text]).toEqual([[], []])
    expect(nodes).toEqual(sorted(textNodes))
  })

  it('of marks, with their attributes', () => {
    expect(attributes(schema.marks)).toEqual(sorted(textMarks))
  })
})

describe('addresses', () => {
  it.each([
    ['https://www.zeist.nl', true],
    ['http://zeist.nl', true],
    ['mailto:griffie@zeist.nl', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['/thema/sport', false],
  ])('%s is safe: %s', (address, safe) => {
    expect(isSafeAddress(address)).toBe(safe)
  })
})
