import type {
  ActionId,
  AgendaItemId,
  BookId,
  DecisionId,
  Instant,
  MeetingId,
  Minutes,
  MinutesMatter,
  MinutesPoll,
  OptionResult,
  PersonId,
  PollId,
  PollResult,
  QuestionId,
} from '@witboek/domain'
import type { MinutesSource } from '../minutes-source.ts'

const minute = 60_000
/** 19:30 in the Netherlands. */
export const begin = Date.UTC(2027, 2, 2, 18, 30) as Instant
const at = (minutes: number) => (begin + minutes * minute) as Instant

const option = (name: string, count: number, share: number | null): OptionResult => ({
  ...{ option: name, count, named: count, share, average: null, spread: null },
})

const result: PollResult = {
  cast: 21,
  entitled: 24,
  options: [option('yes', 17, 81), option('no', 3, 14.3), option('abstain', 1, 4.8)],
  quorumReached: true,
  thresholdReached: true,
  verdict: 'chosen',
  winners: ['yes'],
  unanimous: false,
  temperature: null,
  ranking: null,
  mix: null,
}

const poll: MinutesPoll = {
  id: 'poll' as PollId,
  question: 'Sluiten we het zwembad op maandag?',
  kind: 'yes_no',
  visibility: 'open',
  options: [],
  quorum: 50,
  threshold: 60,
  target: null,
  state: 'published',
  voidReason: null,
  result,
}

const noMatter: MinutesMatter = { notes: '', decisions: [], actions: [], polls: [], speakers: 0, turns: 0 }

const minutes: Minutes = {
  meeting: 'evening' as MeetingId,
  state: 'complete',
  completeAt: at(200),
  confirmed: null,
  openedAt: begin,
  closedAt: at(150),
  breaks: [{ from: at(60), to: at(75) }],
  ledBy: ['chef' as PersonId],
  attendance: [
    {
      person: 'ann' as PersonId,
      role: 'expert',
      times: [
        { mode: 'room', from: begin, to: at(60), here: 60 * minute },
        { mode: 'remote', from: at(75), to: at(150), here: 70 * minute },
      ],
    },
    { person: 'gone' as PersonId, role: 'guest', times: [{ mode: 'room', from: at(1), to: null, here: 149 * minute }] },
  ],
  items: [
    {
      ...{
        ...noMatter,
        id: 'pool' as AgendaItemId,
        title: 'Het zwembad',
        goal: 'decide',
        state: 'done',
        deferredTo: null,
      },
      ...{ planned: 20 * minute, spent: 26 * minute, overrun: 6 * minute, speakers: 5, turns: 8 },
      notes: 'De groep wil het bad houden.\nMaar niet elke dag.',
      decisions: [{ id: 'd' as DecisionId, text: 'Op maandag gaat het bad dicht' }],
      actions: [
        { id: 'a' as ActionId, text: 'Bedragen opzoeken', who: 'Bea', due: '2027-03-16' },
        { id: 'b' as ActionId, text: 'Zwemclub bellen', who: '', due: '' },
      ],
      polls: [poll],
    },
    {
      ...{ ...noMatter, id: 'rest' as AgendaItemId, title: 'Rondvraag', goal: 'discuss', state: 'deferred' },
      ...{ deferredTo: 'next' as MeetingId, planned: 5 * minute, spent: 0, overrun: 0 },
    },
  ],
  whole: {
    ...noMatter,
    notes: 'Een mooie avond.',
    polls: [
      {
        ...poll,
        id: 'void' as PollId,
        question: 'Oude vraag',
        state: 'void',
        voidReason: 'Dubbel gesteld',
        result: null,
      },
      {
        ...poll,
        id: 'shut' as PollId,
        question: 'Nog dicht',
        state: 'unpublished',
        result: null,
        visibility: 'secret',
      },
    ],
  },
  questions: [
    { id: 'q' as QuestionId, kind: 'question', text: 'Wat kost de sauna?', person: 'ann' as PersonId, postponed: true },
    { id: 'r' as QuestionId, kind: 'question', text: 'Wie betaalt dit?', person: null, postponed: false },
  ],
  unclear: [
    { word: 'bbv', count: 4 },
    { word: 'ozb', count: 1 },
  ],
  checkpoints: [
    { book: 'green' as BookId, seq: 412, at: begin },
    { book: 'green' as BookId, seq: 530, at: at(150) },
  ],
}

/** Minutes with a bit of everything. */
export const minutesOfPool: MinutesSource = {
  municipality: 'Gemeente Voorbeeld',
  meeting: { title: 'Eerste avond', place: 'Buurthuis De Brug', startsAt: begin },
  theme: 'Sport',
  minutes,
  changedAt: at(200),
  hash: 'ab12'.repeat(16),
  people: { ['ann' as PersonId]: 'Ann', ['chef' as PersonId]: 'Carla Chef' },
  books: { ['green' as BookId]: { kind: 'green', theme: 'Sport' } },
  meetings: { ['next' as MeetingId]: { title: 'Tweede avond' } },
}

/** Of a meeting that did not begin. */
export const minutesOfNothing: MinutesSource = {
  ...minutesOfPool,
  theme: null,
  minutes: {
    ...minutes,
    ...{ state: 'draft', completeAt: null, openedAt: null, closedAt: null, breaks: [], ledBy: [], attendance: [] },
    ...{ items: [], whole: noMatter, questions: [], unclear: [], checkpoints: [] },
  },
}
