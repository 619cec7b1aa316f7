import { describe, expect, it } from 'vitest'
import { changeDialogue, endSeat, holdsSeat, removePerson, takesStep, withDialogueFact } from './access.ts'
import type { DialogueFact } from './book.ts'
import type { Dialogue } from './dialogue.ts'
import type { PersonId, ThemeId } from './ids.ts'
import { roles, type Actor, type Person, type Role, type Seat } from './people.ts'
import { phases, type Phase } from './phase.ts'
import type { Refusal } from './result.ts'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId
const person = (name: string, ...seats: readonly Seat[]): Person => ({
  id: name as PersonId,
  name,
  background: '',
  seats,
})
const seat = (role: Role, theme: ThemeId | null = sport): Seat => ({ role, theme })

const lies = person('lies', seat('lead', null))
const anna = person('anna', seat('chef'), seat('expert', care))
const noor = person('noor', seat('expert'))
const people = [lies, anna, noor, person('joop', seat('chef', care))]
const lead: Actor = { person: lies.id, name: 'lies', seat: seat('lead', null) }
const asked = (name: string, theme = sport, { of = people, phase = 'green' as Phase, by = lead } = {}) =>
  endSeat(of, { person: name as PersonId, theme }, phase, by)

describe('[ACCESS-1] the lead ends a seat', () => {
  it('of an expert; the others they hold stay', () => {
    const bram = person('bram', seat('expert'), seat('councillor', null))
    expect(asked('bram', sport, { of: [...people, bram] })).toEqual({
      ok: true,
      value: {
        person: { ...bram, seats: [seat('councillor', null)] },
        seats: [seat('expert')],
        fact: { type: 'seat:ended', person: bram.id },
      },
    })
  })

  it('of a Chef, when another one is left', () => {
    const two = [...people, person('els', seat('chef'))]
    expect(asked('anna', sport, { of: two })).toMatchObject({
      ok: true,
      value: { person: { seats: [seat('expert', care)] } },
    })
  })

  it.each(phases)('of the last Chef only before the theme groups have started: %s', (phase) => {
    const early = phases.indexOf(phase) < phases.indexOf('started')
    expect(asked('anna', sport, { phase }).ok).toBe(early)
    if (!early) expect(asked('anna', sport, { phase })).toMatchObject({ refusal: { code: 'last-seat' } })
  })

  it.each<[string, string, ThemeId, Refusal['code']]>([
    ['of somebody who does not exist', 'nobody', sport, 'seat-not-found'],
    ['of somebody in another theme group', 'noor', care, 'seat-not-found'],
  ])('not %s', (_, name, theme, code) => {
    expect(asked(name, theme)).toEqual({ ok: false, refusal: { code } })
  })

  it('not of their own', () => {
    const alsoExpert = { ...lies, seats: [...lies.seats, seat('expert')] }
    expect(asked('lies', sport, { of: [alsoExpert, anna] })).toEqual({ ok: false, refusal: { code: 'last-seat' } })
  })

  it('and so does the administrator', () => {
    expect(asked('noor', sport, { by: { ...lead, seat: seat('administrator') } }).ok).toBe(true)
  })

  it.each(roles.filter((role) => role !== 'lead' && role !== 'administrator'))('and a %s does not', (role) => {
    const by = { ...lead, seat: seat(role) }
    expect(asked('noor', sport, { by })).toEqual({ ok: false, refusal: { code: 'not-for-your-role', role } })
  })
})

describe('[ACCESS-1] a seat by its role', () => {
  const administrator: Actor = { person: 'ada' as PersonId, name: 'ada', seat: seat('administrator', null) }
  const ada = person('ada', seat('administrator', null))
  const ends = (name: string, { role, theme }: Seat, by: Actor, of: readonly Person[]) =>
    endSeat(of, { person: name as PersonId, role, theme }, 'green', by)

  it('is that one and no other', () => {
    const bram = person('bram', seat('expert'), seat('councillor', null), seat('college', null))
    expect(ends('bram', seat('councillor', null), lead, [lies, bram])).toMatchObject({
      value: { person: { seats: [seat('expert'), seat('college', null)] }, seats: [seat('councillor', null)] },
    })
    expect(ends('bram', seat('clerk', null), lead, [lies, bram])).toMatchObject({ refusal: { code: 'seat-not-found' } })
    expect(ends('bram', seat('chef'), lead, [lies, bram])).toMatchObject({ refusal: { code: 'seat-not-found' } })
  })

  it.each<Role>(['lead', 'administrator', 'auditor'])(
    'of a %s is not for the lead, and for an administrator',
    (role) => {
      const of = [ada, person('els', seat(role, null)), lies]
      expect(ends('els', seat(role, null), lead, of)).toEqual({
        ok: false,
        refusal: { code: 'not-for-your-role', role: 'lead' },
      })
      expect(ends('els', seat(role, null), administrator, of).ok).toBe(true)
    },
  )

  it('of a guest is for whoever ends seats, though no one but a meeting gives it', () => {
    const els = person('els', seat('guest'))
    expect(ends('els', seat('guest'), lead, [lies, els]).ok).toBe(true)
  })

  it('of the last administrator is not ended, in whatever way somebody came to ask it', () => {
    const gone: Actor = { ...administrator, person: 'els' as PersonId }
    expect(ends('ada', seat('administrator', null), gone, [ada, lies])).toMatchObject({
      refusal: { code: 'last-seat' },
    })
  })
})

describe('[PEOPLE-4] somebody is removed', () => {
  const removed = (name: string, { of = people, phase = 'green' as Phase, by = lead } = {}) =>
    removePerson(of, name as PersonId, phase, by)

  it('with all their seats at once', () => {
    const bram = person('bram', seat('expert'), seat('councillor', null))
    expect(removed('bram', { of: [...people, bram] })).toEqual({
      ok: true,
      value: {
        person: { ...bram, seats: [] },
        seats: bram.seats,
        fact: { type: 'seat:ended', person: bram.id },
      },
    })
  })

  it('also who holds no seat any more', () => {
    expect(removed('els', { of: [...people, person('els')] })).toMatchObject({ ok: true, value: { seats: [] } })
  })

  it.each<[string, string, Refusal['code']]>([
    ['who is not known', 'nobody', 'person-not-found'],
    ['who asks it', 'lies', 'last-seat'],
    ['who is the last Chef of a theme that has started', 'anna', 'last-seat'],
  ])('but not %s', (_, name, code) => {
    expect(removed(name)).toEqual({ ok: false, refusal: { code } })
  })

  it('but not by the lead who holds a seat that the lead does not give', () => {
    const els = person('els', seat('expert'), seat('auditor', null))
    expect(removed('els', { of: [...people, els] })).toMatchObject({ refusal: { code: 'not-for-your-role' } })
  })

  it.each(roles.filter((role) => role !== 'lead' && role !== 'administrator'))('and a %s does not', (role) => {
    expect(removed('noor', { by: { ...lead, seat: seat(role) } })).toEqual({
      ok: false,
      refusal: { code: 'not-for-your-role', role },
    })
  })
})

const reach = (phase: Phase, next: Phase, by = lead) =>
  changeDialogue({ phase, editorialRemarks: false }, { type: 'phase:reach', phase: next }, by)
const allow = (editorialRemarks: boolean, allowed: boolean, by = lead) =>
  changeDialogue({ phase: 'green', editorialRemarks }, { type: 'remarks:allow', allowed }, by)

describe('[ACCESS-2] the dialogue goes on to a phase', () => {
  const recorded: readonly Phase[] = ['framed', 'reviewed', 'decided']
  const clerk: Actor = { ...lead, seat: seat('clerk', null) }

  it.each(phases.slice(1).map((phase, i) => [phases[i] as Phase, phase] as const))('%s → %s', (current, phase) => {
    const [by, notBy] = recorded.includes(phase) ? [clerk, lead] : [lead, clerk]
    expect(reach(current, phase, by)).toEqual({ ok: true, value: { type: 'phase:reached', phase } })
    expect(reach(current, phase, notBy)).toEqual({
      ok: false,
      refusal: { code: 'not-for-your-role', role: notBy.seat.role },
    })
    expect(roles.filter((role) => takesStep(role, phase))).toEqual([by.seat.role])
  })

  it('never over one, never back, never on the spot', () => {
    for (const by of [lead, clerk])
      for (const [i, current] of phases.entries())
        for (const [j, phase] of phases.entries())
          if (j !== i + 1) expect(reach(current, phase, by)).toEqual({ ok: false, refusal: { code: 'phase-not-next' } })
  })

  it.each(roles.filter((role) => role !== 'lead'))('and from green on a %s does not take it', (role) => {
    const by = { ...lead, seat: seat(role, null) }
    expect(reach('green', 'green_review', by)).toEqual({ ok: false, refusal: { code: 'not-for-your-role', role } })
  })
})

describe('[REMARK-1] the lead says whether Chefs place remarks', () => {
  it.each([true, false])('%s', (allowed) => {
    expect(allow(!allowed, allowed)).toEqual({ ok: true, value: { type: 'remarks:allowed', allowed } })
    expect(allow(allowed, allowed)).toEqual({ ok: false, refusal: { code: 'remarks-already-so' } })
  })

  it.each(roles.filter((role) => role !== 'lead'))('and a %s does not', (role) => {
    const by = { ...lead, seat: seat(role, null) }
    expect(allow(false, true, by)).toEqual({ ok: false, refusal: { code: 'not-for-your-role', role } })
  })
})

it('a dialogue is as the lead last decided', () => {
  const dialogue = { phase: 'green', editorialRemarks: false, title: 'x' } as Dialogue
  const facts: readonly DialogueFact[] = [
    { type: 'remarks:allowed', allowed: true },
    { type: 'phase:reached', phase: 'green_review' },
  ]
  expect(facts.reduce(withDialogueFact, dialogue)).toEqual({
    phase: 'green_review',
    editorialRemarks: true,
    title: 'x',
  })
})

it('a seat is held by role and theme together', () => {
  expect(holdsSeat(anna, seat('chef'))).toBe(true)
  expect(holdsSeat(anna, seat('chef', care))).toBe(false)
  expect(holdsSeat(anna, seat('expert'))).toBe(false)
  expect(holdsSeat(lies, seat('lead', null))).toBe(true)
})
