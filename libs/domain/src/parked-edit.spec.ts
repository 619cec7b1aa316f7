import { describe, expect, it } from 'vitest'
import type { BookRights } from './book-rights.ts'
import type { BookId, Instant, ParkedId, PersonId, SectionId } from './ids.ts'
import {
  changeParked,
  editRefusals,
  maySeeParked,
  type ParkedCommand,
  type ParkedEdit,
  type ParkedState,
} from './parked-edit.ts'
import type { Refusal } from './result.ts'

const writer = 'person-noor' as PersonId
const chef = 'person-anna' as PersonId
const other = 'person-bram' as PersonId
const chefs: BookRights = { role: 'chef', write: false, order: true, remark: false }
const experts: BookRights = { role: 'expert', write: true, order: false, remark: false }

const parked = (state: ParkedState): ParkedEdit => ({
  id: 'words' as ParkedId,
  book: 'book' as BookId,
  section: 'section' as SectionId,
  writer,
  at: 1_301_680_800_000 as Instant,
  code: 'section-locked',
  pieces: [],
  state,
})

const states: readonly ParkedState[] = ['kept', 'handed', 'returned', 'admitted', 'withdrawn']
type Row = readonly [ParkedCommand, PersonId, BookRights, Partial<Record<ParkedState, ParkedState>>]

describe('[PARK-3] what can be asked about words that were set aside', () => {
  it.each<Row>([
    ['hand-over', writer, experts, { kept: 'handed', returned: 'handed' }],
    ['withdraw', writer, experts, { kept: 'withdrawn', handed: 'withdrawn', returned: 'withdrawn' }],
    ['admit', chef, chefs, { handed: 'admitted' }],
    ['give-back', chef, chefs, { handed: 'returned' }],
  ])('%s', (command, person, rights, moves) => {
    for (const state of states) {
      const to = moves[state]
      expect(changeParked(parked(state), command, rights, person), state).toEqual(
        to ? { ok: true, value: { from: state, to } } : { ok: false, refusal: { code: 'parked-changed' } },
      )
    }
  })

  it.each<[ParkedCommand, string, PersonId, BookRights, Refusal['code']]>([
    ['hand-over', 'somebody else', other, experts, 'parked-not-found'],
    ['withdraw', 'somebody else', other, experts, 'parked-not-found'],
    ['hand-over', 'the Chef', chef, chefs, 'parked-not-found'],
    ['withdraw', 'the Chef', chef, chefs, 'parked-not-found'],
    ['admit', 'the writer', writer, experts, 'not-for-your-role'],
    ['give-back', 'the writer', writer, experts, 'not-for-your-role'],
    ['admit', 'a Chef of another theme', chef, { ...chefs, order: false, remark: false }, 'not-for-your-role'],
  ])('not %s by %s', (command, _, person, rights, code) => {
    for (const state of states)
      expect(changeParked(parked(state), command, rights, person)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('[PARK-2] who sees the words', () => {
  it.each<[string, PersonId, BookRights, readonly ParkedState[]]>([
    ['the writer, all that still wait', writer, experts, ['kept', 'handed', 'returned']],
    [
      'the writer, also one who may no longer write',
      writer,
      { ...experts, write: false },
      ['kept', 'handed', 'returned'],
    ],
    ['the Chef, what was handed over', chef, chefs, ['handed']],
    ['another expert, nothing', other, experts, []],
    ['a Chef of another theme, nothing', chef, { ...chefs, order: false, remark: false }, []],
  ])('%s', (_, person, rights, seen) => {
    expect(states.filter((state) => maySeeParked(parked(state), rights, person))).toEqual(seen)
  })
})

it('[PARK-1] an edit is refused for one of the reasons there are, each named once', () => {
  expect(new Set(editRefusals).size).toBe(editRefusals.length)
})
