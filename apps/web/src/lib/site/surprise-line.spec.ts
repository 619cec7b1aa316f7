import { describe, expect, it } from 'vitest'
import { surpriseLine } from './surprise-line.ts'

/** An error as it comes out of a browser. */
const failed = (message: string, stack: string, name = 'TypeError') =>
  Object.assign(new Error(message), { name, stack: `${name}: ${message}\n${stack}` })

const theme = 'Cannot read properties of null (reading ‘theme’)'
const part = 'https://witboek.example/_app/immutable/nodes/7.Bx1.js:1:2345'

describe('what the console says of something nobody expected', () => {
  it.each([
    ['Chromium', `    at Head (${part})\n    at https://witboek.example/_app/immutable/chunks/a.js:9:1`],
    ['Firefox and Safari', `Head@${part}\nhttps://witboek.example/_app/immutable/chunks/a.js:9:1`],
  ])('is what went wrong, on which kind of page and where, in %s', (_, stack) => {
    expect(surpriseLine(failed(theme, stack), '/bijeenkomst/[meeting]')).toBe(
      `Witboek: something went wrong on /bijeenkomst/[meeting]: TypeError: ${theme} (immutable/nodes/7.Bx1.js:1:2345)`,
    )
  })

  it('is one line, without what somebody typed, an address of theirs, or that of the page', () => {
    const quoting = `Unexpected token 'J', "Jan de Wit\n zegt" is not valid JSON, said jan@zeist.example\nhere`
    const stack = '    at https://witboek.example/uitnodiging/a-key-of-a-letter:12:3'
    const line = surpriseLine(failed(quoting, stack, 'SyntaxError'), '/uitnodiging/[token]')
    expect(line).toBe(
      `Witboek: something went wrong on /uitnodiging/[token]: SyntaxError: Unexpected token 'J', "…" is not valid JSON, said [address] here`,
    )
  })

  it('is as much as is known of what is no error at all, on no page of ours', () => {
    expect(surpriseLine('Jan de Wit', null)).toBe('Witboek: something went wrong on a page: string')
  })
})
