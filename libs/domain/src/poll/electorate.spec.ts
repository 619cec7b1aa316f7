import { describe, expect, it } from 'vitest'
import type { MeetingId, ThemeId } from '../ids.ts'
import type { Role, Seat } from '../people.ts'
import { electorateHash, electorateOf } from './electorate.ts'
import { hashOf, person } from './testing/a-poll.ts'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId
const seat = (role: Role, theme: ThemeId | null = null): Seat => ({ role, theme })
const visitor = (theme: ThemeId): Seat => ({
  role: 'guest',
  theme,
  guest: { meeting: 'meeting-1' as MeetingId, writes: true },
})
const votes = (theme: ThemeId | null, seats: readonly Seat[], present: readonly string[] | null = null): boolean =>
  electorateOf([{ id: person('who'), seats }], theme, present && new Set(present.map(person))).length === 1

describe('[POLL-3] who may vote', () => {
  it.each<[string, boolean, ThemeId | null, readonly Seat[]]>([
    ['an expert of the theme', true, sport, [seat('expert', sport)]],
    ['an expert of any theme, in a poll of all', true, null, [seat('expert', sport)]],
    ['no expert of another theme', false, sport, [seat('expert', care)]],
    ['no guest', false, sport, [visitor(sport)]],
    ['no expert who is a guest here', false, care, [seat('expert', sport), visitor(care)]],
    ['an expert who is a guest elsewhere', true, sport, [seat('expert', sport), visitor(care)]],
    ['an expert who is a guest elsewhere, in a poll of all', true, null, [seat('expert', sport), visitor(care)]],
    ['no Chef', false, sport, [seat('chef', sport)]],
    ['an expert who is Chef elsewhere', true, sport, [seat('expert', sport), seat('chef', care)]],
    ['no expert who is Chef somewhere, in a poll of all', false, null, [seat('expert', sport), seat('chef', care)]],
    ['no civil servant', false, sport, [seat('civilServant')]],
    ['no expert who is a civil servant', false, sport, [seat('expert', sport), seat('civilServant')]],
    ['no expert who is financial adviser', false, sport, [seat('expert', sport), seat('financialAdviser')]],
    ['no lead', false, null, [seat('lead')]],
    ['no expert who leads the dialogue', false, sport, [seat('expert', sport), seat('lead')]],
    ['no councillor', false, sport, [seat('councillor')]],
    ['nobody without a seat', false, null, []],
  ])('%s', (_, may, theme, seats) => {
    expect(votes(theme, seats)).toBe(may)
  })

  it('only who is here, when that is asked', () => {
    expect(votes(sport, [seat('expert', sport)], ['who'])).toBe(true)
    expect(votes(sport, [seat('expert', sport)], [])).toBe(false)
    expect(votes(sport, [seat('chef', sport)], ['who'])).toBe(false)
  })

  it('is a list in order, with a hash that does not ask in which order people were found', () => {
    const everybody = ['c', 'a', 'b'].map((id) => ({ id: person(id), seats: [seat('expert', sport)] }))
    const list = electorateOf(everybody, sport, null)
    expect(list).toEqual(['a', 'b', 'c'])
    expect(electorateHash(list.toReversed(), hashOf)).toBe(electorateHash(list, hashOf))
    expect(electorateHash(list.slice(1), hashOf)).not.toBe(electorateHash(list, hashOf))
  })
})
