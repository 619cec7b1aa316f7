import type { Instant, Lock, PersonId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { lockWords } from './lock-words.ts'

const at2014 = Date.UTC(2026, 3, 1, 18, 14) as Instant
const minutes = (count: number) => (at2014 + count * 60_000) as Instant
const lock = (change: Partial<Lock> = {}): Lock => ({
  chef: 'chef' as PersonId,
  since: at2014,
  reason: '',
  until: null,
  ...change,
})

describe('a lock in words', () => {
  it.each<[Lock, string | null, string]>([
    [lock(), 'Anna Smit', 'Vergrendeld door Anna Smit om 20:14'],
    [lock(), null, 'Vergrendeld door de Chef om 20:14'],
    [
      lock({ reason: 'We lezen samen', until: minutes(31) }),
      'Anna Smit',
      'Vergrendeld door Anna Smit om 20:14\u00a0· tot 20:45\u00a0· reden: We lezen samen',
    ],
  ])('%#', (one, chef, words) => {
    expect(lockWords(one, chef, minutes(5), 'nl')).toBe(words)
  })

  it('says the day of a lock of yesterday', () => {
    expect(lockWords(lock(), 'Anna', minutes(24 * 60), 'nl')).toContain('op 1 april 2026')
  })
})
