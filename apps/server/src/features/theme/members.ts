import type { ThemeMember } from '@witboek/contract'
import type { Person, Role, ThemeId } from '@witboek/domain'

/** The people who hold a role in a theme group; `with ids` only for those who can end their seats. */
export const membersOf = (
  people: readonly Person[],
  theme: ThemeId,
  role: Role,
  named: 'with ids' | 'without' = 'without',
): readonly ThemeMember[] =>
  people
    .filter(({ seats }) => seats.some((seat) => seat.theme === theme && seat.role === role))
    .map(({ id, name, background }) => ({ ...(named === 'with ids' ? { person: id } : {}), name, background }))
