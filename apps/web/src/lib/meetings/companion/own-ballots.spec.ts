import type { Choices, Instant, PollId, PollPlan } from '@witboek/domain'
import { blankDraft } from '@witboek/ui/meeting/ballot-draft.ts'
import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  cast,
  casting,
  isBehind,
  keptDrafts,
  noBallot,
  notCast,
  savedOf,
  shownDraft,
  told,
  typed,
  whilePollsAreOpen,
  withDrafts,
  type OwnBallot,
  type OwnBallots,
} from './own-ballots.ts'

const poll: PollPlan = {
  question: 'Waar moet het zwembad heen?',
  explanation: '',
  kind: 'single',
  options: ['noord', 'zuid'].map((id) => ({ id, label: id, amount: null })),
  visibility: 'open',
  reveal: 'live',
  requiresPresence: false,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
}
const id = 'peiling' as PollId
const at = 1_000 as Instant
const north: Choices = { option: 'noord' }
const draft = { ...blankDraft, option: 'noord' }
const keys = () => {
  let count = 0
  return () => `sleutel-${++count}`
}

describe('[POLL-8] a ballot on somebody’s phone', () => {
  it('stays as it was filled in, whatever is pushed', () => {
    const filled = typed(noBallot, draft)
    const ballots: OwnBallots = new Map([[id, filled]])
    const pushed = whilePollsAreOpen(ballots, [id, 'andere' as PollId])
    expect(shownDraft(ballotOf(pushed, id))).toEqual(draft)
    const asked = told(ballotOf(pushed, id), { poll: id, voted: null, voter: null, versions: [] })
    expect(shownDraft(asked)).toEqual(draft)
  })

  it('is shown as saved only after the answer', () => {
    const underWay = casting(typed(noBallot, draft), north, keys())
    expect(savedOf(underWay)).toBeNull()
    const done = cast(underWay, poll, id, at)
    expect(savedOf(done)).toMatchObject({ choices: north, at })
    expect(done).toMatchObject({ draft: null, busy: false, sent: null })
    expect(shownDraft(done)).toEqual(draft)
  })

  it('keeps what was filled in when it did not go through, and is the same ballot when it is sent again', () => {
    const key = keys()
    const lost = notCast(casting(typed(noBallot, draft), north, key), 'no-answer')
    expect(shownDraft(lost)).toEqual(draft)
    expect(casting(lost, north, key).sent?.key).toBe('sleutel-1')
    expect(casting(lost, { option: 'zuid' }, key).sent?.key).toBe('sleutel-2')
  })

  it('can be changed, and what came before stays readable', () => {
    const key = keys()
    const first = cast(casting(typed(noBallot, draft), north, key), poll, id, at)
    const changed = typed(first, { ...blankDraft, option: 'zuid' })
    const second = cast(casting(changed, { option: 'zuid' }, key), poll, id, 2_000 as Instant)
    expect(second.held?.versions).toEqual([
      { version: 1, choices: north, at },
      { version: 2, choices: { option: 'zuid' }, at: 2_000 },
    ])
  })

  it('goes on with what was filled in while an answer was under way', () => {
    const underWay = casting(typed(noBallot, draft), north, keys())
    const further = typed(underWay, { ...blankDraft, option: 'zuid' })
    expect(shownDraft(cast(further, poll, id, at)).option).toBe('zuid')
  })

  it('in secret leaves nothing of what was chosen, only that it was counted', () => {
    const secret: PollPlan = { ...poll, visibility: 'secret' }
    const done = cast(casting(typed(noBallot, draft), north, keys()), secret, id, at)
    expect(done.held).toEqual({ poll: id, voted: 'ballot', voter: null, versions: [] })
    expect(keptDrafts(new Map([[id, done]]))).toEqual({})
    expect(JSON.stringify(done)).not.toContain('noord')
  })

  it('in secret counts once: a second one says so', () => {
    const secret: PollPlan = { ...poll, visibility: 'secret' }
    const again = casting(typed(noBallot, draft), north, keys())
    expect(cast(again, secret, id, at, true)).toMatchObject({ before: true, draft: null, held: { voted: 'ballot' } })
    expect(cast(again, secret, id, at)).toMatchObject({ before: false })
  })

  it('that was changed on another device is looked up, and not while one is under way from here', () => {
    const first = cast(casting(typed(noBallot, draft), north, keys()), poll, id, at)
    expect([isBehind(first, 1), isBehind(first, 2)]).toEqual([false, true])
    expect(isBehind(casting(first, { option: 'zuid' }, keys()), 2)).toBe(false)
    const looked = told(noBallot, { poll: id, voted: null, voter: null, versions: [] })
    expect([isBehind(looked, 1), isBehind(noBallot, 1)]).toEqual([true, false])
  })

  it('that was not in the box when the poll closed is said to be too late, and one that was is not', () => {
    const late = (ballot: OwnBallot) => ballotOf(whilePollsAreOpen(new Map([[id, ballot]]), []), id)
    expect(late(typed(noBallot, draft))).toMatchObject({ draft: null, late: draft })
    expect(late(late(typed(noBallot, draft))), 'however often that is told').toMatchObject({ late: draft })
    expect(late(typed(noBallot, blankDraft)).late).toBeNull()
    const underWay = late(casting(typed(noBallot, draft), north, keys()))
    expect(cast(underWay, poll, id, at).late).toBeNull()
    expect(notCast(underWay, 'no-answer').late).toEqual(draft)
  })

  it('is kept in the tab while its poll is open, and no longer', () => {
    const ballots: OwnBallots = new Map([[id, typed(noBallot, draft)]])
    const kept: unknown = JSON.parse(JSON.stringify(keptDrafts(ballots)))
    expect(shownDraft(ballotOf(withDrafts(kept), id))).toEqual(draft)
    expect(keptDrafts(whilePollsAreOpen(ballots, []))).toEqual({})
    expect(withDrafts(null).size).toBe(0)
  })
})
