import { describe, expect, it } from 'vitest'
import { lineOf, withAddress } from './fixed-line.ts'

const list = 'naam;e-mail\r\nMo;Mo@Voorbeeld\r\n\nEls;els@voorbeeld.example'

describe('a line of a list', () => {
  it.each([
    [1, 'naam;e-mail'],
    [2, 'Mo;Mo@Voorbeeld'],
    [3, ''],
    [4, 'Els;els@voorbeeld.example'],
  ])('has number %i', (line, expected) => {
    expect(list.slice(...lineOf(list, { line }))).toBe(expected)
  })

  it('gets another address, and all else stays', () => {
    expect(withAddress(list, { line: 2, email: 'mo@voorbeeld' }, 'mo@voorbeeld.example')).toBe(
      'naam;e-mail\r\nMo;mo@voorbeeld.example\r\n\nEls;els@voorbeeld.example',
    )
  })

  it('stays as it is when nothing like it stands there', () => {
    expect(withAddress(list, { line: 4, email: 'mo@voorbeeld' }, 'mo@voorbeeld.example')).toBeNull()
    expect(withAddress(list, { line: 3, email: '' }, 'mo@voorbeeld.example')).toBeNull()
  })
})
