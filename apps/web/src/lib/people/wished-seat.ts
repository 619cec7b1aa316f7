import { themeRoles, type Role, type ThemeId } from '@witboek/domain'

/** The seat that was chosen; `null` as long as the choice is not whole. */
export function wishedSeat(
  role: Role | '',
  theme: ThemeId | '',
): { readonly role: Role; readonly theme: ThemeId | null } | null {
  if (role === '') return null
  if (!themeRoles.includes(role)) return { role, theme: null }
  return theme === '' ? null : { role, theme }
}
