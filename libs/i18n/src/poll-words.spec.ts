import { describe, expect, it } from 'vitest'
import { textsIn } from './index.ts'
import { neededWords, optionWords, resultWords } from './poll-words.ts'

const nl = textsIn('nl').voting
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const result: Parameters<typeof resultWords>[1] = {
  cast: 21,
  quorumReached: null,
  verdict: 'chosen',
  winners: ['yes'],
  unanimous: false,
  temperature: null,
  ranking: null,
  mix: null,
}

describe('what a poll came to, in words', () => {
  const of = (kind: string, change: Partial<typeof result>) =>
    resultWords(
      { kind, options: [], quorum: null, threshold: null, target: 500_000_00 },
      { ...result, ...change },
      nl,
      'nl',
    ).map(plain)

  it.each<[string, string, Partial<typeof result>, readonly string[]]>([
    ['nobody', 'yes_no', { cast: 0 }, ['Er zijn geen stemmen.']],
    ['consent', 'consent', { verdict: 'consent' }, ['De groep stemt in: niemand houdt het tegen.']],
    ['a tie', 'yes_no', { verdict: 'tie', winners: ['yes', 'no'] }, ['Gelijk: Ja en Nee. Er is geen besluit.']],
    ['too few', 'yes_no', { verdict: 'no_quorum' }, ['Te weinig mensen stemden. Er is geen besluit.']],
    [
      'a temperature',
      'temperature',
      { verdict: 'none', winners: [], temperature: { average: 3.75 } },
      ['Gemiddeld 3,75: warm.'],
    ],
    ['all the same', 'yes_no', { unanimous: true }, ['Gekozen: Ja.', 'Iedereen koos hetzelfde.']],
    [
      'a mix',
      'target_mix',
      { verdict: 'below_target', mix: { reached: 400_000_00 } },
      [
        'Samen halen de voorstellen het bedrag niet. Er is geen besluit.',
        'De gekozen voorstellen brengen € 400.000 op, van € 500.000.',
      ],
    ],
    [
      'a mix that is a tie',
      'target_mix',
      {
        verdict: 'tie',
        winners: ['yes', 'no'],
        mix: { reached: 600_000_00 },
      },
      ['Gelijk: yes en no. Er is geen besluit.'],
    ],
    [
      'a ranking',
      'rank',
      { winners: [], verdict: 'none', ranking: { condorcet: 'yes' } },
      ['yes wint van elke andere mogelijkheid apart.'],
    ],
  ])('%s', (_, kind, change, expected) => {
    expect(of(kind, change)).toEqual(expected)
  })

  it('an option has the words of its plan, or of its kind', () => {
    const options = [{ id: 'x', label: 'Het zwembad' }]
    const ofKind = (kind: string, option: string) => optionWords({ kind, options }, option, nl)
    expect([ofKind('single', 'x'), ofKind('temperature', '4'), ofKind('consent', 'block')]).toEqual([
      'Het zwembad',
      '4: warm',
      'Ik kan hier niet mee leven',
    ])
    for (const kind of ['single', 'temperature', 'consent', 'yes_no'])
      expect(ofKind(kind, 'unknown')).toContain('unknown')
  })
})

describe('what a poll takes, for whoever votes', () => {
  it.each([
    [null, null, ''],
    [50, null, 'Nodig: een opkomst van 50%.'],
    [null, 60, 'Nodig: 60% van de stemmen.'],
    [50, 60, 'Nodig: een opkomst van 50%. Nodig: 60% van de stemmen.'],
  ])('[POLL-11] a quorum of %s and a threshold of %s', (quorum, threshold, words) => {
    expect(plain(neededWords({ quorum, threshold }, nl, 'nl'))).toBe(words)
  })
})
