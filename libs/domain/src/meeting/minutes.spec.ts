import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AgendaItemId, BookId, MeetingId, PersonId, PollId, QuestionId, SpeakerId } from '../ids.ts'
import type { PollFact } from '../poll/poll.ts'
import type { PollPlan } from '../poll/poll-plan.ts'
import type { PollResult } from '../poll/poll-result.ts'
import { lineOf } from './attendance.ts'
import { minutesHash, minutesOf, modesOf } from './minutes.ts'
import type { ActionId, DecisionId } from './minutes-text.ts'
import { begin, Evening, minutes } from './testing/an-evening.ts'

const item = (name: string) => name as AgendaItemId
const plan = (title: string, planned: number, polls: readonly PollId[] = []) =>
  ({ title, goal: 'discuss', minutes: planned, sections: [], polls }) as const
const question: PollPlan = {
  ...{ question: 'Dicht op maandag?', explanation: '', kind: 'yes_no', options: [], visibility: 'open' },
  ...{ reveal: 'on_close', requiresPresence: true, quorum: null, threshold: null, dots: null, target: null },
  closesAfter: null,
}
const result = { cast: 2, entitled: 3, verdict: 'chosen', winners: ['yes'] } as unknown as PollResult
const poll = (name: string, until: 'draft' | 'open' | 'closed' | 'published' | 'void', of: string | null = null) => {
  const id = { poll: name as PollId }
  const electorate = { electorate: [], electorateHash: '', definitionHash: '', closesAt: null }
  const steps: { readonly [step: string]: PollFact } = {
    draft: { type: 'poll:drafted', ...id, plan: question, item: of as AgendaItemId | null },
    open: { type: 'poll:opened', ...id, ...electorate },
    closed: { type: 'poll:closed', ...id },
    published: { type: 'poll:published', ...id, result, ballotsRoot: 'root' },
    void: { type: 'poll:voided', ...id, reason: 'De vraag klopte niet' },
  }
  const way = { draft: ['draft'], open: ['draft', 'open'], closed: ['draft', 'open', 'closed'] }
  const names = until === 'published' || until === 'void' ? [...way.closed, until] : way[until]
  return names.map((step) => steps[step] as PollFact)
}

/** An evening of two items: 12 minutes where 10 were planned, a break, and 5 of 20. */
const evening = () => {
  const all = new Evening()
  all.does('chef', { type: 'agenda:add', item: item('welcome'), plan: plan('Welkom', 10), after: null })
  all.does('chef', {
    type: 'agenda:add',
    item: item('cuts'),
    plan: plan('Bezuinigen', 20, ['linked' as PollId]),
    after: item('welcome'),
  })
  all.does('chef', { type: 'agenda:add', item: item('later'), plan: plan('Rondvraag', 5), after: item('cuts') })
  all.opens().comes('ann').comes('bea', 'remote')
  all.happens([{ type: 'checkpoint:taken', book: 'green' as BookId, seq: 3 }])
  all.does('chef', { type: 'agenda:start', item: item('welcome') })
  for (const id of ['ann', 'bea']) {
    all.does(id, { type: 'speaker:raise', speaker: id as SpeakerId, kind: 'normal', note: '', person: null })
    all.does('chef', { type: 'speaker:call', speaker: id as SpeakerId })
    all.wait(6)
  }
  all.does('chef', { type: 'agenda:start', item: item('cuts') })
  all.does('ann', { type: 'speaker:raise', speaker: 'again' as SpeakerId, kind: 'normal', note: '', person: null })
  all.does('chef', { type: 'speaker:call', speaker: null })
  all.wait(3).pauses().wait(15).resumes().wait(2)
  all.does('chef', { type: 'agenda:defer', item: item('later'), to: 'next' as MeetingId })
  return all
}
const of = ({ meeting, now, at }: Evening) => minutesOf(meeting, now, at)

describe('[MINUTES-1] the minutes of a meeting make themselves', () => {
  it('when it opened, paused and closed, and who led it', () => {
    const all = evening()
    expect(of(all)).toMatchObject({ openedAt: begin, closedAt: null, ledBy: ['chef'], state: 'draft' })
    expect(of(all.closes().wait(99))).toMatchObject({
      closedAt: begin + minutes(32),
      breaks: [{ from: begin + minutes(15), to: begin + minutes(30) }],
    })
  })

  it('a break that is not over has no end, until the meeting closes in it', () => {
    const all = new Evening().opens().wait(10).pauses().wait(5)
    expect(of(all).breaks).toEqual([{ from: begin + minutes(10), to: null }])
    expect(of(all.closes())).toMatchObject({
      closedAt: begin + minutes(15),
      breaks: [{ from: begin + minutes(10), to: begin + minutes(15) }],
    })
  })

  it('nothing of one that did not begin', () => {
    expect(of(new Evening())).toMatchObject({ openedAt: null, closedAt: null, breaks: [], attendance: [], items: [] })
  })

  it('who was there, when, and from where; a dropped line is no other time', () => {
    const all = new Evening().opens().comes('ann', 'remote').wait(10)
    const line = (onLine: boolean) => all.happens(lineOf(all.now.attendance, 'ann' as PersonId, onLine))
    line(false).wait(5)
    line(true).wait(10).comes('ann').wait(5).comes('bea').closes()
    const { attendance } = of(all.wait(60))
    expect(attendance).toEqual([
      {
        person: 'ann',
        role: 'expert',
        times: [
          { mode: 'remote', from: begin, to: begin + minutes(25), here: minutes(20) },
          { mode: 'room', from: begin + minutes(25), to: begin + minutes(30), here: minutes(5) },
        ],
      },
      {
        person: 'bea',
        role: 'expert',
        times: [{ mode: 'room', from: begin + minutes(30), to: begin + minutes(30), here: 0 }],
      },
    ])
    expect(attendance.map(modesOf)).toEqual([['remote', 'room'], ['room']])
  })

  it('how long each item took, how long was planned, and how much it was over', () => {
    const items = of(evening().closes().wait(99)).items.map(({ title, planned, spent, overrun, state }) => [
      ...[title, state],
      ...[planned, spent, overrun].map((ms) => ms / 60_000),
    ])
    expect(items).toEqual([
      ['Welkom', 'done', 10, 12, 2],
      ['Bezuinigen', 'done', 20, 5, 0],
      ['Rondvraag', 'deferred', 5, 0, 0],
    ])
    expect(of(evening()).items[2]?.deferredTo).toBe('next')
  })

  it('[MINUTES-2] how long was planned when it began: whoever plans more time afterwards was over all the same', () => {
    const all = evening()
    const longer = (name: string) => all.does('chef', { type: 'agenda:change', item: item(name), plan: plan(name, 60) })
    for (const name of ['welcome', 'cuts', 'later']) longer(name)
    expect(of(all.closes()).items.map(({ planned, overrun }) => [planned, overrun].map((ms) => ms / 60_000))).toEqual([
      [10, 2],
      [20, 0],
      [60, 0],
    ])
  })

  it('how many people had the word, and how often, at what everybody was at then', () => {
    expect(of(evening()).items.map(({ speakers, turns }) => [speakers, turns])).toEqual([
      [2, 2],
      [1, 1],
      [0, 0],
    ])
  })

  it('the notes, decisions and actions of each item, and of the whole', () => {
    const all = evening().closes()
    all.does('chef', { type: 'minutes:note', item: item('cuts'), text: 'Goed gesprek.' })
    all.does('chef', { type: 'minutes:note', item: null, text: 'Mooie avond.' })
    all.does('chef', { type: 'decision:keep', decision: 'd' as DecisionId, item: item('cuts'), text: 'Open' })
    all.does('chef', { type: 'action:keep', action: 'a' as ActionId, item: null, text: 'Bellen', who: 'Bea', due: '' })
    const { items, whole } = of(all)
    expect(items[1]).toMatchObject({ notes: 'Goed gesprek.', decisions: [{ id: 'd', text: 'Open' }], actions: [] })
    expect(whole).toMatchObject({ notes: 'Mooie avond.', decisions: [], actions: [{ id: 'a', who: 'Bea' }] })
  })

  it('what was asked and is not answered; not what is out of sight, and no remark that nobody kept', () => {
    const all = new Evening().opens()
    const ask = (name: string, kind: 'question' | 'comment' = 'question', anonymous = false) =>
      all.does('ann', { type: 'question:ask', question: name as QuestionId, kind, text: name, anonymous })
    for (const name of ['open', 'answered', 'postponed', 'hidden']) ask(name)
    ask('unsigned', 'question', true)
    ask('remark', 'comment')
    ask('kept remark', 'comment')
    all.does('chef', { type: 'question:answer', question: 'answered' as QuestionId })
    for (const name of ['postponed', 'kept remark'])
      all.does('chef', { type: 'question:postpone', question: name as QuestionId })
    all.does('chef', { type: 'question:hide', question: 'hidden' as QuestionId, reason: 'Grof' })
    expect(of(all).questions.map(({ text, person, postponed }) => [text, person, postponed])).toEqual([
      ['open', 'ann', false],
      ['postponed', 'ann', true],
      ['unsigned', null, false],
      ['kept remark', 'ann', true],
    ])
  })

  it('the words that were not clear, the most asked first', () => {
    const all = new Evening().opens()
    for (const word of ['ozb', 'bbv', 'bbv', 'anw']) all.does('ann', { type: 'word:ask', word })
    expect(of(all).unclear).toEqual([
      { word: 'bbv', count: 2 },
      { word: 'anw', count: 1 },
      { word: 'ozb', count: 1 },
    ])
  })

  it('how far the book was', () => {
    expect(of(evening()).checkpoints).toEqual([{ book: 'green', seq: 3, at: begin }])
  })
})

describe('[MINUTES-2] numbers come from what happened', () => {
  it.each<[Parameters<typeof poll>[1], unknown]>([
    ['draft', undefined],
    ['open', { state: 'unpublished', result: null }],
    ['closed', { state: 'unpublished', result: null }],
    ['published', { state: 'published', result }],
    ['void', { state: 'void', voidReason: 'De vraag klopte niet', result: null }],
  ])('of a poll that is %s', (until, expected) => {
    const [shown] = of(evening().happens(poll('p', until), 'chef')).whole.polls
    if (expected === undefined) expect(shown).toBeUndefined()
    else expect(shown).toMatchObject(expected as object)
  })

  it('of a poll that does not count after all there are none, though they were known', () => {
    const late = { type: 'poll:voided', poll: 'p' as PollId, reason: 'Dubbel gesteld' } as const
    const [shown] = of(evening().happens([...poll('p', 'published'), late], 'chef')).whole.polls
    expect(shown).toMatchObject({ state: 'void', result: null, voidReason: 'Dubbel gesteld' })
  })

  it('each poll stands with its item: its own, or the one that names it', () => {
    const all = evening().happens([...poll('own', 'published', 'welcome'), ...poll('linked', 'closed')], 'chef')
    expect(of(all).items.map(({ polls }) => polls.map(({ id }) => id))).toEqual([['own'], ['linked'], []])
    expect(of(all).whole.polls).toEqual([])
    const gone = evening().happens(poll('gone', 'published', 'not there'), 'chef')
    expect(of(gone).whole.polls).toHaveLength(1)
  })
})

describe('[MINUTES-5] the same facts make the same minutes', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

  it('at any time after the meeting', () => {
    const all = evening().closes()
    expect(of(all.wait(10_000))).toEqual(minutesOf(all.meeting, all.now, begin))
  })

  it('so that a hash tells whether they are what the group confirmed', () => {
    const all = evening().closes()
    const before = minutesHash(of(all), hashOf)
    all.happens([{ type: 'meeting:minuted' }], 'chef').wait(5)
    all.happens([{ type: 'meeting:confirmed', at: 'next' as MeetingId }], 'chef')
    expect(of(all)).toMatchObject({
      state: 'confirmed',
      completeAt: begin + minutes(32),
      confirmed: { meeting: 'next' },
    })
    expect(minutesHash(of(all), hashOf)).toBe(before)
    all.happens([{ type: 'minutes:noted', item: null, text: 'Eén letter anders' }], 'chef')
    expect(minutesHash(of(all), hashOf)).not.toBe(before)
  })

  it('also when they go through JSON', () => {
    const minutesNow = of(evening().closes())
    expect(JSON.parse(JSON.stringify(minutesNow))).toEqual(minutesNow)
  })
})
