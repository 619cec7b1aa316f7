import { describe, expect, it } from 'vitest'
import { askedIn, isFiltered, pageFor, questionFor } from './asked.ts'

const asked = (query: string) => askedIn(new URLSearchParams(query))
const newest = asked('')

describe('what of the record is asked for', () => {
  it.each([
    ['', '/api/record?chain=dialogue'],
    ['thema=&soort=&wie=', '/api/record?chain=dialogue'],
    ['keten=systeem', '/api/record?chain=installation'],
    ['thema=sport&soort=section:locked', '/api/record?chain=dialogue&theme=sport&type=section%3Alocked'],
    ['wie=marit&voor=51', '/api/record?chain=dialogue&person=marit&before=51'],
    ['na=51', '/api/record?chain=dialogue&after=51'],
    ['iets=anders', '/api/record?chain=dialogue'],
  ])('by the address ?%s is the question %s', (query, question) => expect(questionFor(asked(query))).toBe(question))

  it.each(['', 'keten=systeem', 'thema=sport&soort=section%3Alocked&wie=marit&voor=51', 'na=1'])(
    'is in the address again: ?%s',
    (query) => expect(pageFor(asked(query))).toBe(query === '' ? '/vastlegging' : `/vastlegging?${query}`),
  )

  it('can have the chain checked on the way', () => {
    expect(pageFor(newest, { check: true })).toBe('/vastlegging?controleer=1')
  })

  it('is a choice, or all there is', () => {
    expect([newest, asked('voor=7'), asked('keten=systeem')].map(isFiltered)).toEqual([false, false, false])
    expect([asked('thema=a'), asked('soort=a:b'), asked('wie=c')].map(isFiltered)).toEqual([true, true, true])
  })
})
