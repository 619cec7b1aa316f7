import { describe, expect, it } from 'vitest'
import { changeDialogue, endSeat, holdsSeat, withDialogueFact } from './access.ts'
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

const reach = (phase: Phase, next: Phase, by = lead) =>
  changeDialogue({ phase, editorialRemarks: false }, { type: 'phase:reach', phase: next }, by)
const allow = (editorialRemarks: boolean, allowed: boolean, by = lead) =>
  changeDialogue({ phase: 'green', editorialRemarks }, { type: 'remarks:allow', allowed }, by)

describe('[ACCESS-2] the lead goes on to a phase', () => {
  const others: readonly Phase[] = ['framed', 'reviewed', 'decided']

  it.each(phases.slice(1).map((phase, i) => [phases[i] as Phase, phase] as const))('%s → %s', (current, phase) => {
    expect(reach(current, phase)).toEqual(
      others.includes(phase)
        ? { ok: false, refusal: { code: 'not-for-your-role', role: 'lead' } }
        : { ok: true, value: { type: 'phase:reached', phase } },
    )
  })

  it('never over one, never back, never on the spot', () => {
    for (const [i, current] of phases.entries())
      for (const [j, phase] of phases.entries())
        if (j !== i + 1) expect(reach(current, phase)).toEqual({ ok: false, refusal: { code: 'phase-not-next' } })
  })

  it.each(roles.filter((role) => role !== 'lead'))('and a %s does not', (role) => {
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
