import {
  agendaGoals,
  agendaLinksMax,
  agendaMinutesMax,
  agendaTitleMax,
  announcementMax,
  attendanceModes,
  decisionMax,
  describedMax,
  noteMax,
  questionKinds,
  questionTextMax,
  reasonMax,
  reportOutcomes,
  speakerKinds,
  speakerNoteMax,
  speakerReasonMax,
  timerSecondsMax,
  timerTargets,
  whoMax,
  wordMax,
  type ActionId,
  type AgendaItemId,
  type AnnouncementId,
  type DecisionId,
  type MeetingCommand,
  type QuestionId,
  type ReportId,
  type SpeakerId,
} from '@witboek/domain'
import { z } from 'zod'
import { idOnWire, MeetingIdOnWire, PersonIdOnWire, PollIdOnWire, SectionIdOnWire } from '../ids.ts'

const AgendaItemIdOnWire = idOnWire<AgendaItemId>()
const SpeakerIdOnWire = idOnWire<SpeakerId>()
const QuestionIdOnWire = idOnWire<QuestionId>()
const AnnouncementIdOnWire = idOnWire<AnnouncementId>()
const ReportIdOnWire = idOnWire<ReportId>()
const DecisionIdOnWire = idOnWire<DecisionId>()
const ActionIdOnWire = idOnWire<ActionId>()

/** Longer than a rule allows, so that what is only a little too long gets an answer that says so. */
const words = (max: number) => z.string().max(4 * max)

const plan = z.strictObject({
  title: words(agendaTitleMax),
  goal: z.enum(agendaGoals),
  minutes: z
    .int()
    .min(-1)
    .max(10 * agendaMinutesMax),
  sections: z.array(SectionIdOnWire).max(4 * agendaLinksMax),
  polls: z.array(PollIdOnWire).max(4 * agendaLinksMax),
})
const item = AgendaItemIdOnWire
const speaker = SpeakerIdOnWire
const question = QuestionIdOnWire
const reason = words(reasonMax)
const seconds = z
  .int()
  .min(-10 * timerSecondsMax)
  .max(10 * timerSecondsMax)
const view = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['join', 'agenda', 'speaker', 'timer', 'meter', 'announcement']) }),
  z.strictObject({ what: z.literal('section'), section: SectionIdOnWire }),
  z.strictObject({ what: z.literal('poll'), poll: PollIdOnWire }),
])

const fields = {
  'agenda:add': { item, plan, after: item.nullable() },
  'agenda:change': { item, plan },
  'agenda:move': { item, after: item.nullable() },
  'agenda:remove': { item },
  'agenda:start': { item },
  'agenda:end': { item },
  'agenda:defer': { item, to: MeetingIdOnWire.nullable() },
  'agenda:undo': { item },

  /** `roomCode`: what stands on the wall of the hall; empty at home. */
  'attendance:check-in': { mode: z.enum(attendanceModes), roomCode: z.string().max(20) },
  'attendance:leave': {},
  'attendance:correct': { person: PersonIdOnWire, mode: z.enum(attendanceModes).nullable() },

  'speaker:raise': {
    speaker,
    kind: z.enum(speakerKinds),
    note: words(speakerNoteMax),
    person: PersonIdOnWire.nullable(),
  },
  'speaker:lower': { speaker },
  'speaker:call': { speaker: speaker.nullable() },
  'speaker:pause': {},
  'speaker:resume': {},
  'speaker:end': {},
  'speaker:move': { speaker, before: speaker.nullable(), reason: words(speakerReasonMax) },
  'queue:limit': { seconds: seconds.nullable() },
  'queue:close': {},
  'queue:open': {},

  'timer:start': { target: z.enum(timerTargets), seconds },
  'timer:pause': {},
  'timer:resume': {},
  'timer:extend': { seconds },
  'timer:stop': {},
  'screen:show': { view },

  'question:ask': { question, kind: z.enum(questionKinds), text: words(questionTextMax), anonymous: z.boolean() },
  'question:answer': { question },
  'question:postpone': { question },
  'question:reopen': { question },
  'question:hide': { question, reason },
  'question:show': { question },
  'question:appeal': { question, reason },
  'question:settle': { question, verdict: z.enum(['upheld', 'restored']), reason },
  'word:ask': { word: words(wordMax) },
  'word:strike': { word: words(wordMax), reason },
  'word:restore': { word: words(wordMax) },

  'announcement:make': { announcement: AnnouncementIdOnWire, text: words(announcementMax) },
  'announcement:withdraw': { announcement: AnnouncementIdOnWire },
  'reactions:mute': { muted: z.boolean() },

  'report:file': {
    report: ReportIdOnWire,
    target: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('question'), question }),
      z.strictObject({ kind: z.literal('person'), person: PersonIdOnWire }),
      z.strictObject({ kind: z.literal('described'), who: words(describedMax) }),
    ]),
    reason,
  },
  'report:decide': { report: ReportIdOnWire, outcome: z.enum(reportOutcomes), reason },

  'minutes:note': { item: item.nullable(), text: words(noteMax) },
  'decision:keep': { decision: DecisionIdOnWire, item: item.nullable(), text: words(decisionMax) },
  'decision:remove': { decision: DecisionIdOnWire },
  'action:keep': {
    action: ActionIdOnWire,
    item: item.nullable(),
    text: words(decisionMax),
    who: words(whoMax),
    due: z.union([z.literal(''), z.iso.date()]),
  },
  'action:remove': { action: ActionIdOnWire },
} as const satisfies { readonly [Type in MeetingCommand['type']]: z.ZodRawShape }

export type MeetingCommandName = keyof typeof fields
export const meetingCommandNames = Object.keys(fields) as readonly MeetingCommandName[]

/** How a command is read: `{ meeting, … }`, and nothing else. */
export const meetingCommandSchema = (name: MeetingCommandName) =>
  z.strictObject({ meeting: MeetingIdOnWire, ...fields[name] })

/** What is sent with a command, without its meeting. */
export type MeetingCommandFields<Name extends MeetingCommandName> = z.input<
  z.ZodObject<(typeof fields)[Name], z.core.$strict>
>

/** The answer: up to which fact the meeting is known now. */
export interface MeetingCommandAnswer {
  readonly head: number
}
