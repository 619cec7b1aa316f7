import { describe, expect, it } from 'vitest'
import type { PollId, SectionId } from '../ids.ts'
import type { PollPlan } from '../poll/poll-plan.ts'
import type { ScreenView } from './screen-view.ts'
import { Evening, said } from './testing/an-evening.ts'

const plan: PollPlan = {
  question: 'Sluiten op maandag?',
  explanation: '',
  kind: 'yes_no',
  options: [],
  visibility: 'open',
  reveal: 'live',
  requiresPresence: true,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
}
const withPolls = () =>
  new Evening().opens().happens([
    { type: 'poll:drafted', poll: 'draft' as PollId, plan, item: null },
    { type: 'poll:drafted', poll: 'open' as PollId, plan, item: null },
    {
      type: 'poll:opened',
      poll: 'open' as PollId,
      electorate: [],
      electorateHash: '',
      definitionHash: '',
      closesAt: null,
    },
  ])
const show = (view: ScreenView) => ({ type: 'screen:show', view }) as const
const section = (id: string): ScreenView => ({ what: 'section', section: id as SectionId })
const poll = (id: string): ScreenView => ({ what: 'poll', poll: id as PollId })

describe('[SCREEN-1] the big screen shows', () => {
  it('how to join, until the Chef chooses', () => {
    expect(new Evening().now.screen).toEqual({ what: 'join' })
  })

  it.each<[string, ScreenView, string | readonly string[]]>([
    ['what it shows', section('pool'), []],
    ['another section', section('library'), ['screen:shown']],
    ['the agenda', { what: 'agenda' }, ['screen:shown']],
    ['a poll', poll('open'), ['screen:shown']],
    ['a poll that is a draft: only the Chef sees it', poll('draft'), 'poll-not-found'],
    ['a poll that is not there', poll('other'), 'poll-not-found'],
  ])('%s → %j', (_, view, expected) => {
    const evening = withPolls()
    evening.does('chef', show(section('pool')))
    expect(said(evening.asks('chef', show(view)))).toEqual(expected)
  })

  it('what the Chef wants before the meeting and after it too, and nobody else', () => {
    expect(said(new Evening().asks('chef', show({ what: 'agenda' })))).toEqual(['screen:shown'])
    expect(
      said(
        new Evening()
          .opens()
          .closes()
          .asks('chef', show({ what: 'agenda' })),
      ),
    ).toEqual(['screen:shown'])
    expect(said(new Evening().opens().asks('ann', show({ what: 'agenda' })))).toBe('not-for-your-role')
  })
})
