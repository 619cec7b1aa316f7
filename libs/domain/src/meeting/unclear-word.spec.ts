import { describe, expect, it } from 'vitest'
import { meetingEvent } from './meeting-event.ts'
import { minutesOf } from './minutes.ts'
import { Evening, said, sportEvening } from './testing/an-evening.ts'
import { asWord } from './unclear-word.ts'

describe('[WORD-1] a word that somebody does not understand', () => {
  it('is counted, however it is typed, and has nobody', () => {
    const evening = new Evening().opens()
    for (const [who, word] of [
      ['ann', 'BBV'],
      ['bea', ' bbv\u200B '],
      ['cas', 'Taakstelling'],
    ] as const)
      evening.does(who, { type: 'word:ask', word })
    expect([...evening.now.unclear]).toEqual([
      ['bbv', { count: 2, struck: null }],
      ['taakstelling', { count: 1, struck: null }],
    ])
    expect(evening.asks('ann', { type: 'word:ask', word: 'OZB' })).toEqual({
      ok: true,
      value: [{ type: 'word:asked', word: 'ozb' }],
    })
    expect(asWord(' Meerjaren \n begroting ')).toBe('meerjaren begroting')
  })

  it.each([
    ['nothing', ' ', 'text-empty'],
    ['a whole sentence', 'a'.repeat(41), 'text-too-long'],
  ])('is no %s', (_, word, expected) => {
    expect(said(new Evening().opens().asks('ann', { type: 'word:ask', word }))).toBe(expected)
  })

  it('is one of three hundred at most; those that are known are counted on', () => {
    const evening = new Evening().opens()
    evening.now = {
      ...evening.now,
      unclear: new Map(Array.from({ length: 300 }, (_, number) => [`w${number}`, { count: 1, struck: null }])),
    }
    expect(said(evening.asks('ann', { type: 'word:ask', word: 'one more' }))).toBe('too-many')
    expect(said(evening.asks('ann', { type: 'word:ask', word: 'W7' }))).toEqual(['word:asked'])
  })
})

describe('[WORD-2] a word that does not belong there', () => {
  const strike = { type: 'word:strike', word: ' Jan Jansen', reason: 'Een naam' } as const
  const restore = { type: 'word:restore', word: 'jan jansen' } as const
  const evening = () => {
    const asked = new Evening().opens()
    for (const word of ['Jan Jansen', 'BBV']) asked.does('ann', { type: 'word:ask', word })
    return asked
  }
  const minutes = (of: Evening) => minutesOf(sportEvening, of.now, of.at)

  it('is struck by the Chef with a reason, and the minutes say that one was', () => {
    const struck = evening()
    expect(minutes(struck)).not.toHaveProperty('struck')
    struck.does('chef', strike)
    expect(minutes(struck)).toMatchObject({ unclear: [{ word: 'bbv', count: 1 }], struck: 1 })
    expect(JSON.stringify(minutes(struck))).not.toContain('jansen')
    expect(said(struck.asks('chef', strike)), 'sent twice').toEqual([])
  })

  it('stays struck however often it is asked again, and is put back when that was wrong', () => {
    const struck = evening()
    struck.does('chef', strike)
    struck.does('bea', { type: 'word:ask', word: 'JAN JANSEN' })
    expect(minutes(struck).unclear).toEqual([{ word: 'bbv', count: 1 }])
    struck.does('chef', restore)
    expect(minutes(struck).unclear).toEqual([
      { word: 'jan jansen', count: 2 },
      { word: 'bbv', count: 1 },
    ])
    expect(said(struck.asks('chef', restore)), 'sent twice').toEqual([])
  })

  it.each([
    ['by others than who leads', 'ann', strike, 'not-for-your-role'],
    ['without a reason', 'chef', { ...strike, reason: ' ' }, 'reason-needed'],
    ['when nobody asked for it', 'chef', { ...strike, word: 'ozb' }, 'word-not-found'],
  ] as const)('is not struck %s', (_, who, command, code) => {
    expect(said(evening().asks(who, command))).toBe(code)
  })

  it('[MINUTES-3] is struck after the meeting too, until the minutes are confirmed', () => {
    const over = evening().closes()
    expect(said(over.asks('chef', strike))).toEqual(['word:struck'])
    over.happens([{ type: 'meeting:confirmed', at: null }])
    expect(said(over.asks('chef', strike))).toBe('minutes-confirmed')
  })

  it('[EVENING-8] is on the record without the word', () => {
    const struck = evening()
    struck.does('chef', strike)
    const fact = struck.log.at(-1)
    const event = fact && meetingEvent(sportEvening, fact, () => 'hash')
    expect(event).toMatchObject({ type: 'word:struck', actor: 'chef' })
    expect(JSON.stringify(event)).not.toContain('jansen')
  })
})
