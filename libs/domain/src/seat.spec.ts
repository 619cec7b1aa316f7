import { describe, expect, it } from 'vitest'
import type { PersonId, ThemeId } from './ids.ts'
import { roles, type Actor, type Person, type Role, type Seat } from './people.ts'
import { giveSeat, themeRoles, withSeat } from './seat.ts'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId

const holding = (...seats: Seat[]): Person => ({ id: 'noor' as PersonId, name: 'Noor', background: '', seats })
const seat = (role: Role, theme: ThemeId | null = null): Seat => ({ role, theme })
const by = (role: Role, theme: ThemeId | null = null): Actor => ({
  person: 'giver' as PersonId,
  name: '',
  seat: { role, theme },
})

describe('[RIGHTS-3] one person', () => {
  it.each<[Seat, Seat, string]>([
    [seat('chef', sport), seat('expert', sport), 'roles-do-not-go-together'],
    [seat('expert', sport), seat('chef', sport), 'roles-do-not-go-together'],
    [seat('civilServant'), seat('expert', sport), 'roles-do-not-go-together'],
    [seat('expert', sport), seat('civilServant'), 'roles-do-not-go-together'],
    [seat('financialAdviser'), seat('councillor'), 'roles-do-not-go-together'],
    [seat('councillor'), seat('financialAdviser'), 'roles-do-not-go-together'],
    [seat('administrator'), seat('auditor'), 'roles-do-not-go-together'],
    [seat('auditor'), seat('lead'), 'roles-do-not-go-together'],
    [seat('chef', sport), seat('auditor'), 'roles-do-not-go-together'],
    [seat('expert', sport), seat('expert', care), 'one-theme-group'],
    [seat('expert', sport), seat('expert', sport), 'seat-already-held'],
    [seat('lead'), seat('lead'), 'seat-already-held'],
  ])('who holds %o is not given %o: %s', (held, wanted, code) => {
    expect(withSeat(holding(held), wanted)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each<[Seat, Seat]>([
    [seat('chef', sport), seat('expert', care)],
    [seat('chef', sport), seat('chef', care)],
    [seat('civilServant'), seat('chef', sport)],
    [seat('lead'), seat('administrator')],
    [seat('councillor'), seat('expert', sport)],
  ])('who holds %o can be given %o, behind it', (held, wanted) => {
    expect(withSeat(holding(held), wanted)).toEqual({ ok: true, value: holding(held, wanted) })
  })

  it.each(roles)('sits as %s in a theme group, or in the dialogue as a whole, and not in the other', (role) => {
    const wrong = seat(role, themeRoles.includes(role) ? null : sport)
    expect(withSeat(holding(), wrong)).toMatchObject({ refusal: { code: 'seat-not-found' } })
  })
})

describe('[RIGHTS-4] seats are given', () => {
  const given = (giver: Role, role: Role) =>
    giveSeat(holding(), seat(role, themeRoles.includes(role) ? sport : null), by(giver, sport), { phase: 'green' })

  it('by the administrator: every one but a guest’s, which only a meeting gives', () => {
    expect(roles.filter((role) => !given('administrator', role).ok)).toEqual(['guest'])
  })

  it('by the lead: all but those who watch over the system and the record', () => {
    expect(roles.filter((role) => !given('lead', role).ok)).toEqual(['lead', 'administrator', 'auditor', 'guest'])
  })

  it('not to themselves, but by the administrator', () => {
    const own = (role: Role) =>
      giveSeat({ ...holding(), id: 'giver' as PersonId }, seat('clerk'), by(role), { phase: 'green' })
    expect(own('lead')).toEqual({ ok: false, refusal: { code: 'not-to-yourself' } })
    expect(own('administrator').ok).toBe(true)
  })

  it('by nobody else', () => {
    for (const giver of roles)
      if (giver !== 'lead' && giver !== 'administrator') expect(given(giver, 'expert').ok, giver).toBe(false)
  })

  it('and no more once the dialogue is in the archive', () => {
    expect(giveSeat(holding(), seat('expert', sport), by('lead'), { phase: 'archived' })).toEqual({
      ok: false,
      refusal: { code: 'not-in-this-phase' },
    })
  })
})
