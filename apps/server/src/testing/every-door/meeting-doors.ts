import {
  meetingCommandNames,
  meetingCommandPath,
  pollCommandNames,
  pollPath,
  type MeetingCommandFields,
  type MeetingCommandName,
  type PollCommandFields,
  type PollCommandName,
  type PollQuestion,
} from '@witboek/contract'
import { aPlan } from '@witboek/testkit'
import type { Ask } from './answers.ts'
import { openMeeting } from './walkers.ts'
import { from, inEveryPhase, leadsMeetings, open, readsMeetings, type Open } from './who.ts'

/** What is asked for here is nowhere, or is nothing: it changes nothing for whoever may. */
const nowhere = 'nowhere'
const [item, speaker, question] = [nowhere, nowhere, nowhere]
const [announcement, report, decision, action] = [nowhere, nowhere, nowhere, nowhere]
const [poll, block] = [nowhere, nowhere]
const no: MeetingCommandFields<'agenda:add'>['plan'] = {
  title: '',
  goal: 'discuss',
  minutes: 5,
  sections: [],
  polls: [],
}
const reason = ''

const meetingFields: { readonly [Name in MeetingCommandName]: MeetingCommandFields<Name> } = {
  'agenda:add': { item, plan: no, after: null },
  'agenda:change': { item, plan: no },
  'agenda:move': { item, after: null },
  'agenda:remove': { item },
  'agenda:start': { item },
  'agenda:end': { item },
  'agenda:defer': { item, to: null },
  'agenda:undo': { item },
  'word:strike': { word: 'bbv', reason },
  'word:restore': { word: 'bbv' },
  'attendance:check-in': { mode: 'remote', roomCode: '' },
  'attendance:leave': {},
  'attendance:correct': { person: 'nowhere', mode: 'room' },
  'speaker:raise': { speaker, kind: 'normal', note: '', person: null },
  'speaker:lower': { speaker },
  'speaker:call': { speaker: null },
  'speaker:pause': {},
  'speaker:resume': {},
  'speaker:end': {},
  'speaker:move': { speaker, before: null, reason },
  'queue:limit': { seconds: null },
  'queue:close': {},
  'queue:open': {},
  'timer:start': { target: 'item', seconds: 60 },
  'timer:pause': {},
  'timer:resume': {},
  'timer:extend': { seconds: 60 },
  'timer:stop': {},
  'screen:show': { view: { what: 'poll', poll } },
  'question:ask': { question, kind: 'question', text: '', anonymous: false },
  'question:answer': { question },
  'question:postpone': { question },
  'question:reopen': { question },
  'question:hide': { question, reason },
  'question:show': { question },
  'question:appeal': { question, reason },
  'question:settle': { question, verdict: 'upheld', reason },
  'word:ask': { word: '' },
  'announcement:make': { announcement, text: '' },
  'announcement:withdraw': { announcement },
  'reactions:mute': { muted: true },
  'report:file': { report, target: { kind: 'question', question }, reason },
  'report:decide': { report, outcome: 'kept', reason },
  'minutes:note': { item, text: '' },
  'decision:keep': { decision, item: null, text: '' },
  'decision:remove': { decision },
  'action:keep': { action, item: null, text: '', who: '', due: '' },
  'action:remove': { action },
}

const pollFields: { readonly [Name in PollCommandName]: PollCommandFields<Name> } = {
  'poll:draft': { poll, plan: { ...aPlan({ question: '' }), options: [] }, item: null },
  'poll:change': { poll, plan: { ...aPlan(), options: [] } },
  'poll:drop': { poll },
  'poll:open': { poll },
  'poll:extend': { poll, closesAt: 1 },
  'poll:close': { poll },
  'poll:publish': { poll },
  'poll:void': { poll, reason },
  'hands:enter': { poll, block, counts: {}, voters: [] },
  'hands:confirm': { poll, block },
  'hands:reject': { poll, block },
  'poll:cast': { poll, key: 'walk-key', choices: { option: 'yes' } },
  'poll:cast-secret': { poll, choices: { option: 'yes' } },
  'roll:read': { poll },
}

const whileItMayRun = from('started', 'network')
const joins = open([
  whileItMayRun,
  'expert@own',
  'chef@own',
  'guest@own',
  'guest@own who writes',
  'lead',
  'clerk',
  'civilServant',
  'financialAdviser',
])
/** A guest is no second pair of eyes (POLL-12). */
const checksHands = open([whileItMayRun, 'expert@own', 'chef@own', 'lead', 'clerk', 'civilServant', 'financialAdviser'])
const settles = open([from('preparing', 'network'), 'lead'])
const decidesReports = open([whileItMayRun, 'chef@own', 'lead'])
const votes = open([whileItMayRun, 'expert@own'])
const audits = open([inEveryPhase, 'auditor'])

/** The others are for whoever leads. */
const forOthers: { readonly [Name in MeetingCommandName | PollCommandName]?: Open } = {
  'attendance:check-in': joins,
  'attendance:leave': joins,
  'speaker:raise': joins,
  'speaker:lower': joins,
  'speaker:end': joins,
  'question:ask': joins,
  'question:appeal': joins,
  'question:settle': settles,
  'word:ask': joins,
  'report:file': joins,
  'report:decide': decidesReports,
  'hands:confirm': checksHands,
  'hands:reject': checksHands,
  'poll:cast': votes,
  'poll:cast-secret': votes,
  'roll:read': audits,
}

const questions: { readonly [Question in PollQuestion]: Open } = {
  own: readsMeetings,
  audit: readsMeetings,
  hands: checksHands,
  history: audits,
}

const fieldsOf = { ...meetingFields, ...pollFields }
const names = [...meetingCommandNames, ...pollCommandNames]

/** Every command of a meeting over HTTP, and every question about a poll. */
export const meetingDoors: Readonly<Record<string, { readonly for: Open; readonly ask: Ask }>> = Object.fromEntries([
  ...names.map((name) => {
    const path = meetingCommandPath(name)
    const body = { meeting: openMeeting, ...fieldsOf[name] }
    return [`POST ${path}`, { for: forOthers[name] ?? leadsMeetings, ask: { path, body } }] as const
  }),
  ...(Object.keys(questions) as PollQuestion[]).map((asked) => {
    const path = `${pollPath(openMeeting, 'nowhere', asked)}?person=nowhere`
    return [`GET /api/meetings/:meeting/polls/:poll/${asked}`, { for: questions[asked], ask: { path } }] as const
  }),
])

/** Every message of those who watch a meeting. */
export const meetingMessageDoors = {
  'meeting:watch': { for: readsMeetings, message: { meeting: openMeeting } },
  'meeting:react': { for: joins, message: { meeting: openMeeting, reaction: 'applause' } },
  'meeting:fill': { for: readsMeetings, message: { meeting: openMeeting, poll: 'nowhere' } },
} as const
