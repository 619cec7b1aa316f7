import { describe, expect, it } from 'vitest'
import { merkleRoot } from './merkle.ts'
import { hashOf } from './testing/a-poll.ts'

const root = (...lines: readonly string[]) => merkleRoot(lines, hashOf)
const leaf = (line: string) => hashOf(`leaf ${line}`)
const node = (left: string, right: string) => hashOf(`node ${left} ${right}`)

describe('[POLL-15] the root of the ballots', () => {
  it('is made of two neighbours each time, and the last of an odd number goes up as it is', () => {
    expect(root()).toBe(hashOf(''))
    expect(root('a')).toBe(leaf('a'))
    expect(root('a', 'b', 'c')).toBe(node(node(leaf('a'), leaf('b')), leaf('c')))
    expect(root('a', 'b', 'c', 'd', 'e')).toBe(
      node(node(node(leaf('a'), leaf('b')), node(leaf('c'), leaf('d'))), leaf('e')),
    )
  })

  it('is another for other lines, another order, one more and one less', () => {
    const lists = [
      ['a', 'b', 'c'],
      ['a', 'b', 'd'],
      ['b', 'a', 'c'],
      ['a', 'b', 'c', 'c'],
      ['a', 'b'],
      ['a b', 'c'],
    ]
    expect(new Set(lists.map((lines) => root(...lines))).size).toBe(lists.length)
  })

  it('is not that of a line which says what two hashes say', () => {
    expect(root(`${leaf('a')} ${leaf('b')}`)).not.toBe(root('a', 'b'))
  })
})
