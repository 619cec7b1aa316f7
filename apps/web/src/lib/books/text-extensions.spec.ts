import { getSchema } from '@tiptap/core'
import type { ContentMatch, NodeType } from '@tiptap/pm/model'
import { textChildren, textMarks, textNodes } from '@witboek/book'
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

  it('[GUARD-7] of what may stand in what', () => {
    const allowed = (parent: string) =>
      Object.values(schema.nodes)
        .filter((child) => mayContain(schema.nodes[parent === 'body' ? 'doc' : parent], child))
        .map(({ name }) => name)
        .sort()
    for (const [parent, children] of Object.entries(textChildren)) {
      expect([parent, ...allowed(parent)]).toEqual([parent, ...[...children].sort()])
    }
  })

  it('[GUARD-8] no mark stands twice on the same letters, or its name would get a number behind it', () => {
    for (const mark of Object.values(schema.marks)) expect(mark.excludes(mark), mark.name).toBe(true)
  })
})

/** Whether the child has a place anywhere in the parent, whatever must stand before it. */
function mayContain(parent: NodeType | undefined, child: NodeType): boolean {
  const seen = new Set<ContentMatch>()
  const rest = parent ? [parent.contentMatch] : []
  for (let match = rest.pop(); match; match = rest.pop()) {
    if (seen.has(match)) continue
    seen.add(match)
    for (let edge = 0; edge < match.edgeCount; edge++) {
      const { type, next } = match.edge(edge)
      if (type === child) return true
      rest.push(next)
    }
  }
  return false
}

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
