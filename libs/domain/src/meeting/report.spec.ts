import { describe, expect, it } from 'vitest'
import type { PersonId, QuestionId, ReportId } from '../ids.ts'
import { applyReport, describedMax, reportsEach, type ReportCommand, type ReportTarget } from './report.ts'
import { begin, Evening, said, sportEvening } from './testing/an-evening.ts'

const person = (id: string): ReportTarget => ({ kind: 'person', person: id as PersonId })
const described = (who = 'De man met de rode trui'): ReportTarget => ({ kind: 'described', who })
const question: ReportTarget = { kind: 'question', question: 'q' as QuestionId }
const file = (target: ReportTarget, name = 'r', reason = 'Dit is niet netjes'): ReportCommand => ({
  type: 'report:file',
  report: name as ReportId,
  target,
  reason,
})
const decide = (outcome: 'hidden' | 'kept', reason = 'Gelezen', name = 'r'): ReportCommand => ({
  type: 'report:decide',
  report: name as ReportId,
  outcome,
  reason,
})
/** A question of this person's, and a report of it by Bea. */
const reported = (asker: string, target: ReportTarget = question, evening = new Evening().opens()) => {
  evening.does(asker, {
    type: 'question:ask',
    question: 'q' as QuestionId,
    kind: 'comment',
    text: 'Tja',
    anonymous: false,
  })
  evening.does('bea', file(target))
  return evening
}
const to = ({ now }: Evening) => now.reports[0]?.to

describe('[MODERATE-4] somebody says that something goes wrong', () => {
  it.each<[string, string, ReportCommand, string | readonly string[]]>([
    ['about a question', 'cas', file(question, 'x'), ['report:filed']],
    ['about somebody', 'cas', file(person('ann'), 'x'), ['report:filed']],
    ['twice', 'bea', file(question), []],
    [
      'about a question that is not there',
      'cas',
      file({ kind: 'question', question: 'x' as QuestionId }, 'x'),
      'question-not-found',
    ],
    ['about nobody', 'cas', file(person('nobody'), 'x'), 'person-not-found'],
    ['about somebody in their own words', 'cas', file(described(), 'x'), ['report:filed']],
    ['about somebody without a word', 'cas', file(described(' '), 'x'), 'text-empty'],
    ['about somebody in too many', 'cas', file(described('x'.repeat(describedMax + 1)), 'x'), 'text-too-long'],
    ['without a reason', 'cas', file(question, 'x', ' '), 'reason-needed'],
    ['of another group', 'stranger', file(question, 'x'), 'not-your-theme-group'],
  ])('%s → %j', (_, who, command, expected) => {
    expect(said(reported('ann').asks(who, command))).toEqual(expected)
  })

  it('ten times at most', () => {
    const evening = reported('ann')
    for (let number = 1; number < reportsEach; number += 1) evening.does('bea', file(question, `${number}`))
    expect(said(evening.asks('bea', file(question, 'one more')))).toBe('too-many')
  })

  it('before the meeting and after it too', () => {
    expect(said(new Evening().asks('bea', file(person('ann'))))).toEqual(['report:filed'])
    expect(said(reported('ann').closes().asks('cas', file(question, 'x')))).toEqual(['report:filed'])
  })

  it.each<[string, Evening, 'chef' | 'lead']>([
    ['an expert', reported('ann'), 'chef'],
    ['a question of the Chef', reported('chef'), 'lead'],
    ['the Chef', reported('ann', person('chef')), 'lead'],
    ['the Chef of another theme', reported('ann', person('otherChef')), 'lead'],
    ['somebody described, who may be a Chef', reported('ann', described()), 'lead'],
    [
      'anybody, where all themes are together',
      reported('ann', person('ann'), new Evening({ ...sportEvening, theme: null }).opens()),
      'lead',
    ],
  ])('about %s it goes to the one who is not concerned', (_, evening, expected) => {
    expect(to(evening)).toBe(expected)
  })
})

describe('[MODERATE-4] a report is decided', () => {
  it.each<[string, Evening, string, ReportCommand, string | readonly string[]]>([
    ['by the Chef', reported('ann'), 'chef', decide('kept'), ['report:decided']],
    ['with a reason', reported('ann'), 'chef', decide('kept', ''), 'reason-needed'],
    ['not by the lead, when it is for the Chef', reported('ann'), 'lead', decide('kept'), 'report-not-found'],
    ['by the lead, when it is about the Chef', reported('chef'), 'lead', decide('hidden'), ['report:decided']],
    ['never by the Chef, when it is about a Chef', reported('chef'), 'chef', decide('kept'), 'report-not-found'],
    ['by nobody else', reported('ann'), 'bea', decide('kept'), 'not-for-your-role'],
    ['when it is there', reported('ann'), 'chef', decide('kept', 'Gelezen', 'x'), 'report-not-found'],
    [
      'by the lead, where all themes are together',
      reported('ann', person('ann'), new Evening({ ...sportEvening, theme: null }).opens()),
      'lead',
      decide('kept'),
      ['report:decided'],
    ],
    [
      'by the lead, when somebody is described',
      reported('ann', described()),
      'lead',
      decide('kept'),
      ['report:decided'],
    ],
    [
      'not by the Chef, when somebody is described',
      reported('ann', described()),
      'chef',
      decide('kept'),
      'report-not-found',
    ],
    [
      'never by the one it is about',
      reported('lead', person('lead'), new Evening({ ...sportEvening, theme: null }).opens()),
      'lead',
      decide('kept'),
      'report-not-found',
    ],
  ])('%s', (_, evening, who, command, expected) => {
    expect(said(evening.asks(who, command))).toEqual(expected)
  })

  it('once', () => {
    const evening = reported('ann')
    evening.does('chef', decide('kept'))
    expect(said(evening.asks('chef', decide('hidden')))).toEqual([])
    expect(evening.now.reports[0]?.verdict).toMatchObject({ outcome: 'kept' })
  })

  it('kept: what it is about stays in sight', () => {
    const evening = reported('ann')
    evening.does('chef', decide('kept'))
    expect(evening.now.questions[0]?.hidden).toBeNull()
  })

  it('rightly filed: the question is out of sight with it, and who asked can appeal', () => {
    const evening = reported('ann')
    evening.does('chef', decide('hidden', 'Een scheldwoord'))
    expect(evening.now.questions[0]?.hidden).toMatchObject({ reason: 'Een scheldwoord', upheld: null })
    const appeal = { type: 'question:appeal', question: 'q' as QuestionId, reason: 'Het is een citaat' } as const
    expect(said(evening.asks('ann', appeal))).toEqual(['question:appealed'])
  })

  it('by the lead is what the lead has decided: no Chef shows it again, and there is nobody to appeal to', () => {
    const evening = reported('chef')
    evening.does('lead', decide('hidden'))
    const show = { type: 'question:show', question: 'q' as QuestionId } as const
    const appeal = { type: 'question:appeal', question: 'q' as QuestionId, reason: 'Toch niet' } as const
    expect(said(evening.asks('chef', show))).toBe('lead-has-decided')
    expect(said(evening.asks('chef', appeal))).toBe('lead-has-decided')
  })

  it('by a Chef does not undo what the lead has said of the question', () => {
    const evening = reported('ann')
    const of = { question: 'q' as QuestionId }
    evening.does('chef', { type: 'question:hide', ...of, reason: 'Onaardig' })
    evening.does('ann', { type: 'question:appeal', ...of, reason: 'Het klopt' })
    const upheld = new Evening().happens(evening.log.map(({ fact }) => fact))
    upheld.does('lead', { type: 'question:settle', ...of, verdict: 'upheld', reason: 'Onaardig, ja' })
    upheld.does('chef', decide('hidden'))
    expect(upheld.now.questions[0]?.hidden?.upheld?.reason).toBe('Onaardig, ja')
    evening.does('lead', { type: 'question:settle', ...of, verdict: 'restored', reason: 'Mag best' })
    expect(said(evening.asks('chef', decide('hidden')))).toBe('lead-has-decided')
    expect(said(evening.asks('chef', decide('kept')))).toEqual(['report:decided'])
  })

  it('by the lead also when the lead had put the question back, and the appeal stays to be read', () => {
    const evening = reported('chef')
    const of = { question: 'q' as QuestionId }
    evening.does('chef', { type: 'question:hide', ...of, reason: 'Vergissing' })
    evening.does('chef', { type: 'question:appeal', ...of, reason: 'Toch niet' })
    evening.does('lead', { type: 'question:settle', ...of, verdict: 'restored', reason: 'Mag' })
    evening.does('lead', decide('hidden', 'Bij nader inzien niet'))
    expect(evening.now.questions[0]).toMatchObject({
      restored: null,
      hidden: { appeal: { reason: 'Toch niet' }, upheld: { reason: 'Bij nader inzien niet' } },
    })
  })

  it('[EVENING-1] is not changed by what a later version may say of it', () => {
    const { reports } = reported('ann').now
    expect(applyReport(reports, { type: 'report:praised', report: 'r' } as never, begin)).toBe(reports)
  })
})
