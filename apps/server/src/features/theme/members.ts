import type { ThemeMember } from '@witboek/contract'
import type { Person, Role, ThemeId } from '@witboek/domain'

/** The people who hold a role in a theme group. */
export const membersOf = (people: readonly Person[], theme: ThemeId, role: Role): readonly ThemeMember[] =>
  people
    .filter(({ seats }) => seats.some((seat) => seat.theme === theme && seat.role === role))
    .map(({ name, background }) => ({ name, background }))
