import { describe, expect, it } from 'vitest'
import type { AgendaItemId, Instant, MeetingId, PollId, SectionId } from '../ids.ts'
import { currentItem, type AgendaItemPlan } from './agenda.ts'
import { agendaItemsMax, decideAgenda, type AgendaCommand } from './agenda-steps.ts'
import { timeSpent } from './spell.ts'
import { begin, Evening, minutes, said } from './testing/an-evening.ts'

const id = (name: string) => name as AgendaItemId
const plan = (title: string, change: Partial<AgendaItemPlan> = {}): AgendaItemPlan => ({
  title,
  goal: 'discuss',
  minutes: 20,
  sections: [],
  polls: [],
  ...change,
})
const add = (name: string, after: string | null = null): AgendaCommand => ({
  type: 'agenda:add',
  item: id(name),
  plan: plan(name),
  after: after === null ? null : id(after),
})

/** Three items, in this order: welcome, cuts, vote. */
const planned = () => {
  const evening = new Evening()
  for (const command of [add('vote'), add('welcome'), add('cuts', 'welcome')]) evening.does('chef', command)
  return evening
}
const titles = ({ now }: Evening) => now.agenda.map(({ title }) => title)
const states = ({ now }: Evening) => now.agenda.map(({ state }) => state)

describe('[EVENING-2] the agenda, before the meeting', () => {
  it('has its items where they were put: first, or behind another', () => {
    expect(titles(planned())).toEqual(['welcome', 'cuts', 'vote'])
  })

  it.each<[string, AgendaCommand, string | readonly string[]]>([
    ['an item once more', add('cuts'), []],
    ['behind one that is not there', add('tea', 'coffee'), 'item-not-found'],
    ['without a title', { ...add('tea'), plan: plan(' \u200B ') } as AgendaCommand, 'text-empty'],
    ['with a title of 161', { ...add('tea'), plan: plan('a'.repeat(161)) } as AgendaCommand, 'text-too-long'],
    ['of no time', { ...add('tea'), plan: plan('tea', { minutes: 0 }) } as AgendaCommand, 'minutes-out-of-range'],
    ['of 241 minutes', { ...add('tea'), plan: plan('tea', { minutes: 241 }) } as AgendaCommand, 'minutes-out-of-range'],
    [
      'of half a minute',
      { ...add('tea'), plan: plan('tea', { minutes: 1.5 }) } as AgendaCommand,
      'minutes-out-of-range',
    ],
    [
      'with 21 sections',
      {
        ...add('tea'),
        plan: plan('tea', { sections: Array.from({ length: 21 }, (_, n) => `${n}` as SectionId) }),
      } as AgendaCommand,
      'too-many',
    ],
    [
      'other words for one that is not there',
      { type: 'agenda:change', item: id('tea'), plan: plan('x') },
      'item-not-found',
    ],
    ['the same words', { type: 'agenda:change', item: id('cuts'), plan: plan(' cuts ') }, []],
    ['other words', { type: 'agenda:change', item: id('cuts'), plan: plan('savings') }, ['agenda:changed']],
    ['to where it stands', { type: 'agenda:move', item: id('cuts'), after: id('welcome') }, []],
    ['behind itself', { type: 'agenda:move', item: id('cuts'), after: id('cuts') }, []],
    ['to the front', { type: 'agenda:move', item: id('cuts'), after: null }, ['agenda:moved']],
    [
      'behind one that is not there, moved',
      { type: 'agenda:move', item: id('cuts'), after: id('tea') },
      'item-not-found',
    ],
    ['away', { type: 'agenda:remove', item: id('cuts') }, ['agenda:removed']],
    ['away, that is not there', { type: 'agenda:remove', item: id('tea') }, []],
    ['to a later meeting', { type: 'agenda:defer', item: id('cuts'), to: 'next' as MeetingId }, ['agenda:deferred']],
    [
      'to this very meeting',
      { type: 'agenda:defer', item: id('cuts'), to: 'evening' as MeetingId },
      'not-a-later-meeting',
    ],
  ])('%s → %j', (_, command, expected) => {
    expect(said(planned().asks('chef', command))).toEqual(expected)
  })

  it('links each section and each poll once', () => {
    const [section, poll] = ['s' as SectionId, 'p' as PollId]
    const evening = planned()
    const twice = plan('tea', { sections: [section, section], polls: [poll, poll] })
    evening.does('chef', { type: 'agenda:add', item: id('tea'), plan: twice, after: null })
    expect(evening.now.agenda[0]).toMatchObject({ sections: [section], polls: [poll] })
  })

  it('moves', () => {
    const evening = planned()
    evening.does('chef', { type: 'agenda:move', item: id('vote'), after: null })
    expect(titles(evening)).toEqual(['vote', 'welcome', 'cuts'])
    evening.does('chef', { type: 'agenda:move', item: id('vote'), after: id('cuts') })
    expect(titles(evening)).toEqual(['welcome', 'cuts', 'vote'])
  })

  it('has forty items at most', () => {
    const evening = new Evening()
    for (let number = 0; number < agendaItemsMax; number += 1) evening.does('chef', add(`item ${number}`))
    expect(said(evening.asks('chef', add('one more')))).toBe('too-many')
    expect(said(evening.asks('chef', add('item 3'))), 'one that is there').toEqual([])
  })

  it('has no current item yet', () => {
    expect(said(planned().asks('chef', { type: 'agenda:start', item: id('cuts') }))).toBe('meeting-not-running')
    expect(said(decideAgenda(planned().now.agenda, { type: 'agenda:start', item: id('cuts') }, false))).toBe(
      'meeting-not-running',
    )
  })
})

describe('[EVENING-2] at the meeting', () => {
  const started = (name: string, evening = planned().opens()) => {
    evening.does('chef', { type: 'agenda:start', item: id(name) })
    return evening
  }

  it('one item is the current one: what was is done when the next begins', () => {
    const evening = started('cuts', started('welcome'))
    expect(states(evening)).toEqual(['done', 'current', 'waiting'])
    expect(currentItem(evening.now.agenda)?.title).toBe('cuts')
    expect(said(evening.asks('chef', { type: 'agenda:start', item: id('cuts') })), 'started twice').toEqual([])
  })

  it('what was spoken about, or written down for, stays on the agenda', () => {
    const evening = started('cuts', started('welcome'))
    for (const name of ['welcome', 'cuts'])
      expect(said(evening.asks('chef', { type: 'agenda:remove', item: id(name) }))).toBe('item-was-current')
    evening.does('chef', { type: 'minutes:note', item: id('vote'), text: 'Next time.' })
    expect(said(evening.asks('chef', { type: 'agenda:remove', item: id('vote') }))).toBe('item-was-current')
    evening.does('chef', { type: 'minutes:note', item: id('vote'), text: '' })
    expect(said(evening.asks('chef', { type: 'agenda:remove', item: id('vote') }))).toEqual(['agenda:removed'])
  })

  it('an item can come back, from being done or deferred', () => {
    const evening = started('welcome')
    evening.does('chef', { type: 'agenda:defer', item: id('cuts'), to: null })
    evening.does('chef', { type: 'agenda:end', item: id('welcome') })
    expect(states(evening)).toEqual(['done', 'deferred', 'waiting'])
    started('cuts', evening)
    expect(evening.now.agenda[1]).toMatchObject({ state: 'current', deferredTo: null })
  })

  describe('an item that was not meant to begin', () => {
    const undo = (name: string) => ({ type: 'agenda:undo', item: id(name) }) as const
    const spellsOf = ({ now: { agenda } }: Evening, name: string) => agenda.find(({ title }) => title === name)?.spells

    it('waits again, and what was on goes on as if it had never stopped', () => {
      const evening = started('welcome').wait(5)
      const before = evening.now.agenda
      started('cuts', evening).wait(1).does('chef', undo('cuts'))
      expect(states(evening)).toEqual(['current', 'waiting', 'waiting'])
      expect(evening.now.agenda).toEqual(before)
      expect(said(evening.asks('chef', undo('cuts'))), 'sent twice').toEqual([])
    })

    it('leaves nothing on when nothing was', () => {
      const evening = started('welcome')
      evening.wait(1).does('chef', undo('welcome'))
      expect(states(evening)).toEqual(['waiting', 'waiting', 'waiting'])
      expect(spellsOf(evening, 'welcome')).toEqual([])
      expect(said(evening.asks('chef', { type: 'agenda:remove', item: id('welcome') }))).toEqual(['agenda:removed'])
    })

    it('is done or deferred again when it was', () => {
      const evening = started('cuts', started('welcome'))
      evening.does('chef', { type: 'agenda:defer', item: id('vote'), to: 'next' as MeetingId })
      started('vote', started('welcome', evening))
      evening.does('chef', undo('vote'))
      expect(states(evening)).toEqual(['current', 'done', 'deferred'])
      expect(evening.now.agenda[2]?.deferredTo).toBe('next')
      started('cuts', evening).does('chef', undo('cuts'))
      expect(states(evening)).toEqual(['current', 'done', 'deferred'])
    })

    it('stands still in a break, with what was on before it', () => {
      const evening = started('cuts', started('welcome').wait(5)).wait(1).pauses().wait(10)
      evening.does('chef', undo('cuts'))
      expect(states(evening)).toEqual(['current', 'waiting', 'waiting'])
      evening.resumes().wait(2)
      expect(timeSpent({ spells: spellsOf(evening, 'welcome') ?? [] }, evening.at)).toBe(minutes(8))
    })

    it('and one that was deferred by mistake is what it was, also after the meeting', () => {
      const evening = started('cuts', started('welcome'))
      for (const name of ['welcome', 'cuts', 'vote'])
        evening.does('chef', { type: 'agenda:defer', item: id(name), to: null })
      evening.closes()
      for (const name of ['welcome', 'cuts', 'vote']) evening.does('chef', undo(name))
      expect(states(evening)).toEqual(['done', 'done', 'waiting'])
    })
  })

  it('counts the time of an item, and no pause', () => {
    const evening = started('cuts').wait(10).pauses().wait(15).resumes().wait(5)
    const cuts = () => evening.now.agenda.find(({ title }) => title === 'cuts')
    expect(timeSpent(cuts() ?? { spells: [] }, evening.at)).toBe(minutes(15))
    evening.does('chef', { type: 'agenda:end', item: id('cuts') })
    evening.wait(20)
    expect(timeSpent(cuts() ?? { spells: [] }, evening.at)).toBe(minutes(15))
    expect(cuts()?.spells).toEqual([
      { from: begin, to: (begin + minutes(10)) as Instant },
      { from: (begin + minutes(25)) as Instant, to: (begin + minutes(30)) as Instant },
    ])
  })

  it('[MINUTES-2] keeps how long an item was planned when it began, whatever the plan says later', () => {
    const evening = started('cuts')
    evening.does('chef', { type: 'agenda:change', item: id('cuts'), plan: plan('cuts', { minutes: 60 }) })
    expect(evening.now.agenda[1]).toMatchObject({ minutes: 60, plannedAtStart: 20 })
    started('cuts', started('vote', evening))
    expect(evening.now.agenda[1]).toMatchObject({ plannedAtStart: 20 })
  })

  it('once it is over only puts things off', () => {
    const evening = started('cuts').closes()
    expect(said(evening.asks('chef', add('tea')))).toBe('meeting-over')
    expect(said(evening.asks('chef', { type: 'agenda:move', item: id('cuts'), after: null }))).toBe('meeting-over')
    expect(said(evening.asks('chef', { type: 'agenda:start', item: id('vote') }))).toBe('meeting-not-running')
    expect(said(evening.asks('chef', { type: 'agenda:defer', item: id('vote'), to: 'next' as MeetingId }))).toEqual([
      'agenda:deferred',
    ])
  })

  it('is led by the Chef alone', () => {
    expect(
      said(
        planned()
          .opens()
          .asks('ann', { type: 'agenda:start', item: id('cuts') }),
      ),
    ).toBe('not-for-your-role')
  })
})
