import { describe, expect, it } from 'vitest'
import type { AgendaItemId } from '../ids.ts'
import { applyMinutes, linesMax, type ActionId, type DecisionId, type MinutesCommand } from './minutes-text.ts'
import { Evening, said } from './testing/an-evening.ts'

const cuts = 'cuts' as AgendaItemId
const note = (text: string, item: AgendaItemId | null = cuts): MinutesCommand => ({ type: 'minutes:note', item, text })
const decision = (name: string, text = 'Het bad blijft open', item: AgendaItemId | null = cuts): MinutesCommand => ({
  type: 'decision:keep',
  decision: name as DecisionId,
  item,
  text,
})
const action = (name: string, change: { text?: string; who?: string; due?: string } = {}): MinutesCommand => ({
  type: 'action:keep',
  action: name as ActionId,
  item: null,
  text: 'Bedragen opzoeken',
  who: 'Bea',
  due: '2027-03-01',
  ...change,
})
/** An evening that is over, with a note, a decision and an action. */
const over = () => {
  const evening = new Evening()
  const plan = { title: 'Bezuinigen', goal: 'decide', minutes: 20, sections: [], polls: [] } as const
  evening.does('chef', { type: 'agenda:add', item: cuts, plan, after: null })
  evening.opens().closes()
  for (const command of [note('Goed gesprek.'), decision('d'), action('a')]) evening.does('chef', command)
  return evening
}

describe('[MINUTES-2] people add to the minutes', () => {
  it.each<[string, MinutesCommand, string | readonly string[]]>([
    ['other notes', note('Lang gesprek.'), ['minutes:noted']],
    ['the same notes', note(' Goed gesprek. \n'), []],
    ['notes of the meeting as a whole', note('Mooi.', null), ['minutes:noted']],
    ['no notes', note(''), ['minutes:noted']],
    ['notes for what is not on the agenda', note('x', 'tea' as AgendaItemId), 'item-not-found'],
    ['a book of notes', note('a'.repeat(10_001)), 'text-too-long'],
    ['a decision', decision('e'), ['decision:kept']],
    ['other words for a decision', decision('d', 'Het bad sluit om negen uur'), ['decision:kept']],
    ['the same decision', decision('d'), []],
    ['a decision, at another item', decision('d', 'Het bad blijft open', null), ['decision:kept']],
    ['a decision of no words', decision('d', ' '), 'text-empty'],
    ['a decision of too many', decision('d', 'a'.repeat(1_001)), 'text-too-long'],
    ['a decision less', { type: 'decision:remove', decision: 'd' as DecisionId }, ['decision:removed']],
    ['a decision less that is not there', { type: 'decision:remove', decision: 'e' as DecisionId }, []],
    ['an action', action('b', { who: '', due: '' }), ['action:kept']],
    ['the same action', action('a', { who: ' Bea ' }), []],
    ['another day', action('a', { due: '2027-03-02' }), ['action:kept']],
    ['too many people for it', action('a', { who: 'a'.repeat(121) }), 'text-too-long'],
    ['an action of no words', action('a', { text: ' ' }), 'text-empty'],
    ['an action less', { type: 'action:remove', action: 'a' as ActionId }, ['action:removed']],
    ['an action less that is not there', { type: 'action:remove', action: 'b' as ActionId }, []],
  ])('%s → %j', (_, command, expected) => {
    expect(said(over().asks('chef', command))).toEqual(expected)
  })

  it('lines that keep their place when their words change', () => {
    const evening = over()
    evening.does('chef', decision('e', 'Nog iets'))
    evening.does('chef', decision('d', 'Andere woorden'))
    evening.does('chef', action('a', { text: 'Bellen' }))
    expect(evening.now.minutes.decisions.map(({ text }) => text)).toEqual(['Andere woorden', 'Nog iets'])
    expect(evening.now.minutes.actions).toMatchObject([{ text: 'Bellen', who: 'Bea', due: '2027-03-01' }])
    evening.does('chef', { type: 'decision:remove', decision: 'd' as DecisionId })
    expect(evening.now.minutes.decisions.map(({ text }) => text)).toEqual(['Nog iets'])
  })

  it('two hundred lines of a kind at most', () => {
    const evening = over()
    for (let number = 1; number < linesMax; number += 1) {
      evening.does('chef', decision(`${number}`))
      evening.does('chef', action(`${number}`))
    }
    expect(said(evening.asks('chef', decision('one more')))).toBe('too-many')
    expect(said(evening.asks('chef', action('one more')))).toBe('too-many')
    expect(said(evening.asks('chef', decision('d', 'Andere woorden')))).toEqual(['decision:kept'])
  })

  it('before the meeting and during it too; only who leads it', () => {
    expect(said(new Evening().asks('chef', note('Voorbereid', null)))).toEqual(['minutes:noted'])
    expect(said(new Evening().opens().asks('chef', note('Bezig', null)))).toEqual(['minutes:noted'])
    for (const who of ['ann', 'lead', 'auditor', 'gast'])
      expect(said(over().asks(who, note('x')))).toBe('not-for-your-role')
  })
})

describe('[MINUTES-3] once the group has confirmed them', () => {
  it('nothing of them changes any more; before that it does, also when they were complete', () => {
    const evening = over().happens([{ type: 'meeting:minuted' }], 'chef')
    expect(evening.now.minutedAt).toBe(evening.at)
    expect(said(evening.asks('chef', note('Toch anders')))).toEqual(['minutes:noted'])
    evening.happens([{ type: 'meeting:confirmed', at: null }], 'chef')
    for (const command of [note('x'), decision('d', 'x'), action('a', { text: 'x' })])
      expect(said(evening.asks('chef', command))).toBe('minutes-confirmed')
  })
})

it('[EVENING-1] what a later version says of minutes changes nothing here', () => {
  const { minutes } = over().now
  expect(applyMinutes(minutes, { type: 'minutes:painted' } as never)).toBe(minutes)
})
