import { describe, expect, it } from 'vitest'
import type { PersonId, ThemeId } from './ids.ts'
import { actorIn, type Person } from './people.ts'

const person: Person = {
  id: 'person' as PersonId,
  name: 'Joyce Pinas',
  background: 'Buurtsportcoach',
  seats: [
    { role: 'expert', theme: 'sport' as ThemeId },
    { role: 'lead', theme: null },
  ],
}

describe('somebody with two seats', () => {
  it.each([
    [0, 'expert'],
    [1, 'lead'],
  ])('acts from seat %d as %s, and from no other seat at that moment', (seatIndex, role) => {
    expect(actorIn(person, seatIndex)).toEqual({ person: person.id, name: person.name, seat: person.seats[seatIndex] })
    expect(actorIn(person, seatIndex)?.seat.role).toBe(role)
  })

  it.each([[2], [-1], [0.5]])('is nobody in seat %d, which does not exist', (seatIndex) => {
    expect(actorIn(person, seatIndex)).toBeNull()
  })
})
