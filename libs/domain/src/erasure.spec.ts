import { describe, expect, it } from 'vitest'
import { erasePerson, meansName, nextPseudonym } from './erasure.ts'
import type { PersonId, ThemeId } from './ids.ts'
import { roles, type Actor, type Person, type Role, type Seat } from './people.ts'
import { phases, type Phase } from './phase.ts'
import type { Refusal } from './result.ts'

const sport = 'sport' as ThemeId
const seat = (role: Role, theme: ThemeId | null = null): Seat => ({ role, theme })
const person = (id: string, ...seats: Seat[]): Person => ({ id: id as PersonId, name: `${id}!`, background: '', seats })
const actorOf = ({ id, name, seats: [first] }: Person): Actor | null =>
  first ? { person: id, name, seat: first } : null

const mies = person('mies', seat('administrator'))
const anna = person('anna', seat('chef', sport))
const noor = person('noor', seat('expert', sport))
const bram = person('bram')
const everybody = [mies, anna, noor, bram]

const asked = (
  who: Person,
  by: Person = who,
  {
    people = everybody,
    phase = 'green' as Phase,
    erased = [] as readonly PersonId[],
    keepName = false,
    actor = actorOf(by),
  } = {},
) => erasePerson(people, { person: who.id, keepName }, { phase, erased }, { person: by.id, actor })

describe('[PRIVACY-4] somebody who stops', () => {
  it.each(phases)('may do so in every phase: %s', (phase) => {
    expect(asked(noor, noor, { phase })).toEqual({ ok: true, value: { person: noor, name: 'Oud-deelnemer 1' } })
  })

  it('needs no seat for it', () => {
    expect(asked(bram).ok).toBe(true)
  })

  it('may leave the public name with the words', () => {
    expect(asked(noor, noor, { keepName: true })).toMatchObject({ value: { name: 'noor!' } })
  })

  it.each(phases)('may be the only Chef before the theme groups start, and after the archive: %s', (phase) => {
    const missed = phases.indexOf(phase) >= phases.indexOf('started') && phase !== 'archived'
    expect(asked(anna, anna, { phase })).toMatchObject(missed ? { refusal: { code: 'last-seat' } } : { ok: true })
  })

  it('may be a Chef when another one is left, and an administrator too', () => {
    const two = [...everybody, person('els', seat('chef', sport)), person('kees', seat('administrator'))]
    expect(asked(anna, anna, { people: two }).ok).toBe(true)
    expect(asked(mies, mies, { people: two }).ok).toBe(true)
  })

  it.each<[string, Person, Refusal['code'], readonly PersonId[]]>([
    ['the last administrator', mies, 'last-seat', []],
    ['who has stopped before', noor, 'person-not-found', [noor.id]],
    ['who was never here', person('nobody'), 'person-not-found', []],
  ])('is not %s', (_, who, code, erased) => {
    expect(asked(who, who, { erased })).toEqual({ ok: false, refusal: { code } })
  })
})

describe('[PRIVACY-4] somebody else', () => {
  it.each(roles)('is erased by an administrator only: %s', (role) => {
    const by = person('by', seat(role, role === 'chef' || role === 'expert' || role === 'guest' ? sport : null))
    const answer = asked(noor, by, { people: [...everybody, by] })
    expect(answer).toMatchObject(
      role === 'administrator' ? { ok: true } : { refusal: { code: 'not-for-your-role', role } },
    )
  })

  it('is not erased by who holds no seat', () => {
    expect(asked(noor, bram)).toEqual({ ok: false, refusal: { code: 'not-signed-in' } })
  })
})

describe('[PRIVACY-5] a pseudonym', () => {
  it('is counted up, and passes over a name that somebody has', () => {
    expect(nextPseudonym([], 11)).toBe('Oud-deelnemer 12')
    const chosen = ['Oud-deelnemer 1', 'oud-Deelnemer 2', 'Oud-deelnemer 4'].map((name) => ({ name }))
    expect(nextPseudonym(chosen, 0)).toBe('Oud-deelnemer 3')
  })
})

describe('a name typed as a sign', () => {
  it.each([
    ['Noor uit Oost', true],
    ['  noor uit  oost ', true],
    ['Noor', false],
    ['', false],
  ])('"%s": %s', (typed, means) => {
    expect(meansName(typed, 'Noor uit Oost')).toBe(means)
  })
})
