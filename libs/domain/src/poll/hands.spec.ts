import { describe, expect, it } from 'vitest'
import type { HandsId, Instant, PersonId } from '../ids.ts'
import { confirmHands, enterHands, handsOf, rejectHands, votesByHand } from './hands.ts'
import type { Poll, PollFact } from './poll.ts'
import type { PollPlan } from './poll-plan.ts'
import {
  after,
  blockId,
  chef,
  closed,
  confirmed,
  drafted,
  entered,
  minutes,
  onePoll,
  opened,
  options,
  people,
  person,
  pollId,
  rejected,
  said,
  second,
  voided,
} from './testing/a-poll.ts'

const ten = people(10)
const open = (more: Partial<PollPlan> = {}, ...facts: readonly PollFact[]) =>
  after(drafted(more), opened(ten, minutes(10)), ...facts)
const three = people(3)
const block = entered({ yes: 2, no: 1 }, three)
const other = 'hands-2' as HandsId

interface Asked {
  readonly counts?: Readonly<Record<string, number>>
  readonly voters?: readonly PersonId[]
  readonly cast?: readonly PersonId[]
  readonly as?: HandsId
  readonly now?: Instant
  readonly atHome?: PersonId | undefined
}
const asked = (polls: readonly Poll[], { counts, voters, cast, as, now, atHome }: Asked = {}) =>
  enterHands(
    polls,
    { poll: pollId, block: as ?? blockId, counts: counts ?? { yes: 2, no: 1 }, voters: voters ?? three },
    { by: chef, cast: new Set(cast), inRoom: (voter) => voter !== atHome, now: now ?? minutes(5) },
  )

describe('[POLL-12] hands that were counted', () => {
  it.each<[string, readonly Poll[], Asked, string]>([
    ['are entered', open(), {}, 'hands:entered'],
    ['are entered at the last moment', open(), { now: (minutes(10) - 1) as Instant }, 'hands:entered'],
    ['are too late after its time', open(), { now: minutes(10) }, 'poll-closed'],
    ['are too late once it is closed', open({}, closed), {}, 'poll-closed'],
    ['are too early in a draft', after(drafted()), {}, 'poll-not-open'],
    ['come for nothing when it is void', open({}, voided), {}, 'poll-not-open'],
    ['are of a poll that is there', [], {}, 'poll-not-found'],
    ['are as many as there are names', open(), { counts: { yes: 2 } }, 'hands-not-sound'],
    ['are no more than there are names', open(), { counts: { yes: 4 } }, 'hands-not-sound'],
    ['are more than none', open(), { counts: {}, voters: [] }, 'hands-not-sound'],
    ['are never less than none', open(), { counts: { yes: 4, no: -1 } }, 'hands-not-sound'],
    ['are whole', open(), { counts: { yes: 1.5, no: 1.5 } }, 'hands-not-sound'],
    ['are raised for what can be chosen', open(), { counts: { yes: 2, toString: 1 } }, 'hands-not-sound'],
    ['are of different people', open(), { voters: [...people(2), ...people(1)] }, 'hands-not-sound'],
    ['are of people who may vote', open(), { voters: [...people(2), person('x')] }, 'not-in-electorate'],
    ['are of people in the room', open(), { atHome: three.at(-1) }, 'hands-not-in-room'],
    ['do not mind who else is at home', open(), { atHome: person('person-09') }, 'hands:entered'],
    [
      'are counted right also of who has gone home since they were counted wrongly',
      open({}, block, rejected, closed),
      { as: other, atHome: three.at(-1) },
      'hands:entered',
    ],
    ['are of people who did not vote', open(), { cast: people(1) }, 'voted-already'],
    ['do not mind who else voted', open(), { cast: [person('person-09')] }, 'hands:entered'],
    ['are counted once', open({}, block), { as: other }, 'votes-by-hand'],
    ['are counted once, also once they are confirmed', open({}, block, confirmed), { as: other }, 'votes-by-hand'],
    ['are one block when they come twice', open({}, block), {}, ''],
    ['are one block when they come twice, also once it is confirmed', open({}, block, confirmed, closed), {}, ''],
    ['are not changed under the same id', open({}, block), { counts: { yes: 3 } }, 'poll-changed'],
    ['may be counted anew once they were rejected', open({}, block, rejected), { as: other }, 'hands:entered'],
    [
      'may be counted anew once they were rejected, though the poll closed meanwhile',
      open({}, block, rejected, closed),
      { as: other },
      'hands:entered',
    ],
    [
      'are not counted anew with somebody else among them',
      open({}, block, rejected, closed),
      { as: other, voters: people(4), counts: { yes: 4 } },
      'poll-closed',
    ],
    ['are not counted anew in a void poll', open({}, block, rejected, voided), { as: other }, 'poll-not-open'],
    ['are not counted anew once they were confirmed', open({}, block, confirmed, closed), { as: other }, 'poll-closed'],
    [
      'are not counted anew for who has voted otherwise meanwhile',
      open({}, block, rejected, closed),
      { as: other, cast: people(1) },
      'voted-already',
    ],
    ['answer a question', open({ kind: 'temperature' }), { counts: { '4': 3 } }, 'hands:entered'],
    ['choose one', open({ kind: 'single', options: options('a', 'b') }), { counts: { a: 3 } }, 'hands:entered'],
    ['consent', open({ kind: 'consent' }), { counts: { agree: 2, block: 1 } }, 'hands:entered'],
    [
      'do not choose several',
      open({ kind: 'multiple', options: options('a', 'b') }),
      { counts: { a: 3 } },
      'hands-not-sound',
    ],
    ['do not rank', open({ kind: 'rank', options: options('a', 'b') }), { counts: { a: 3 } }, 'hands-not-sound'],
    [
      'are five at least in secret: they are shown apart from the ballots',
      open({ visibility: 'secret' }),
      { voters: people(4), counts: { yes: 4 } },
      'too-few-ballots',
    ],
    [
      'may be five in secret',
      open({ visibility: 'secret' }),
      { voters: people(5), counts: { yes: 5 } },
      'hands:entered',
    ],
  ])('%s', (_, polls, how, answer) => {
    expect(said(asked(polls, how))).toBe(answer)
  })

  it('are not tried again and again: ten counts were wrong, and that is enough', () => {
    const wrong = Array.from({ length: 10 }, (_, i) => {
      const id = `wrong-${i}` as HandsId
      return [
        { ...entered({ yes: 2, no: 1 }, three), block: id },
        { type: 'hands:rejected', poll: pollId, block: id },
      ] as readonly PollFact[]
    })
    expect(said(asked(open({}, ...wrong.slice(1).flat())))).toBe('hands:entered')
    expect(said(asked(open({}, ...wrong.flat())))).toBe('too-many')
  })

  it('are kept in order, without what nobody chose', () => {
    expect(asked(open(), { voters: three.toReversed(), counts: { no: 1, abstain: 0, yes: 2 } })).toEqual({
      ok: true,
      value: [block],
    })
  })
})

describe('[POLL-12] a second person', () => {
  const confirms = (polls: readonly Poll[], by = second) => said(confirmHands(polls, pollId, blockId, by))
  const rejects = (polls: readonly Poll[]) => said(rejectHands(polls, pollId, blockId))

  it.each<[string, () => string, string]>([
    ['confirms the count', () => confirms(open({}, block)), 'hands:confirmed'],
    ['confirms it after the closing', () => confirms(open({}, block, closed)), 'hands:confirmed'],
    ['confirms it once', () => confirms(open({}, block, confirmed)), ''],
    ['is not who counted', () => confirms(open({}, block), chef), 'second-person-needed'],
    ['does not confirm what was rejected', () => confirms(open({}, block, rejected)), 'poll-changed'],
    ['does not confirm in a void poll', () => confirms(open({}, block, voided)), 'poll-changed'],
    ['confirms what is there', () => confirms(open()), 'hands-not-found'],
    ['confirms in a poll that is there', () => confirms([]), 'poll-not-found'],
    ['rejects the count', () => rejects(open({}, block)), 'hands:rejected'],
    ['rejects it after the closing', () => rejects(open({}, block, closed)), 'hands:rejected'],
    ['rejects it once', () => rejects(open({}, block, rejected)), ''],
    ['does not reject what was confirmed', () => rejects(open({}, block, confirmed)), 'poll-changed'],
    ['rejects what is there', () => rejects(open()), 'hands-not-found'],
  ])('%s', (_, answer, expected) => {
    expect(answer()).toBe(expected)
  })

  it('makes the hands count', () => {
    const counting = (...facts: readonly PollFact[]) =>
      handsOf(onePoll(drafted(), opened(ten), block, ...facts)).map(({ id, checkedBy }) => [id, checkedBy])
    expect(counting()).toEqual([])
    expect(counting(confirmed)).toEqual([[blockId, second]])
    expect(counting(rejected)).toEqual([])
  })

  it('[POLL-7] gives people their own vote back by rejecting the count', () => {
    const byHand = (...facts: readonly PollFact[]) =>
      votesByHand(onePoll(drafted(), opened(ten), block, ...facts), person('person-01'))
    expect([byHand(), byHand(confirmed), byHand(rejected)]).toEqual([true, true, false])
  })
})
