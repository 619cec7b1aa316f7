import type {
  AgendaItemShown,
  AppealShown,
  DeskQuestion,
  DeskView,
  HallView,
  OwnView,
  PollShown,
  QuestionShown,
  ReportShown,
  Said,
  SettleView,
  SpeakerShown,
} from '@witboek/contract'
import {
  reportedPerson,
  speakerNow,
  speakingOrder,
  thoseHere,
  votesByHand,
  wordsShown,
  wordsStruck,
  type AgendaItem,
  type Instant,
  type Meeting,
  type MeetingId,
  type Person,
  type PersonId,
  type PollId,
  type Proceedings,
  type Question,
  type Report,
  type ReportTarget,
  type Role,
  type Speaker,
} from '@witboek/domain'
import { mayVoteIn, whyNotVoting } from '../features/polls/may-vote.ts'

/** What a view is made of, besides how the meeting goes. */
export interface Seen {
  readonly meeting: Meeting
  readonly people: ReadonlyMap<PersonId, Person>
  readonly version: number
  readonly now: Instant
  readonly polls: readonly PollShown[]
  /** Which version of whose ballot counts, in each open or named poll. */
  readonly ballots: ReadonlyMap<PollId, ReadonlyMap<PersonId, number>>
  /** The titles of the meetings from which something was deferred to this one, as far as people know of them. */
  readonly origins: ReadonlyMap<MeetingId, string>
}

const nameIn = ({ people }: Pick<Seen, 'people'>, id: PersonId): string => people.get(id)?.name ?? ''

/** For everybody. */
export function hallView(proceedings: Proceedings, seen: Seen): HallView {
  const { agenda, timer, queue, attendance, questions, announcements, reactionsMuted, screen } = proceedings
  const spoken = new Set(queue.speakers.filter(({ spells }) => spells.length > 0).map(({ person }) => person))
  const speaker = (each: Speaker): SpeakerShown =>
    speakerShown(each, nameIn(seen, each.person), !spoken.has(each.person))
  const now = speakerNow(queue)
  const here = thoseHere(attendance)
  const room = here.filter(({ mode }) => mode === 'room').length
  const away = [...attendance.values()].filter(({ state }) => state === 'away').length
  return {
    meeting: proceedings.meeting,
    version: seen.version,
    now: seen.now,
    state: proceedings.state,
    agenda: agenda.map((item) => itemShown(item, seen)),
    timer,
    queue: {
      closed: queue.closed,
      limit: queue.limit,
      speaking: now && speaker(now),
      waiting: speakingOrder(queue).map(speaker),
    },
    here: { room, remote: here.length - room, away },
    polls: seen.polls,
    questions: questions.map((question) => questionShown(question, seen)),
    announcements: announcements.filter(({ withdrawn }) => !withdrawn).map(({ id, text, at }) => ({ id, text, at })),
    reactionsMuted,
    screen,
  }
}

/** For one person, whatever seat they sit in. */
export function ownView(
  proceedings: Proceedings,
  person: PersonId,
  seen: Pick<Seen, 'version' | 'meeting' | 'people' | 'ballots'>,
): OwnView {
  const { meeting, attendance, queue, polls, questions, reports } = proceedings
  const { version, meeting: of, people } = seen
  const known = people.get(person)
  const attendee = attendance.get(person)
  const speaker = queue.speakers.find(({ person: other, state }) => other === person && isInQueue(state))
  return {
    meeting,
    version,
    person,
    attendance: attendee ? { mode: attendee.mode, state: attendee.state } : null,
    speaker: speaker ? { id: speaker.id, state: speaker.state as 'waiting' | 'speaking' | 'paused' } : null,
    votes: known ? polls.filter((poll) => mayVoteIn(poll, proceedings, of, known)).map(({ id }) => id) : [],
    votesNot: Object.fromEntries(
      polls.flatMap((poll) => {
        const why = known && whyNotVoting(poll, proceedings, of, known)
        return why ? [[poll.id, why]] : []
      }),
    ),
    voted: Object.fromEntries(
      polls.flatMap((poll) => {
        const how = votesByHand(poll, person) ? 'hand' : seen.ballots.get(poll.id)?.get(person)
        return how === undefined ? [] : [[poll.id, how]]
      }),
    ),
    checksHands: known !== undefined && roleAt(known, of) !== 'guest',
    questions: questions
      .filter((question) => question.person === person)
      .map(({ id, text, hidden, restored }) => ({ id, text, hidden, restored: restored && said(restored) })),
    reports: reports
      .filter((report) => report.person === person)
      .map(({ id, target, reason, at, to, verdict }) => ({
        ...{ id, target, reason, at, to, verdict },
        about: isOutOfSight(target, questions) ? null : aboutIn(target, questions, seen),
      })),
  }
}

/** For the one who leads. */
export function deskView(proceedings: Proceedings, seen: Seen): DeskView {
  const { attendance, polls, questions, unclear, reports } = proceedings
  const { meeting, people, version } = seen
  const attendees = [...attendance.values()].map(({ person, mode, state, stays }) => {
    const last = stays.at(-1)
    const since = (state === 'present' ? last?.from : last?.to) ?? seen.now
    const known = people.get(person)
    return { person, name: known?.name ?? '', role: known ? roleAt(known, meeting) : 'expert', mode, state, since }
  })
  const experts = [...people.values()].filter(({ seats }) =>
    seats.some(({ role, theme }) => role === 'expert' && (meeting.theme === null || theme === meeting.theme)),
  )
  return {
    meeting: proceedings.meeting,
    version,
    attendees,
    absent: experts
      .filter(({ id }) => !attendance.has(id) || attendance.get(id)?.state === 'left')
      .map((person) => ({
        person: person.id,
        name: person.name,
        role: roleAt(person, meeting),
        background: person.background,
      })),
    drafts: polls.filter(({ state }) => state === 'draft'),
    hands: polls
      .filter(({ state }) => state === 'open' || state === 'closed')
      .flatMap(({ id: poll, hands }) =>
        hands.map((block) => ({ ...block, poll, enteredByName: nameIn(seen, block.enteredBy) })),
      ),
    questions: questions.map((question) => deskQuestion(question, seen)),
    unclear: wordsShown(unclear),
    struck: wordsStruck(unclear),
    reports: reports.filter(({ to }) => to === 'chef').map((report) => reportShown(report, questions, seen)),
  }
}

/** For the lead: what a Chef does not decide about. */
export function settleView({ meeting, questions, reports }: Proceedings, seen: Seen): SettleView {
  return {
    meeting,
    version: seen.version,
    reports: reports.filter(({ to }) => to === 'lead').map((report) => reportShown(report, questions, seen)),
    appeals: questions.filter(({ hidden }) => hidden?.appeal).map((question) => appealShown(question, seen)),
    restored: questions.filter(({ restored }) => restored).map((question) => appealShown(question, seen)),
  }
}

/** In which role somebody is at this meeting: of the seat that has to do with it. */
function roleAt({ seats }: Person, { id, theme }: Meeting): Role {
  const seat =
    seats.find(({ guest }) => guest?.meeting === id) ??
    seats.find((other) => other.theme !== null && other.theme === theme) ??
    seats.find(({ role }) => role !== 'guest')
  return seat?.role ?? 'guest'
}

const isInQueue = (state: Speaker['state']): boolean =>
  state === 'waiting' || state === 'speaking' || state === 'paused'

const itemShown = (
  { id, title, goal, minutes, state, spells, sections, polls, cameFrom }: AgendaItem,
  { origins }: Pick<Seen, 'origins'>,
): AgendaItemShown => ({
  ...{ id, title, goal, minutes, state, spells, sections, polls },
  from: cameFrom && { meeting: cameFrom, title: origins.get(cameFrom) ?? '' },
})

const speakerShown = (
  { id, person, kind, mode, note, state, moved, spells }: Speaker,
  name: string,
  first: boolean,
): SpeakerShown => ({
  ...{ id, person, name, kind, mode, note, first, spells },
  state: state as SpeakerShown['state'],
  movedFor: moved?.reason ?? null,
})

const questionShown = ({ id, kind, text, person, at, state, hidden }: Question, seen: Seen): QuestionShown => ({
  ...{ id, kind, at, state },
  text: hidden ? null : text,
  name: hidden || person === null ? null : nameIn(seen, person),
  hiddenFor: hidden?.reason ?? null,
})

const deskQuestion = ({ id, text, person, hidden }: Question, seen: Pick<Seen, 'people'>): DeskQuestion => ({
  ...{ id, text, hidden },
  name: person === null ? null : nameIn(seen, person),
})

/** An appeal, with all that was said of it (MODERATE-3). */
export function appealShown(question: Question, seen: Pick<Seen, 'people'>): AppealShown {
  const { at, hidden, restored } = question
  return {
    ...deskQuestion(question, seen),
    at,
    hidden: hidden ?? restored?.hidden ?? null,
    restored: restored && said(restored),
  }
}

export function reportShown(
  { id, target, reason, person, at, verdict }: Report,
  questions: readonly Question[],
  seen: Pick<Seen, 'people'>,
): ReportShown {
  const of = reportedPerson(target, questions)
  return {
    ...{ id, target, reason, at, verdict },
    about: aboutIn(target, questions, seen),
    of: of && { person: of, name: nameIn(seen, of) },
    name: nameIn(seen, person),
  }
}

/** The words, the name or the description that a report is about. */
function aboutIn(target: ReportTarget, questions: readonly Question[], seen: Pick<Seen, 'people'>): string {
  if (target.kind === 'described') return target.who
  return target.kind === 'person'
    ? nameIn(seen, target.person)
    : (questions.find(({ id }) => id === target.question)?.text ?? '')
}

const isOutOfSight = (target: ReportTarget, questions: readonly Question[]): boolean =>
  target.kind === 'question' && questions.some(({ id, hidden }) => id === target.question && hidden !== null)

const said = ({ reason, at }: Said): Said => ({ reason, at })
