import type { Parity, ParityCell, ParityGroup, ParityMeasure } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { cellWords, isTold, parityBars, paritySentences } from './parity-picture.ts'

const cells = (value: ParityCell): Record<ParityMeasure, ParityCell> => ({
  ...{ present: value, speaking: value, turns: value, edits: value, ballots: value, questions: value },
})
const group = (people: number, each: Partial<Record<ParityMeasure, ParityCell>> = {}): ParityGroup => ({
  people,
  total: { ...cells(people === 0 || people >= 5 ? 0 : 'few'), ...each },
  each: { ...cells(people === 0 || people >= 5 ? 0 : 'few'), ...each },
})
const parity = (room: ParityGroup, remote: ParityGroup): Parity => ({
  ...{ room, remote, elsewhere: { edits: 0, ballots: 0 }, unsigned: 0 },
})
const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const minute = 60_000

describe('the picture of the hall and home', () => {
  it('has a bar for each, against the longer of the two', () => {
    const [, speaking] = parityBars(parity(group(6, { speaking: 4 * minute }), group(5, { speaking: minute })), 'nl')
    expect(speaking).toMatchObject({ words: 'Tijd aan het woord', room: { length: 100 }, remote: { length: 25 } })
    expect([speaking?.room.words, speaking?.remote.words].map((words) => plain(words ?? ''))).toEqual([
      '4 min',
      '1 min',
    ])
  })

  it('has no bar where nothing is told, or nothing happened', () => {
    const [present] = parityBars(parity(group(6, { present: minute }), group(2)), 'nl')
    expect(present?.remote).toEqual({ words: 'minder dan 5', length: 0 })
    expect(parityBars(parity(group(6), group(6)), 'nl').map(({ room }) => room.length)).toEqual(Array(6).fill(0))
  })

  it.each<[ParityCell, ParityMeasure, string]>([
    [65 * minute, 'present', '1 uur 5 min'],
    [2.345, 'edits', '2,3'],
    [3, 'turns', '3'],
    ['few', 'ballots', 'minder dan 5'],
  ])('says %j of %s as "%s"', (cell, measure, words) => {
    expect(plain(cellWords(cell, measure, 'nl'))).toBe(words)
  })
})

describe('there is a picture', () => {
  it.each([
    ['of both', group(6), group(5), true],
    ['of one of them', group(6), group(2), true],
    ['of nobody when both are few', group(3), group(2), false],
    ['of nobody when nobody came', group(0), group(0), false],
    ['of nobody when the few are all there is', group(0), group(4), false],
  ])('%s', (_, room, remote, told) => {
    expect(isTold(parity(room, remote))).toBe(told)
  })
})

describe('in plain sentences', () => {
  const sentences = (room: ParityGroup, remote: ParityGroup) => paritySentences(parity(room, remote), 'nl').map(plain)

  it('both are compared where there is something to compare', () => {
    const told = sentences(group(6, { present: 60 * minute, edits: 2.5 }), group(5, { present: 50 * minute, edits: 3 }))
    expect(told).toEqual([
      'Er deden 6 mensen mee in de zaal, en 5 thuis.',
      'Iemand in de zaal was er gemiddeld 1 uur, iemand thuis 50 min.',
      'Iemand in de zaal veranderde gemiddeld 2,5 keer iets in het boek, iemand thuis 3 keer.',
    ])
  })

  it('also when those few are all there is', () => {
    expect(sentences(group(0), group(2))).toEqual([
      'Iedereen deed mee van huis.',
      expect.stringContaining('Thuis deden minder dan 5 mensen mee.'),
    ])
  })

  it('of few people it says why there is nothing to read', () => {
    expect(sentences(group(6), group(2)).join(' ')).toContain('Thuis deden minder dan 5 mensen mee.')
  })

  it.each([
    ['nobody', group(0), group(0), 'Er deed nog niemand mee.'],
    ['only the hall', group(6), group(0), 'Iedereen deed mee in de zaal.'],
    ['only home', group(0), group(6), 'Iedereen deed mee van huis.'],
  ])('%s', (_, room, remote, expected) => {
    expect(sentences(room, remote)).toEqual([expected])
  })
})
