import type { ExampleSeat } from '@witboek/contract'
import { roles } from '@witboek/domain'

interface ThemeSeats {
  readonly slug: string
  readonly name: string
  readonly seats: readonly ExampleSeat[]
}

/** The seats as people look for them: per theme in the order of the alphabet, its Chef first; and those in the dialogue as a whole, by role. */
export function seatGroups(seats: readonly ExampleSeat[]): {
  themes: readonly ThemeSeats[]
  atLarge: readonly ExampleSeat[]
} {
  const themes = new Map<string, { slug: string; name: string; seats: ExampleSeat[] }>()
  for (const seat of seats) {
    if (!seat.theme) continue
    const group = themes.get(seat.theme.slug) ?? { ...seat.theme, seats: [] }
    group.seats.push(seat)
    themes.set(seat.theme.slug, group)
  }
  for (const group of themes.values()) group.seats.sort((a, b) => place(a) - place(b))
  return {
    themes: [...themes.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    atLarge: seats.filter((seat) => !seat.theme).sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role)),
  }
}

const place = (seat: ExampleSeat): number => (seat.role === 'chef' ? -1 : roles.indexOf(seat.role))
