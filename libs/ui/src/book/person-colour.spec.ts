import { describe, expect, it } from 'vitest'
import { personColour, personColours, personLine, personLines } from './person-colour.ts'

describe('the colour of a person', () => {
  it('is the same every time, and one of those there are', () => {
    for (const person of ['', 'a', 'person-fatima', '01m85ty0q59wjk7myedwgyxmw4']) {
      expect(personColour(person)).toBe(personColour(person))
      expect(personColour(person)).toBeGreaterThanOrEqual(0)
      expect(personColour(person)).toBeLessThan(personColours)
    }
  })

  it('spreads a theme group over all colours', () => {
    const used = new Set(Array.from({ length: 60 }, (_, n) => personColour(`person-${n}`)))
    expect(used.size).toBe(personColours)
  })

  it('goes with a line of its own, so that two people with one colour still differ', () => {
    const looks = new Set(Array.from({ length: 300 }, (_, n) => `${personColour(`p-${n}`)} ${personLine(`p-${n}`)}`))
    expect(looks.size).toBe(personColours * personLines)
  })
})
