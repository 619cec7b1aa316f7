import { describe, expect, it } from 'vitest'
import type { AgendaItemId, Instant, PersonId, PollId } from '../ids.ts'
import { recountOf, type Recount } from './audit.ts'
import { applyPoll, pollIn, type Poll, type PollFact } from './poll.ts'
import type { PollPlan } from './poll-plan.ts'
import {
  changePoll,
  closePoll,
  draftPoll,
  dropPoll,
  extendPoll,
  joinPoll,
  openPoll,
  pollsMax,
  publishPoll,
  voidPoll,
  voidReasonMax,
} from './poll-steps.ts'
import {
  after,
  blockId,
  chef,
  closed,
  confirmed,
  drafted,
  entered,
  hashOf,
  minutes,
  onePoll,
  opened,
  opening,
  people,
  person,
  plan,
  pollId,
  said,
  second,
  voided,
} from './testing/a-poll.ts'

const five = people(5)
const draft = after(drafted())
const open = after(drafted(), opened(five, minutes(10)))
const untimed = after(drafted(), opened(five))
const over = after(drafted(), opened(five, minutes(10)), closed)
const invalid = after(drafted(), opened(five), voided)
const id = (name: string) => name as PollId
const item = 'item-1' as AgendaItemId

const nothingIn = (polls: readonly Poll[]): Recount => recountOf(polls[0] as Poll, [], hashOf)
/** A recount of so many ballots in the box, beside the confirmed hands. */
const ballots = (number: number, polls: readonly Poll[]): Recount =>
  recountOf(
    polls[0] as Poll,
    Array.from({ length: number }, () => ({ voter: null, choices: { option: 'yes' } })),
    hashOf,
  )
const published = (polls: readonly Poll[]) =>
  applyPoll(polls, { type: 'poll:published', poll: pollId, ...nothingIn(polls) }, opening, chef)
const shown = published(over)

describe('[POLL-1] a draft', () => {
  const asked = (polls: readonly Poll[], more: Partial<PollPlan> = {}, of: AgendaItemId | null = null) =>
    said(draftPoll(polls, { poll: pollId, plan: plan(more), item: of }))

  it.each<[string, readonly Poll[], Partial<PollPlan>, AgendaItemId | null, string]>([
    ['is made', [], {}, null, 'poll:drafted'],
    ['is made for an item of the agenda', [], {}, item, 'poll:drafted'],
    ['is one when it comes twice', draft, {}, null, ''],
    [
      'is one when it comes twice, though its text came with other spaces',
      draft,
      { question: `${plan().question} ` },
      null,
      '',
    ],
    ['does not take the place of another', draft, { quorum: 10 }, null, 'poll-changed'],
    ['is not moved to another item', draft, {}, item, 'poll-changed'],
    ['has a sound plan', [], { question: '' }, null, 'poll-question-empty'],
  ])('%s', (_, polls, more, of, answer) => {
    expect(asked(polls, more, of)).toBe(answer)
  })

  it('is one of a hundred at most', () => {
    const many = (number: number) => after(...Array.from({ length: number }, (_, i) => drafted({}, id(`other-${i}`))))
    expect(asked(many(pollsMax - 1))).toBe('poll:drafted')
    expect(asked(many(pollsMax))).toBe('too-many-polls')
  })
})

describe('[POLL-2] what people vote about', () => {
  it.each<[string, readonly Poll[], Partial<PollPlan>, string]>([
    ['changes in a draft', draft, { question: 'Anders?' }, 'poll:changed'],
    ['is what it was', draft, {}, ''],
    ['stays sound', draft, { quorum: 0 }, 'poll-plan-not-sound'],
    ['is fixed once the poll is open', open, { question: 'Anders?' }, 'poll-changed'],
    ['is as secret as it was', open, { visibility: 'named' }, 'poll-changed'],
    ['is shown no earlier', open, { reveal: 'live' }, 'poll-changed'],
    ['is fixed once it is closed', over, { question: 'Anders?' }, 'poll-changed'],
    ['may be sent once more after that', over, {}, ''],
    ['is of a poll that is there', [], {}, 'poll-not-found'],
  ])('%s', (_, polls, more, answer) => {
    expect(said(changePoll(polls, pollId, plan(more)))).toBe(answer)
  })

  it.each<[string, readonly Poll[], string]>([
    ['is dropped as a draft', draft, 'poll:dropped'],
    ['is dropped once', [], ''],
    ['is never dropped once it was open', open, 'poll-changed'],
    ['is never dropped once it is void', invalid, 'poll-changed'],
  ])('%s', (_, polls, answer) => {
    expect(said(dropPoll(polls, pollId))).toBe(answer)
  })
})

describe('[POLL-4] a poll opens', () => {
  const asked = (polls: readonly Poll[], electorate: readonly PersonId[] = five) =>
    openPoll(polls, pollId, electorate, minutes(3), hashOf)
  const others = (...names: readonly string[]) =>
    names.flatMap((name) => [drafted({}, id(name)), opened(five, null, id(name))])
  const secret = after(drafted({ visibility: 'secret' }))

  it.each<[string, readonly Poll[], readonly PersonId[], string]>([
    ['from a draft', draft, five, 'poll:opened'],
    ['once', open, five, ''],
    ['never again', over, five, 'poll-changed'],
    ['never after it was void', invalid, five, 'poll-changed'],
    ['when it is there', [], five, 'poll-not-found'],
    ['not for nobody', draft, [], 'electorate-empty'],
    ['for one', draft, people(1), 'poll:opened'],
    ['in secret for five', secret, five, 'poll:opened'],
    ['in secret not for four', secret, people(4), 'electorate-too-small'],
    ['in secret not for one person five times', secret, [...people(1), ...people(4)], 'electorate-too-small'],
    ['as the third', after(...others('x', 'y'), drafted()), five, 'poll:opened'],
    ['not as the fourth', after(...others('x', 'y', 'z'), drafted()), five, 'too-many-polls-open'],
  ])('%s', (_, polls, electorate, answer) => {
    expect(said(asked(polls, electorate))).toBe(answer)
  })

  it('[POLL-3] for these people, each once and in order, with a hash of them and one of what it is about', () => {
    const timed = after(drafted({ closesAfter: 10 }))
    const answer = asked(timed, [person('c'), person('a'), person('c'), person('b')])
    expect(answer).toEqual({
      ok: true,
      value: [
        {
          type: 'poll:opened',
          poll: pollId,
          electorate: ['a', 'b', 'c'],
          electorateHash: hashOf('a\nb\nc'),
          definitionHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          closesAt: minutes(13),
        },
      ],
    })
  })
})

describe('[POLL-5] the time of a poll', () => {
  it.each<[string, readonly Poll[], Instant, Instant, string]>([
    ['is made longer', open, minutes(12), minutes(5), 'poll:extended'],
    ['is made longer at the last moment', open, minutes(12), (minutes(10) - 1) as Instant, 'poll:extended'],
    ['is not made longer once it is over', open, minutes(12), minutes(10), 'poll-closed'],
    ['is what it was', open, minutes(10), minutes(5), ''],
    ['is never made shorter', open, minutes(9), minutes(5), 'poll-only-later'],
    ['is not given to a poll that has all of it', untimed, minutes(9), minutes(5), 'poll-only-later'],
    ['is over once it is closed', over, minutes(12), minutes(5), 'poll-closed'],
    ['has not begun in a draft', draft, minutes(12), minutes(5), 'poll-not-open'],
    ['is gone when it is void', invalid, minutes(12), minutes(5), 'poll-not-open'],
  ])('%s', (_, polls, closesAt, now, answer) => {
    expect(said(extendPoll(polls, pollId, closesAt, now))).toBe(answer)
  })

  it('ends when the Chef closes it, once', () => {
    expect([draft, open, over, shown, invalid, []].map((polls) => said(closePoll(polls, pollId)))).toEqual([
      'poll-not-open',
      'poll:closed',
      '',
      '',
      'poll-changed',
      'poll-not-found',
    ])
  })

  it('ended when it should, also when the server slept through it', () => {
    const closedAt = (at: Instant) => pollIn(applyPoll(open, closed, at, null), pollId)?.closedAt
    expect(closedAt(minutes(4))).toBe(minutes(4))
    expect(closedAt(minutes(60))).toBe(minutes(10))
  })
})

describe('[POLL-6] who comes late', () => {
  const late = person('person-06')
  const asked = (polls: readonly Poll[], who = late, now = minutes(5), entitled = people(6)) =>
    said(joinPoll(polls, pollId, who, entitled, now))
  const secret = after(drafted({ visibility: 'secret' }), opened(five))
  const named = after(drafted({ visibility: 'named' }), opened(five))

  it.each<[string, () => string, string]>([
    ['votes too', () => asked(open), 'poll:joined'],
    ['votes too by name', () => asked(named), 'poll:joined'],
    ['is in it already', () => asked(open, person('person-05')), ''],
    ['does not vote in secret', () => asked(secret), 'poll-secret'],
    ['needs a seat that votes', () => asked(open, late, minutes(5), five), 'not-in-electorate'],
    ['is too late after its time', () => asked(open, late, minutes(10)), 'poll-closed'],
    ['is too late after its closing', () => asked(over), 'poll-closed'],
    ['is too early before its opening', () => asked(draft), 'poll-not-open'],
  ])('%s', (_, answer, expected) => {
    expect(answer()).toBe(expected)
  })

  it('stands among the others in order, and is known to have come later', () => {
    const [poll] = applyPoll(untimed, { type: 'poll:joined', poll: pollId, person: person('a') }, opening, null)
    expect(poll).toMatchObject({ electorate: ['a', ...five], joined: ['a'], electorateHash: 'hash-of-electorate' })
  })
})

describe('[POLL-13] a result is published', () => {
  const counted = (...facts: readonly PollFact[]) =>
    after(drafted(), opened(people(20)), entered({ yes: 2 }, people(2)), ...facts)
  const secret = (...facts: readonly PollFact[]) =>
    after(drafted({ visibility: 'secret' }), opened(people(20)), ...facts)
  const hands = (number: number): readonly PollFact[] => [entered({ yes: number }, people(number)), confirmed, closed]
  const asked = (polls: readonly Poll[], recount = nothingIn(polls)) => said(publishPoll(polls, pollId, recount))

  it.each<[string, () => string, string]>([
    ['once it is closed', () => asked(over), 'poll:published'],
    ['once', () => asked(shown), ''],
    ['not while people vote', () => asked(open), 'poll-not-closed'],
    ['not of a draft', () => asked(draft), 'poll-not-closed'],
    ['not of a void poll', () => asked(invalid), 'poll-changed'],
    ['not while hands wait for a second person', () => asked(counted(closed)), 'hands-unconfirmed'],
    ['with hands that were confirmed', () => asked(counted(confirmed, closed)), 'poll:published'],
    [
      'without hands that were rejected',
      () => asked(counted({ type: 'hands:rejected', poll: pollId, block: blockId }, closed)),
      'poll:published',
    ],
    ['in secret from five ballots', () => asked(secret(closed), ballots(5, secret(closed))), 'poll:published'],
    ['in secret not from four', () => asked(secret(closed), ballots(4, secret(closed))), 'too-few-ballots'],
    ['in secret not from none', () => asked(secret(closed)), 'too-few-ballots'],
    ['in secret from five hands', () => asked(secret(...hands(5))), 'poll:published'],
    [
      'in secret not from five hands and a ballot, which would tell whose it is',
      () => asked(secret(...hands(5)), ballots(1, secret(...hands(5)))),
      'too-few-ballots',
    ],
    [
      'in secret from five hands and five ballots',
      () => asked(secret(...hands(5)), ballots(5, secret(...hands(5)))),
      'poll:published',
    ],
  ])('%s', (_, answer, expected) => {
    expect(answer()).toBe(expected)
  })

  it('as it was counted again, with the root of its ballots', () => {
    const recount = ballots(2, over)
    const answer = publishPoll(over, pollId, recount)
    if (!answer.ok) throw new Error(answer.refusal.code)
    const [fact] = answer.value as [PollFact]
    expect(pollIn(applyPoll(over, fact, minutes(11), chef), pollId)).toMatchObject({
      state: 'published',
      result: recount.result,
      ballotsRoot: recount.ballotsRoot,
    })
  })
})

describe('[POLL-14] a poll is void', () => {
  it.each<[string, readonly Poll[], string, string]>([
    ['while it is open', open, 'verkeerde vraag', 'poll:voided'],
    ['after it was closed', over, 'verkeerde vraag', 'poll:voided'],
    ['once', invalid, 'een andere reden', ''],
    ['never with its result on the screen', shown, 'verkeerde vraag', 'poll-changed'],
    ['not as a draft, which is dropped', draft, 'verkeerde vraag', 'poll-not-open'],
    ['not without a reason', open, ' \n', 'reason-needed'],
    ['for a reason as long as it may be', open, 'x'.repeat(voidReasonMax), 'poll:voided'],
    ['for no longer one', open, 'x'.repeat(voidReasonMax + 1), 'reason-too-long'],
    ['when it is there', [], 'verkeerde vraag', 'poll-not-found'],
  ])('%s', (_, polls, why, answer) => {
    expect(said(voidPoll(polls, pollId, why))).toBe(answer)
  })

  it('keeps everything for the auditor, and says why', () => {
    const before = onePoll(drafted(), opened(five), entered({ yes: 2 }, people(2)), confirmed)
    const [poll] = applyPoll([before], voided, minutes(4), chef)
    expect(poll).toEqual({ ...before, state: 'void', closedAt: minutes(4), voidReason: 'verkeerde vraag' })
    expect(applyPoll(over, voided, minutes(60), chef)).toMatchObject([{ closedAt: opening }])
  })
})

describe('the polls of a meeting', () => {
  it('are what happened to each of them', () => {
    const polls = after(
      drafted(),
      drafted({}, id('poll-2')),
      { type: 'poll:changed', poll: pollId, plan: plan({ question: 'Anders?' }) },
      { type: 'poll:dropped', poll: id('poll-2') },
      opened(five, minutes(1)),
      { type: 'poll:extended', poll: pollId, closesAt: minutes(2) },
      entered({ yes: 2 }, people(2)),
      confirmed,
    )
    expect(polls).toEqual([
      {
        ...plan({ question: 'Anders?' }),
        id: pollId,
        item: null,
        state: 'open',
        electorate: five,
        joined: [],
        electorateHash: 'hash-of-electorate',
        definitionHash: 'hash-of-definition',
        openedAt: opening,
        closesAt: minutes(2),
        closedAt: null,
        hands: [
          {
            id: blockId,
            state: 'confirmed',
            counts: { yes: 2 },
            voters: people(2),
            enteredBy: chef,
            checkedBy: second,
          },
        ],
        voidReason: null,
        voterKey: null,
        result: null,
        ballotsRoot: null,
      },
    ])
  })

  it('stay as they are under a fact of a later version', () => {
    expect(applyPoll(open, { type: 'poll:sung', poll: pollId } as never, opening, null)).toEqual(open)
  })
})
