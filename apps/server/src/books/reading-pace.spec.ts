import type { PersonId } from '@witboek/domain'
import { openInProcessLive, ReadingPace } from '@witboek/live'
import { describe, expect, it } from 'vitest'
import { Accounts } from './accounts.ts'
import { accountRates, lineRates } from './reading-pace.ts'

const noor = 'person-noor' as PersonId
const bram = 'person-bram' as PersonId

/** The longest wait (ms) for somebody who brings so many messages of this size, so many a second. */
function longestWait(pace: ReadingPace, { messages = 0, size = 0, perSecond = 0 }): number {
  let longest = 0
  for (let i = 0; i < messages; i++) longest = Math.max(longest, pace.read(size, (i / perSecond) * 1000))
  return longest
}

describe('[I6] the pace at which a line is read', () => {
  it.each([
    ['a fast typist for an hour', { messages: 36_000, size: 60, perSecond: 10 }],
    ['eight sections with an evening offline, at once', { messages: 16, size: 400_000, perSecond: 1_000 }],
    ['a caret that never rests', { messages: 20_000, size: 200, perSecond: 60 }],
  ])('does not hold up %s', (_, brought) => {
    expect(longestWait(new ReadingPace(lineRates, 0), brought)).toBe(0)
  })

  it.each([
    ['messages', { messages: 3_000, size: 10, perSecond: 100_000 }],
    ['bytes', { messages: 10, size: 4 * 1024 * 1024, perSecond: 1_000 }],
  ])('holds up whoever brings too many %s', (_, brought) => {
    expect(longestWait(new ReadingPace(lineRates, 0), brought)).toBeGreaterThan(4_000)
  })

  it('is one for all lines of an account, and another for the next account, whatever address they come from', () => {
    const accounts = new Accounts(openInProcessLive({ accountRates }).pace)
    const [first, second, third] = [accounts.enter(noor), accounts.enter(noor), accounts.enter(bram)]
    for (let i = 0; i < accountRates.messages.burst; i++) first?.read(10, 0)
    expect(second?.read(10, 0)).toBeGreaterThan(0)
    expect(third?.read(10, 0)).toBe(0)
  })
})

describe('[I6] an account', () => {
  it('has at most fifty lines, and gets another when one has ended', () => {
    const accounts = new Accounts(openInProcessLive({ accountRates }).pace)
    for (let i = 0; i < 50; i++) expect(accounts.enter(noor)).not.toBeNull()
    expect(accounts.enter(noor)).toBeNull()
    expect(accounts.enter(bram)).not.toBeNull()
    accounts.leave(noor)
    expect(accounts.enter(noor)).not.toBeNull()
  })

  it('leaves nothing behind when its last line has ended', () => {
    const accounts = new Accounts(openInProcessLive({ accountRates }).pace)
    accounts.enter(noor)
    accounts.enter(noor)
    accounts.leave(noor)
    expect(accounts.size).toBe(1)
    accounts.leave(noor)
    accounts.leave(noor)
    expect(accounts.size).toBe(0)
  })
})
