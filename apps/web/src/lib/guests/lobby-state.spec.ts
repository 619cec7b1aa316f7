import type { OwnVisit } from '@witboek/contract'
import type { Instant, MeetingId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { currentVisit, lobbyState } from './lobby-state.ts'

const visit = (state: OwnVisit['state'], meeting: OwnVisit['meeting']['state'] = 'open'): OwnVisit => ({
  meeting: { id: 'evening' as MeetingId, title: 'Avond', place: '', startsAt: 0 as Instant, state: meeting },
  theme: null,
  state,
  writes: false,
  askedAt: 0 as Instant,
  seat: null,
  seated: false,
})

describe('the page of somebody who asked to join', () => {
  it('is about what one waits for or may go into, and else about the latest', () => {
    const [old, now] = [visit('ended', 'closed'), visit('waiting')]
    expect(currentVisit({ visits: [old, now] })).toBe(now)
    expect(currentVisit({ visits: [old] })).toBe(old)
    expect(currentVisit({ visits: [] })).toBeNull()
  })

  it.each([
    ['waiting', 'open', false, 'waiting'],
    ['admitted', 'open', false, 'admitted'],
    ['refused', 'open', false, 'refused'],
    ['ended', 'open', false, 'ended'],
    ['admitted', 'open', true, 'ended'],
    ['waiting', 'open', true, 'ended'],
    ['waiting', 'paused', false, 'waiting'],
    ['waiting', 'closed', false, 'over'],
    ['admitted', 'minuted', false, 'over'],
    ['ended', 'closed', true, 'over'],
  ] as const)('who is %s at a meeting that is %s (signed out: %s) reads: %s', (state, meeting, isOut, said) => {
    expect(lobbyState(visit(state, meeting), isOut)).toBe(said)
  })

  it('says that there is nothing to wait for', () => {
    expect(lobbyState(null, true)).toBe('none')
  })
})
