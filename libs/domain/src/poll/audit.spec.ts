import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HandsId } from '../ids.ts'
import { canonical } from '../canonical.ts'
import { auditOf, checkAudit, recountOf, type AuditFault, type CountedBallot, type PollAudit } from './audit.ts'
import type { Choices } from './ballot.ts'
import type { Poll } from './poll.ts'
import type { PollPlan } from './poll-plan.ts'
import {
  closed,
  confirmed,
  drafted,
  entered,
  hashed,
  hashOf,
  onePoll,
  opened,
  options,
  people,
  person,
} from './testing/a-poll.ts'
import { anyBox, anyChoices, seedOfToday } from './testing/any-poll.ts'

const events = { from: 12, to: 31 }
const twelve = people(12)
const poll = (more: Partial<PollPlan> = {}): Poll =>
  hashed(onePoll(drafted(more), opened(twelve), entered({ yes: 4, no: 2 }, twelve.slice(6)), confirmed, closed))
const yes: Choices = { option: 'yes' }
const no: Choices = { option: 'no' }
const box: readonly CountedBallot[] = [
  { voter: twelve[2] ?? null, choices: no },
  { voter: twelve[0] ?? null, choices: yes },
  { voter: twelve[1] ?? null, choices: { option: 'abstain' } },
]
const audit = auditOf(poll(), box, events, hashOf)
const secret = auditOf(poll({ visibility: 'secret' }), box, events, hashOf)

type Forged = { -readonly [Name in keyof PollAudit]: PollAudit[Name] }
const forged = (from: PollAudit, change: (copy: Forged) => unknown): readonly AuditFault[] => {
  const copy = structuredClone(from) as Forged
  change(copy)
  return checkAudit(copy, hashOf)
}
const ballot = (copy: Forged, at: number, change: Partial<CountedBallot>) =>
  (copy.ballots = copy.ballots.with(at, { ...(copy.ballots[at] as CountedBallot), ...change }))
const hands = (copy: Forged, change: Partial<PollAudit['hands'][number]>) =>
  (copy.hands = copy.hands.map((block) => ({ ...block, ...change })))

describe('[POLL-15] the proof of a poll', () => {
  it('has its question, its ballots in order of their voters, its hands, and what they come to', () => {
    expect(audit).toMatchObject({
      poll: 'poll-1',
      definition: { poll: 'poll-1', item: null, plan: { question: 'Gaat het zwembad op maandag dicht?' } },
      electorateHash: hashOf(twelve.join('\n')),
      electorateSize: 12,
      joined: [],
      ballots: [
        { voter: 'person-01', choices: yes },
        { voter: 'person-02', choices: { option: 'abstain' } },
        { voter: 'person-03', choices: no },
      ],
      hands: [{ block: 'hands-1', cast: 6, voters: twelve.slice(6), counts: { yes: 4, no: 2 } }],
      counts: { 'chose:yes': 5, 'chose:no': 3, 'chose:abstain': 1 },
      result: { cast: 9, entitled: 12, verdict: 'chosen', winners: ['yes'] },
      events,
    })
    expect(checkAudit(audit, hashOf)).toEqual([])
  })

  it('has nobody in it when it is secret, and an order that comes from what the ballots say', () => {
    expect(canonical(secret)).not.toContain('person-')
    expect(secret.ballots).toEqual([
      { voter: null, choices: { option: 'abstain' } },
      { voter: null, choices: no },
      { voter: null, choices: yes },
    ])
    expect(secret.hands).toEqual([{ block: 'hands-1', cast: 6, voters: null, counts: { yes: 4, no: 2 } }])
    expect(auditOf(poll({ visibility: 'secret' }), box.toReversed(), events, hashOf)).toEqual(secret)
    expect(checkAudit(secret, hashOf)).toEqual([])
  })

  it('says what was published', () => {
    const { result, counts, ballotsRoot } = recountOf(poll(), box.toReversed(), hashOf)
    expect(audit).toMatchObject({ result, counts, ballotsRoot })
  })

  it('leaves out hands that nobody confirmed', () => {
    const waiting = onePoll(drafted(), opened(twelve), entered({ yes: 4 }, people(4)), closed)
    expect(auditOf(waiting, [], events, hashOf)).toMatchObject({ hands: [], result: { cast: 0 } })
  })

  it.each<[string, (copy: Forged) => unknown, readonly AuditFault[]]>([
    [
      'the question is another',
      (copy) => (copy.definition = { ...copy.definition, plan: { ...copy.definition.plan, question: 'Anders?' } }),
      ['definition'],
    ],
    ['it is of another poll', (copy) => (copy.poll = 'poll-2' as typeof copy.poll), ['definition']],
    ['a vote is another', (copy) => ballot(copy, 0, { choices: no }), ['root', 'counts', 'result']],
    [
      'two voters change votes',
      (copy) => {
        ballot(copy, 0, { choices: no })
        ballot(copy, 2, { choices: yes })
      },
      ['root'],
    ],
    ['a vote is left out', (copy) => (copy.ballots = copy.ballots.slice(1)), ['root', 'counts', 'result']],
    [
      'a vote is added',
      (copy) => (copy.ballots = [...copy.ballots, { voter: person('person-05'), choices: yes }]),
      ['root', 'counts', 'result'],
    ],
    [
      'somebody votes twice',
      (copy) => (copy.ballots = [...copy.ballots, ...copy.ballots.slice(2)]),
      ['voters', 'root', 'counts', 'result'],
    ],
    ['a hand votes too', (copy) => ballot(copy, 2, { voter: person('person-07') }), ['voters', 'root']],
    ['a voter has no name', (copy) => ballot(copy, 0, { voter: null }), ['voters', 'root']],
    ['the order is another', (copy) => (copy.ballots = copy.ballots.toReversed()), ['voters', 'root']],
    [
      'a vote is for what there is not',
      (copy) => ballot(copy, 0, { choices: { option: 'maybe' } }),
      ['ballot', 'root', 'counts', 'result'],
    ],
    ['a hand is another', (copy) => hands(copy, { counts: { yes: 5, no: 1 } }), ['root', 'counts', 'result']],
    [
      'hands do not add up',
      (copy) => hands(copy, { counts: { yes: 5, no: 2 } }),
      ['hands', 'root', 'counts', 'result'],
    ],
    ['hands have no names', (copy) => hands(copy, { voters: null }), ['voters', 'root']],
    [
      'a block comes twice',
      (copy) =>
        (copy.hands = [...copy.hands, { ...(copy.hands[0] as PollAudit['hands'][number]), block: 'x' as HandsId }]),
      ['voters', 'root', 'counts', 'result', 'turnout'],
    ],
    ['a count is another', (copy) => (copy.counts = { ...copy.counts, 'chose:yes': 6 }), ['counts']],
    ['the result is another', (copy) => (copy.result = { ...copy.result, winners: ['no'] }), ['result']],
    ['fewer people might vote', (copy) => (copy.electorateSize = 8), ['result', 'turnout']],
    ['the root is another', (copy) => (copy.ballotsRoot = hashOf('x')), ['root']],
    ['it ends before it begins', (copy) => (copy.events = { from: 31, to: 12 }), ['events']],
  ])('is found wrong when %s', (_, change, faults) => {
    expect(forged(audit, change)).toEqual(faults)
  })

  it('is found wrong when a ballot does not stand as it is kept, though it counts the same', () => {
    const both = { voter: twelve[0] ?? null, choices: { options: ['a', 'b'] } }
    const several = hashed(onePoll(drafted({ kind: 'multiple', options: options('a', 'b') }), opened(twelve), closed))
    const proof = auditOf(several, [both], events, hashOf)
    const turned = [{ ...both, choices: { options: ['b', 'a'] } }]
    expect(checkAudit(proof, hashOf)).toEqual([])
    expect(forged(proof, (copy) => (copy.ballots = turned))).toEqual(['ballot', 'root', 'counts', 'result'])
  })

  it.each<[string, (copy: Forged) => unknown, readonly AuditFault[]]>([
    ['somebody is named', (copy) => ballot(copy, 0, { voter: person('person-01') }), ['voters', 'root']],
    ['hands are named', (copy) => hands(copy, { voters: twelve.slice(6) }), ['voters', 'root']],
    ['the order is another', (copy) => (copy.ballots = copy.ballots.toReversed()), ['voters', 'root']],
    ['a vote is another', (copy) => ballot(copy, 1, { choices: { option: 'abstain' } }), ['root', 'counts', 'result']],
  ])('is found wrong in a secret poll when %s', (_, change, faults) => {
    expect(forged(secret, change)).toEqual(faults)
  })

  it('is right for any poll, and wrong when any one of its ballots is another, is gone, or came in', () => {
    const seed = seedOfToday()
    console.info(`seed ${seed}`)
    const tampering = anyBox.chain(({ poll, ballots }) =>
      fc.record({
        proof: fc.constant(auditOf(poll, ballots, events, hashOf)),
        at: fc.nat({ max: Math.max(0, ballots.length - 1) }),
        other: anyChoices(poll),
      }),
    )
    fc.assert(
      fc.property(tampering, ({ proof, at, other }) => {
        const clean = checkAudit(proof, hashOf)
        expect(clean).toEqual([])
        const added = { ...proof, ballots: [...proof.ballots, { voter: null, choices: other }] }
        expect(checkAudit(added, hashOf)).toContain('root')
        const ballot = proof.ballots[at]
        if (!ballot) return
        expect(checkAudit({ ...proof, ballots: proof.ballots.toSpliced(at, 1) }, hashOf)).toContain('root')
        const changed = { ...proof, ballots: proof.ballots.with(at, { ...ballot, choices: other }) }
        const same = canonical(ballot.choices) === canonical(other)
        expect(checkAudit(changed, hashOf).includes('root')).toBe(!same)
      }),
      { seed },
    )
  })
})
