import type { PersonId, PollId } from '../../ids.ts'
import { attendanceModes } from '../attendance.ts'
import type { MeetingCommand } from '../decide.ts'
import { speakerKinds } from '../speaker-queue.ts'
import type { Proceedings } from '../proceedings.ts'
import { timerTargets } from '../timer.ts'
import type { Chance } from './chance.ts'
import { people, sportEvening } from './an-evening.ts'

const texts = ['', ' ', 'Goed', 'Mooi', 'Te duur\nen te veel', 'Lang verhaal', 'a'.repeat(90)]
export const polls = ['poll-0', 'poll-1', 'poll-2'] as string[] as PollId[]

/** Some command at a meeting that is at `now`: mostly about something that is there, and often it makes no sense. */
export function anyCommand(chance: Chance, now: Proceedings): MeetingCommand {
  const fresh = <Id extends string>() => `id-${chance.below(60)}` as Id
  const of = <Id extends string>(known: readonly { readonly id: Id }[]): Id =>
    known.length === 0 || chance.below(8) === 0 ? fresh() : chance.pick(known).id
  const item = () => of(now.agenda)
  const waiting = () => of(now.queue.speakers.filter(({ state }) => state === 'waiting'))
  const question = () => of(now.questions)
  const hidden = () => of(now.questions.filter((each) => each.hidden && each.person !== null))
  const appealed = () => of(now.questions.filter((each) => each.hidden?.appeal))
  const orNone = <Id>(id: () => Id) => (chance.below(3) ? null : id())
  const person = () => chance.pick([...people.map((each) => each.id), 'nobody' as PersonId])
  const text = () => chance.pick(texts)
  const word = () => chance.pick([...now.unclear.keys(), 'nobody asked'])
  const reason = text
  const seconds = () => chance.pick([-60, 0, 15, 60, 120, 300, 100_000])
  const minutes = () => chance.pick([0, 10, 15, 20, 30, 500])
  const plan = () => ({ title: text(), goal: 'discuss', minutes: minutes(), sections: [], polls: [] }) as const
  const commands: readonly (() => MeetingCommand)[] = [
    () => ({ type: 'agenda:add', item: fresh(), plan: plan(), after: orNone(item) }),
    () => ({ type: 'agenda:change', item: item(), plan: plan() }),
    () => ({ type: 'agenda:move', item: item(), after: orNone(item) }),
    () => ({ type: 'agenda:remove', item: item() }),
    () => ({ type: 'agenda:start', item: item() }),
    () => ({ type: 'agenda:start', item: item() }),
    () => ({ type: 'agenda:end', item: item() }),
    () => ({ type: 'agenda:defer', item: item(), to: chance.pick([null, sportEvening.id, fresh()]) }),
    () => ({ type: 'agenda:undo', item: item() }),
    () => ({ type: 'word:strike', word: word(), reason: reason() }),
    () => ({ type: 'word:restore', word: word() }),
    () => ({ type: 'attendance:check-in', mode: chance.pick(attendanceModes), roomCode: chance.pick(['ZAAL12', '']) }),
    () => ({ type: 'attendance:check-in', mode: chance.pick(attendanceModes), roomCode: 'ZAAL12' }),
    () => ({ type: 'attendance:leave' }),
    () => ({ type: 'attendance:correct', person: person(), mode: chance.pick([...attendanceModes, null]) }),
    () => ({
      ...{ type: 'speaker:raise', speaker: fresh(), kind: chance.pick(speakerKinds), note: text() },
      person: chance.below(3) ? null : person(),
    }),
    () => ({ type: 'speaker:raise', speaker: fresh(), kind: chance.pick(speakerKinds), note: '', person: null }),
    () => ({ type: 'speaker:lower', speaker: waiting() }),
    () => ({ type: 'speaker:call', speaker: waiting() }),
    () => ({ type: 'speaker:call', speaker: null }),
    () => ({ type: 'speaker:pause' }),
    () => ({ type: 'speaker:resume' }),
    () => ({ type: 'speaker:end' }),
    () => ({ type: 'speaker:move', speaker: waiting(), before: orNone(waiting), reason: reason() }),
    () => ({ type: 'queue:limit', seconds: chance.pick([null, seconds()]) }),
    () => ({ type: 'queue:close' }),
    () => ({ type: 'queue:open' }),
    () => ({ type: 'timer:start', target: chance.pick(timerTargets), seconds: seconds() }),
    () => ({ type: 'timer:pause' }),
    () => ({ type: 'timer:resume' }),
    () => ({ type: 'timer:extend', seconds: seconds() }),
    () => ({ type: 'timer:stop' }),
    () => ({ type: 'screen:show', view: { what: chance.pick(['join', 'agenda', 'timer'] as const) } }),
    () => ({ type: 'screen:show', view: { what: 'poll', poll: chance.pick(polls) } }),
    () => ({
      type: 'question:ask',
      question: fresh(),
      kind: 'question',
      text: text(),
      anonymous: chance.below(2) === 0,
    }),
    () => ({ type: 'question:answer', question: question() }),
    () => ({ type: 'question:postpone', question: question() }),
    () => ({ type: 'question:reopen', question: question() }),
    () => ({ type: 'question:hide', question: question(), reason: reason() }),
    () => ({ type: 'question:show', question: question() }),
    () => ({ type: 'question:appeal', question: hidden(), reason: reason() }),
    () => ({
      ...{ type: 'question:settle', question: appealed(), reason: reason() },
      verdict: chance.pick(['upheld', 'restored'] as const),
    }),
    () => ({ type: 'word:ask', word: text() }),
    () => ({ type: 'announcement:make', announcement: fresh(), text: text() }),
    () => ({ type: 'announcement:withdraw', announcement: of(now.announcements) }),
    () => ({ type: 'reactions:mute', muted: chance.below(2) === 0 }),
    () => ({
      type: 'report:file',
      report: fresh(),
      target: { kind: 'question', question: question() },
      reason: reason(),
    }),
    () => ({ type: 'report:file', report: fresh(), target: { kind: 'person', person: person() }, reason: reason() }),
    () => ({ type: 'report:file', report: fresh(), target: { kind: 'described', who: text() }, reason: reason() }),
    () => ({
      ...{ type: 'report:decide', report: of(now.reports), reason: reason() },
      outcome: chance.pick(['hidden', 'kept'] as const),
    }),
    () => ({ type: 'minutes:note', item: orNone(item), text: text() }),
    () => ({ type: 'decision:keep', decision: fresh(), item: orNone(item), text: text() }),
    () => ({ type: 'decision:remove', decision: of(now.minutes.decisions) }),
    () => ({ type: 'action:keep', action: fresh(), item: orNone(item), text: text(), who: text(), due: '' }),
    () => ({ type: 'action:remove', action: of(now.minutes.actions) }),
  ]
  return chance.pick(commands)()
}
