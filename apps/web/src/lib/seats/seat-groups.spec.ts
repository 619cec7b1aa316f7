import type { ExampleSeat } from '@witboek/contract'
import { describe, expect, it } from 'vitest'
import { seatGroups } from './seat-groups.ts'

const seat = (name: string, role: ExampleSeat['role'], slug?: string): ExampleSeat => ({
  person: name as ExampleSeat['person'],
  name,
  background: '',
  role,
  theme: slug ? { slug, name: slug } : null,
})

describe('the seats of the example', () => {
  const groups = seatGroups([
    seat('Fatima', 'expert', 'sport'),
    seat('Marit', 'chef', 'sport'),
    seat('Tom', 'expert', 'zorg'),
    seat('Roos', 'councillor'),
    seat('Margriet', 'lead'),
  ])

  it('are together per theme, the Chef first', () => {
    expect(groups.themes.map(({ slug, seats }) => [slug, ...seats.map(({ name }) => name)])).toEqual([
      ['sport', 'Marit', 'Fatima'],
      ['zorg', 'Tom'],
    ])
  })

  it('and, for those in the dialogue as a whole, in the order of the roles', () => {
    expect(groups.atLarge.map(({ name }) => name)).toEqual(['Margriet', 'Roos'])
  })
})
