import { describe, expect, it } from 'vitest'
import type {
  AgendaItemId,
  AnnouncementId,
  MeetingId,
  PersonId,
  PollId,
  QuestionId,
  ReportId,
  SpeakerId,
} from '../ids.ts'
import type { Seat } from '../people.ts'
import type { PollPlan } from '../poll/poll-plan.ts'
import { mayInMeeting } from './acting.ts'
import { lineNews, seatsGone } from './coming-and-going.ts'
import type { MeetingCommand } from './decide.ts'
import type { ActionId, DecisionId } from './minutes-text.ts'
import { care, Evening, said, sportEvening } from './testing/an-evening.ts'

const item = 'cuts' as AgendaItemId
const speaker = 'ann' as SpeakerId
const question = 'q' as QuestionId
const report = 'r' as ReportId
const announcement = 'coffee' as AnnouncementId
const decision = 'd' as DecisionId
const action = 'a' as ActionId
const plan = { title: 'Bezuinigen', goal: 'decide', minutes: 20, sections: [], polls: [] } as const

/** One of every kind; the middle column says when: before, while it goes on, in a break, after it. */
const commands: readonly (readonly [command: MeetingCommand, when: string, who: 'everybody' | 'chef' | 'lead'])[] = [
  [{ type: 'agenda:add', item: 'x' as AgendaItemId, plan, after: null }, 'before running paused', 'chef'],
  [{ type: 'agenda:change', item, plan }, 'before running paused', 'chef'],
  [{ type: 'agenda:move', item, after: null }, 'before running paused', 'chef'],
  [{ type: 'agenda:remove', item }, 'before running paused', 'chef'],
  [{ type: 'agenda:start', item }, 'running', 'chef'],
  [{ type: 'agenda:end', item }, 'running paused', 'chef'],
  [{ type: 'agenda:defer', item, to: 'next' as MeetingId }, 'before running paused over', 'chef'],
  [{ type: 'agenda:undo', item }, 'before running paused over', 'chef'],
  [{ type: 'attendance:check-in', mode: 'remote', roomCode: '' }, 'running paused', 'everybody'],
  [{ type: 'attendance:leave' }, 'running paused', 'everybody'],
  [{ type: 'attendance:correct', person: 'ann' as PersonId, mode: 'room' }, 'running paused', 'chef'],
  [
    { type: 'speaker:raise', speaker: 'x' as SpeakerId, kind: 'normal', note: '', person: null },
    'running paused',
    'everybody',
  ],
  [{ type: 'speaker:lower', speaker }, 'running paused', 'everybody'],
  [{ type: 'speaker:call', speaker: null }, 'running', 'chef'],
  [{ type: 'speaker:pause' }, 'running paused', 'chef'],
  [{ type: 'speaker:resume' }, 'running', 'chef'],
  [{ type: 'speaker:end' }, 'running paused', 'everybody'],
  [{ type: 'speaker:move', speaker, before: null, reason: 'Trein' }, 'running paused', 'chef'],
  [{ type: 'queue:limit', seconds: 60 }, 'running paused', 'chef'],
  [{ type: 'queue:close' }, 'running paused', 'chef'],
  [{ type: 'queue:open' }, 'running paused', 'chef'],
  [{ type: 'timer:start', target: 'item', seconds: 60 }, 'running paused', 'chef'],
  [{ type: 'timer:stop' }, 'running paused', 'chef'],
  [{ type: 'screen:show', view: { what: 'agenda' } }, 'before running paused over', 'chef'],
  [
    { type: 'question:ask', question: 'x' as QuestionId, kind: 'question', text: 'Hoe?', anonymous: false },
    'running paused',
    'everybody',
  ],
  [{ type: 'question:answer', question }, 'running paused', 'chef'],
  [{ type: 'question:hide', question, reason: 'Grof' }, 'before running paused over', 'chef'],
  [{ type: 'question:show', question }, 'before running paused over', 'chef'],
  [{ type: 'question:settle', question, verdict: 'restored', reason: 'Mag' }, 'before running paused over', 'lead'],
  [{ type: 'word:ask', word: 'BBV' }, 'running paused', 'everybody'],
  [{ type: 'word:strike', word: 'BBV', reason: 'Een naam' }, 'before running paused over', 'chef'],
  [{ type: 'word:restore', word: 'BBV' }, 'before running paused over', 'chef'],
  [{ type: 'announcement:make', announcement, text: 'Koffie' }, 'running paused', 'chef'],
  [{ type: 'announcement:withdraw', announcement }, 'running paused', 'chef'],
  [{ type: 'reactions:mute', muted: true }, 'running paused', 'chef'],
  [
    {
      type: 'report:file',
      report: 'x' as ReportId,
      target: { kind: 'person', person: 'bea' as PersonId },
      reason: 'Grof',
    },
    'before running paused over',
    'everybody',
  ],
  [{ type: 'report:decide', report, outcome: 'kept', reason: 'Mag' }, 'before running paused over', 'chef'],
  [{ type: 'minutes:note', item, text: 'Goed' }, 'before running paused over', 'chef'],
  [{ type: 'decision:keep', decision, item, text: 'Open' }, 'before running paused over', 'chef'],
  [{ type: 'decision:remove', decision }, 'before running paused over', 'chef'],
  [{ type: 'action:keep', action, item, text: 'Bellen', who: '', due: '' }, 'before running paused over', 'chef'],
  [{ type: 'action:remove', action }, 'before running paused over', 'chef'],
]

/** A meeting as it is at some point, with an item, a question and a report, and Ann who has the word. */
const at = (when: string): Evening => {
  const evening = new Evening()
  evening.does('chef', { type: 'agenda:add', item, plan, after: null })
  if (when !== 'before') {
    evening.opens().comes('ann').comes('bea')
    for (const id of ['ann', 'bea'])
      evening.does(id, { type: 'speaker:raise', speaker: id as SpeakerId, kind: 'normal', note: '', person: null })
    evening.does('chef', { type: 'speaker:call', speaker: null })
    evening.wait(1)
  }
  evening.happens([
    { type: 'question:asked', question, kind: 'question', text: 'Hoe?', person: 'ann' as PersonId },
    { type: 'question:hidden', question, reason: 'Grof' },
    { type: 'question:appealed', question, reason: 'Nee' },
    {
      type: 'report:filed',
      report,
      target: { kind: 'question', question },
      reason: 'x',
      person: 'bea' as PersonId,
      to: 'chef',
    },
  ])
  if (when === 'paused') evening.pauses()
  return when === 'over' ? evening.closes() : evening
}
const whens = ['before', 'running', 'paused', 'over']

describe('[EVENING-3] a command of an evening', () => {
  it.each(commands)('$type: %#', (command, when, who) => {
    const by = who === 'everybody' ? 'ann' : who
    // A meeting that is not going on says so, whatever else would be wrong.
    const notNow = ['meeting-not-running', 'meeting-over']
    const can = whens.filter((each) => !notNow.includes(said(at(each).asks(by, command)) as string))
    expect(can.join(' ')).toBe(when)
  })

  it.each(commands)('is for those it is for: $type %#', (command, when, who) => {
    const evening = () => at(when.includes('running') ? 'running' : 'over')
    const refused = (id: string): boolean => {
      const answer = evening().asks(id, command)
      return !answer.ok && ['not-for-your-role', 'not-your-theme-group'].includes(answer.refusal.code)
    }
    const strangers = ['stranger', 'otherChef', 'auditor']
    const expected = {
      everybody: strangers,
      chef: ['bea', 'gast', 'official', 'lead', ...strangers],
      lead: ['bea', 'gast', 'official', 'chef', ...strangers],
    }[who]
    const others = ['bea', 'gast', 'official', 'chef', 'lead', ...strangers]
    // Whose word it is may end it; a report for the Chef is not there for the lead.
    const exception = command.type === 'speaker:end' ? ['bea', 'gast', 'official', 'lead'] : []
    const except = command.type === 'report:decide' ? ['lead'] : []
    expect(others.filter(refused).sort()).toEqual(
      [...expected, ...exception].filter((id) => !except.includes(id)).sort(),
    )
  })

  it('is refused in the archive, and before the groups have started', () => {
    for (const phase of ['recruiting', 'archived'] as const) {
      const evening = at('running')
      evening.phase = phase
      for (const [command] of commands)
        if (command.type !== 'question:settle')
          expect(said(evening.asks('chef', command)), command.type).toBe('not-in-this-phase')
    }
  })
})

describe('[EVENING-3] a guest', () => {
  it('is a guest of one meeting', () => {
    const acting = at('running').acting('gast')
    expect(mayInMeeting('meeting:join', acting).ok).toBe(true)
    const other = { ...sportEvening, id: 'other' as MeetingId }
    expect(mayInMeeting('meeting:join', { ...acting, meeting: other })).toMatchObject({
      refusal: { code: 'not-your-theme-group' },
    })
  })
})

describe('[ATTEND-5] whose seat has ended', () => {
  const seats = (...held: readonly Seat[]) => ({ id: 'ann' as PersonId, seats: held })
  const [official, elsewhere] = [seats({ role: 'civilServant', theme: null }), seats({ role: 'expert', theme: care })]

  it.each([
    ['is not here any more, and loses the word', seats(), ['speaker:ended', 'attendance:left']],
    ['nor with a seat in another theme', elsewhere, ['speaker:ended', 'attendance:left']],
    ['stays by another seat', official, []],
  ] as const)('%s', (_, person, facts) => {
    const evening = at('running')
    expect(said({ ok: true, value: seatsGone(evening.now, [person], evening.acting('chef')) })).toEqual(facts)
  })

  it('and was not here, or has left: nothing happens', () => {
    const evening = at('running')
    evening.does('ann', { type: 'attendance:leave' })
    const gone = [seats(), { id: 'cas' as PersonId, seats: [] }]
    expect(seatsGone(evening.now, gone, evening.acting('chef'))).toEqual([])
  })
})

describe('[POLL-6] whoever comes in late', () => {
  const poll = (visibility: PollPlan['visibility'], requiresPresence = true): PollPlan => ({
    ...{ question: 'Dicht op maandag?', explanation: '', kind: 'yes_no', options: [], reveal: 'live', visibility },
    ...{ requiresPresence, quorum: null, threshold: null, dots: null, target: null, closesAfter: null },
  })
  const withPoll = (of: PollPlan) => {
    const id = { poll: 'p' as PollId }
    const electorate = { electorate: [] as PersonId[], electorateHash: '', definitionHash: '', closesAt: null }
    return new Evening().opens().happens([
      { type: 'poll:drafted', ...id, plan: of, item: null },
      { type: 'poll:opened', ...id, ...electorate },
    ])
  }
  const comes = { type: 'attendance:check-in', mode: 'remote', roomCode: '' } as const
  const corrected = (person: string) =>
    ({ type: 'attendance:correct', person: person as PersonId, mode: 'room' }) as const
  const joined = ['attendance:checked-in', 'poll:joined']

  it.each<[string, PollPlan, string, MeetingCommand, readonly string[]]>([
    ['votes', poll('open'), 'ann', comes, joined],
    ['votes when the Chef checks them in', poll('open'), 'chef', corrected('ann'), joined],
    ['has no vote in a secret poll', poll('secret'), 'ann', comes, ['attendance:checked-in']],
    ['has one already where one need not be here', poll('open', false), 'ann', comes, ['attendance:checked-in']],
    ['has none as a guest', poll('open'), 'gast', comes, ['attendance:checked-in']],
    ['has none as the Chef', poll('open'), 'chef', comes, ['attendance:checked-in']],
  ])('%s', (_, of, who, command, expected) => {
    expect(said(withPoll(of).asks(who, command))).toEqual(expected)
  })

  it('votes too when it was only the line that was gone', () => {
    const evening = new Evening().opens().comes('ann', 'remote')
    const line = (onLine: boolean) =>
      lineNews(evening.now, { person: 'ann' as PersonId, onLine }, { ...evening.acting('ann') })
    evening.happens(line(false))
    evening.happens(
      withPoll(poll('open'))
        .log.slice(1)
        .map(({ fact }) => fact),
    )
    expect(said({ ok: true, value: line(false) })).toEqual([])
    expect(said({ ok: true, value: line(true) })).toEqual(['attendance:back', 'poll:joined'])
  })
})
