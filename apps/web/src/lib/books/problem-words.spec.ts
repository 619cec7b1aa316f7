import { describe, expect, it } from 'vitest'
import { problemWords } from './problem-words.ts'

describe('a refusal in words', () => {
  it('is said in the language of the reader', () => {
    expect(problemWords('section-locked', 'nl')).not.toBe(problemWords('section-locked', 'en'))
  })

  it.each(['from-next-year', 'constructor', 'toString', ''])('of a newer server (%j) counts as a surprise', (code) => {
    expect(problemWords(code, 'nl')).toBe(problemWords('surprise', 'nl'))
  })
})
