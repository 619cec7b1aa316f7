import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { chained, checkChain, type ChainedEvent, type NewEvent } from './event-chain.ts'
import type { Instant, PersonId } from './ids.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const event = (i: number): NewEvent => ({
  at: i as Instant,
  actor: 'noor' as PersonId,
  role: 'chef',
  theme: null,
  type: 'section:lock',
  subject: `section-${i}`,
  details: { seq: i, book: 'sport' },
})
const chain = Array.from({ length: 5 }).reduce<ChainedEvent[]>(
  (before, _, i) => [...before, chained('d', event(i), before.at(-1) ?? null, hashOf)],
  [],
)
const check = (events: readonly ChainedEvent[], name = 'd') => checkChain(name, events, null, hashOf).fault

describe('[RECORD-1] a chain of events', () => {
  it('is right as it was written, also when it is read in parts', () => {
    expect(check(chain)).toBeNull()
    const half = checkChain('d', chain.slice(0, 2), null, hashOf)
    expect(checkChain('d', chain.slice(2), half.last, hashOf)).toEqual({ fault: null, last: chain[4] })
  })

  it.each<[string, (events: ChainedEvent[]) => unknown, number, string]>([
    ['one is taken out', (events) => events.splice(2, 1), 3, 'missing'],
    ['the first is taken out', (events) => events.splice(0, 1), 1, 'missing'],
    [
      'two change places',
      (events) => events.splice(1, 2, events[2] as ChainedEvent, events[1] as ChainedEvent),
      2,
      'missing',
    ],
    [
      'somebody else did it',
      (events) => (events[2] = { ...(events[2] as ChainedEvent), actor: 'tom' as PersonId }),
      3,
      'changed',
    ],
    ['it was another role', (events) => (events[2] = { ...(events[2] as ChainedEvent), role: 'lead' }), 3, 'changed'],
    [
      'it was at another time',
      (events) => (events[4] = { ...(events[4] as ChainedEvent), at: 9 as Instant }),
      5,
      'changed',
    ],
    ['a detail is another', (events) => (events[0] = { ...(events[0] as ChainedEvent), details: {} }), 1, 'changed'],
    [
      'one is written anew, with a hash that fits it',
      (events) => (events[2] = chained('d', event(9), events[1] as ChainedEvent, hashOf)),
      4,
      'changed',
    ],
  ])('is found out when %s', (_, change, seq, why) => {
    const events = [...chain]
    change(events)
    expect(check(events)).toEqual({ seq, why })
  })

  it('is not that of another dialogue', () => {
    expect(check(chain, 'another')).toEqual({ seq: 1, why: 'changed' })
  })

  it('does not ask in which order the details were named', () => {
    const [first] = chain as [ChainedEvent]
    expect(check([{ ...first, details: { book: 'sport', seq: 0 } }])).toBeNull()
  })
})
