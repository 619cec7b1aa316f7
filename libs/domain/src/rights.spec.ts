import { describe, expect, it } from 'vitest'
import type { PersonId, ThemeId } from './ids.ts'
import { roles, type Actor, type Role } from './people.ts'
import { phases, type Phase } from './phase.ts'
import { may, rights, type Act } from './rights.ts'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId
const by = (role: Role, theme: ThemeId | null): Actor => ({
  person: 'noor' as PersonId,
  name: '',
  seat: { role, theme },
})

/** Who may, in the green phase with remarks allowed: in the own theme, and in another one. Everybody else may not. */
const inTheGreenPhase: { readonly [A in Act]: readonly [own: readonly Role[], other: readonly Role[]] } = {
  'dialogue:read': [roles, roles],
  'group:read': [roles, roles],
  'book:read': [
    ['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor', 'guest'],
    ['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor'],
  ],
  'book:write': [['expert'], []],
  'book:order': [['chef'], []],
  'book:remark': [['chef'], []],
  'dialogue:set-up': [['administrator'], ['administrator']],
  'phase:reach': [
    ['lead', 'clerk'],
    ['lead', 'clerk'],
  ],
  'remarks:allow': [['lead'], ['lead']],
  'people:read': [
    ['lead', 'administrator', 'auditor'],
    ['lead', 'administrator', 'auditor'],
  ],
  'seat:give': [
    ['lead', 'administrator'],
    ['lead', 'administrator'],
  ],
  'seat:end': [
    ['lead', 'administrator'],
    ['lead', 'administrator'],
  ],
  'person:erase': [['administrator'], ['administrator']],
  'invitation:read': [
    ['lead', 'administrator', 'auditor', 'chef'],
    ['lead', 'administrator', 'auditor'],
  ],
  'invitation:send': [
    ['lead', 'administrator', 'chef'],
    ['lead', 'administrator'],
  ],
  'meeting:read': [
    ['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor', 'guest'],
    ['civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor'],
  ],
  'meeting:preview': [
    ['lead', 'auditor', 'chef'],
    ['lead', 'auditor'],
  ],
  'meeting:plan': [['lead', 'chef'], ['lead']],
  'meeting:show': [['lead', 'chef'], ['lead']],
  'meeting:lead': [['chef'], []],
  'meeting:join': [
    ['expert', 'chef', 'guest', 'lead', 'clerk', 'civilServant', 'financialAdviser'],
    ['lead', 'clerk', 'civilServant', 'financialAdviser'],
  ],
  'meeting:settle': [['lead'], ['lead']],
  'poll:lead': [['chef'], []],
  'poll:vote': [['expert'], []],
  'hands:confirm': [
    ['expert', 'chef', 'lead', 'clerk', 'civilServant', 'financialAdviser'],
    ['lead', 'clerk', 'civilServant', 'financialAdviser'],
  ],
  'poll:audit': [['auditor'], ['auditor']],
  'record:read': [['auditor'], ['auditor']],
}

const acts = Object.keys(rights) as Act[]
const place = (phase: Phase) => ({ phase, theme: sport, kind: 'green', editorialRemarks: true }) as const
const allowed = (act: Act, theme: ThemeId, phase: Phase = 'green') =>
  roles.filter((role) => may(act, by(role, theme), place(phase)).ok)

describe('[RIGHTS-1] in the green phase', () => {
  it.each(acts)('%s is for these roles, and for no other', (act) => {
    const [own, other] = inTheGreenPhase[act]
    expect(new Set(allowed(act, sport)), 'own theme').toEqual(new Set(own))
    expect(new Set(allowed(act, care)), 'another theme').toEqual(new Set(other))
  })

  it.each<[Act, readonly Role[]]>([
    ['meeting:read', ['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor']],
    ['meeting:preview', ['lead', 'auditor']],
    ['meeting:plan', ['lead']],
    ['meeting:show', ['lead', 'chef']],
    ['meeting:lead', ['lead']],
    ['meeting:join', ['expert', 'chef', 'lead', 'clerk', 'civilServant', 'financialAdviser']],
    ['meeting:settle', ['lead']],
    ['poll:lead', ['lead']],
    ['poll:vote', ['expert']],
    ['hands:confirm', ['expert', 'chef', 'lead', 'clerk', 'civilServant', 'financialAdviser']],
  ])('%s, of a meeting of all themes together, is for these roles in whatever theme', (act, expected) => {
    const plenary = { phase: 'green', theme: null } as const
    for (const theme of [sport, care])
      expect(new Set(roles.filter((role) => may(act, by(role, theme), plenary).ok))).toEqual(new Set(expected))
    expect(may('meeting:lead', by('lead', null), place('green')), 'of a theme').toMatchObject({
      refusal: { code: 'not-for-your-role' },
    })
  })

  it('whoever has not signed in sees the dialogue, and nothing else', () => {
    expect(acts.filter((act) => may(act, null, place('green')).ok)).toEqual(['dialogue:read'])
    expect(may('book:read', null, place('green'))).toEqual({ ok: false, refusal: { code: 'not-signed-in' } })
  })

  it('says why not: the role, or the theme', () => {
    expect(may('book:write', by('lead', null), place('green'))).toMatchObject({
      refusal: { code: 'not-for-your-role', role: 'lead' },
    })
    expect(may('invitation:send', by('chef', care), place('green'))).toMatchObject({
      refusal: { code: 'not-your-theme-group' },
    })
  })
})

describe('[RIGHTS-2] over the phases', () => {
  const during = (act: Act, role: Role) => phases.filter((phase) => may(act, by(role, sport), place(phase)).ok)
  const from = (phase: Phase, until: Phase = 'archived') => phases.slice(phases.indexOf(phase), phases.indexOf(until))

  it.each<[Act, Role, readonly Phase[]]>([
    ['book:write', 'expert', ['green']],
    ['book:order', 'chef', ['green']],
    ['book:read', 'expert', phases],
    ['book:read', 'councillor', phases.slice(phases.indexOf('green_review'))],
    ['invitation:send', 'chef', from('recruiting')],
    ['invitation:send', 'lead', from('preparing')],
    ['seat:give', 'administrator', from('preparing')],
    ['seat:end', 'administrator', phases],
    ['meeting:plan', 'chef', from('recruiting')],
    ['meeting:lead', 'chef', from('started')],
    ['meeting:join', 'expert', from('started')],
    ['meeting:settle', 'lead', from('preparing')],
    ['poll:lead', 'chef', from('started')],
    ['poll:vote', 'expert', from('started')],
    ['hands:confirm', 'civilServant', from('started')],
    ['poll:audit', 'auditor', phases],
    ['remarks:allow', 'lead', from('preparing')],
    ['record:read', 'auditor', phases],
  ])('%s by a %s', (act, role, expected) => {
    expect(during(act, role)).toEqual(expected)
  })

  it('says when it is the phase', () => {
    expect(may('meeting:lead', by('chef', sport), place('recruiting'))).toMatchObject({
      refusal: { code: 'not-in-this-phase' },
    })
  })
})
