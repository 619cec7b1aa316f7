import type { Instant, InvitationStanding } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { sendingOf } from './sending.ts'

const one = (standing: InvitationStanding, at: number) => ({ standing, createdAt: at as Instant })

describe('letters that go out', () => {
  it('are counted with those of the same list', () => {
    const list = [one('queued', 5), one('sent', 5), one('bounced', 5), one('sent', 1), one('accepted', 1)]
    expect(sendingOf(list)).toEqual({ waiting: 1, sent: 2, all: 3 })
  })

  it('are none when nobody waits', () => {
    expect(sendingOf([one('sent', 5), one('withdrawn', 5)])).toBeNull()
    expect(sendingOf([])).toBeNull()
  })
})
