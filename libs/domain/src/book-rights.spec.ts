import { describe, expect, it } from 'vitest'
import { rightsInBook } from './book-rights.ts'
import type { BookKind } from './book.ts'
import type { MeetingId, PersonId, ThemeId } from './ids.ts'
import { roles, type Actor, type Role } from './people.ts'
import { phases, type Phase } from './phase.ts'

type Outcome = 'writes' | 'orders' | 'reads' | 'waits'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId

const actor = (role: Role, theme: ThemeId | null): Actor => ({
  person: 'person' as PersonId,
  name: 'Iemand',
  seat: { role, theme },
})

function outcome(kind: BookKind, phase: Phase, asking: Actor): Outcome {
  const rights = rightsInBook({ theme: sport, kind }, { phase, editorialRemarks: false }, asking)
  if (!rights.ok) return 'waits'
  expect(rights.value.role).toBe(asking.seat.role)
  // Whoever orders a book does not write in it, and the other way round.
  expect(rights.value.write && rights.value.order).toBe(false)
  expect(rights.value.remark).toBe(false)
  return rights.value.write ? 'writes' : rights.value.order ? 'orders' : 'reads'
}

const shownPhases = ['green', 'green_review', 'white'] as const

/** Per role: the rule, then what it may in the own theme's book and in another theme's, in each of the shown phases. */
type Row = readonly [rule: string, own: readonly Outcome[], other: readonly Outcome[]]

const reading: readonly Outcome[] = ['reads', 'reads', 'reads']
const officials: Row = ['BOOK-2', reading, reading]
const outside: readonly Outcome[] = ['waits', 'waits', 'waits']

const greenBook: Record<Role, Row> = {
  expert: ['BOOK-1', ['writes', 'reads', 'reads'], reading],
  chef: ['BOOK-4', ['orders', 'reads', 'reads'], reading],
  civilServant: officials,
  financialAdviser: officials,
  lead: officials,
  clerk: officials,
  college: ['BOOK-3', ['waits', 'reads', 'reads'], ['waits', 'reads', 'reads']],
  councillor: ['BOOK-3', ['waits', 'reads', 'reads'], ['waits', 'reads', 'reads']],
  administrator: ['BOOK-2', outside, outside],
  auditor: officials,
  guest: ['BOOK-7', reading, outside],
}

const whiteBook: Record<Role, Row> = {
  expert: ['BOOK-1', ['reads', 'reads', 'writes'], reading],
  chef: ['BOOK-4', ['reads', 'reads', 'orders'], reading],
  civilServant: officials,
  financialAdviser: officials,
  lead: officials,
  clerk: officials,
  college: ['BOOK-3', ['waits', 'waits', 'waits'], ['waits', 'waits', 'waits']],
  councillor: ['BOOK-3', ['waits', 'waits', 'waits'], ['waits', 'waits', 'waits']],
  administrator: ['BOOK-2', outside, outside],
  auditor: officials,
  guest: ['BOOK-7', reading, outside],
}

const situations = (book: Record<Role, Row>) =>
  roles.flatMap((role) => {
    const [rule, own, other] = book[role]
    return shownPhases.flatMap((phase, i) => [
      { rule, role, seat: 'own theme', theme: sport, phase, expected: own[i] },
      { rule, role, seat: 'other theme', theme: care, phase, expected: other[i] },
      { rule, role, seat: 'no theme', theme: null, phase, expected: other[i] },
    ])
  })

describe('the green book', () => {
  it.each(situations(greenBook))(
    '[$rule] $role, $seat, phase $phase: $expected',
    ({ role, theme, phase, expected }) => {
      expect(outcome('green', phase, actor(role, theme))).toBe(expected)
    },
  )
})

describe('the white book', () => {
  it.each(situations(whiteBook))(
    '[$rule] $role, $seat, phase $phase: $expected',
    ({ role, theme, phase, expected }) => {
      expect(outcome('white', phase, actor(role, theme))).toBe(expected)
    },
  )
})

describe('in every phase there is', () => {
  it.each<[BookKind, Phase]>([
    ['green', 'green'],
    ['white', 'white'],
  ])('[BOOK-1] a %s book is written in phase %s and in no other', (kind, writingPhase) => {
    const written = phases.filter((phase) => outcome(kind, phase, actor('expert', sport)) === 'writes')
    expect(written).toEqual([writingPhase])
  })

  it.each<[BookKind, Phase]>([
    ['green', 'green_review'],
    ['white', 'consolidation'],
  ])('[BOOK-3] College and councillors read a %s book from phase %s on, and hear so before it', (kind, from) => {
    for (const role of ['college', 'councillor'] as const) {
      const readable = phases.filter((phase) => outcome(kind, phase, actor(role, null)) === 'reads')
      expect(readable).toEqual(phases.slice(phases.indexOf(from)))
      expect(
        rightsInBook({ theme: sport, kind }, { phase: 'preparing', editorialRemarks: true }, actor(role, null)),
      ).toEqual({
        ok: false,
        refusal: { code: 'book-not-yet-readable', from },
      })
    }
  })

  it.each<[BookKind]>([['green'], ['white']])('[BOOK-4] only the Chef of the theme orders a %s book', (kind) => {
    for (const phase of phases)
      for (const role of roles)
        for (const theme of [sport, care, null])
          if (outcome(kind, phase, actor(role, theme)) === 'orders') expect([role, theme]).toEqual(['chef', sport])
  })

  it('[BOOK-2] whoever has not signed in reads no book', () => {
    for (const phase of phases)
      for (const kind of ['green', 'white'] as const)
        expect(rightsInBook({ theme: sport, kind }, { phase, editorialRemarks: true }, null)).toEqual({
          ok: false,
          refusal: { code: 'not-signed-in' },
        })
  })
})

describe('[BOOK-7] a guest', () => {
  const guest = (theme: ThemeId, writes: boolean): Actor => ({
    ...actor('guest', theme),
    seat: { role: 'guest', theme, guest: { meeting: 'evening' as MeetingId, writes } },
  })

  it('writes in the book of the meeting when the Chef says so, while it is written', () => {
    expect(outcome('green', 'green', guest(sport, true))).toBe('writes')
    expect(outcome('green', 'green', guest(sport, false))).toBe('reads')
    expect(outcome('green', 'green_review', guest(sport, true))).toBe('reads')
    expect(outcome('green', 'green', guest(care, true))).toBe('waits')
  })
})

describe('[REMARK-1] where the dialogue allows it', () => {
  const remarks = (phase: Phase, asking: Actor) => {
    const rights = rightsInBook({ theme: sport, kind: 'green' }, { phase, editorialRemarks: true }, asking)
    return rights.ok && rights.value.remark
  }

  it('a Chef places remarks in the own book, while it is being written', () => {
    expect(remarks('green', actor('chef', sport))).toBe(true)
    expect(remarks('green', actor('chef', care))).toBe(false)
    expect(remarks('green_review', actor('chef', sport))).toBe(false)
  })

  it.each(roles.filter((role) => role !== 'chef'))('and a %s does not', (role) => {
    expect(remarks('green', actor(role, sport))).toBe(false)
  })
})
