import {
  closeMeeting,
  closePoll,
  closing,
  decideInMeeting,
  draftPoll,
  electorateOf,
  eventBy,
  mayCast,
  meetingEvent,
  minuteMeeting,
  noProceedings,
  openMeeting,
  openPoll,
  planMeeting,
  pollIn,
  proceed,
  publishMeeting,
  publishPoll,
  soundChoices,
  thoseHere,
  type Actor,
  type AgendaItemId,
  type AttendanceMode,
  type Checkpoint,
  type Choices,
  type Instant,
  type Meeting,
  type MeetingCommand,
  type MeetingFact,
  type MeetingPlan,
  type NewEvent,
  type Person,
  type PersonId,
  type Phase,
  type Poll,
  type PollFact,
  type PollId,
  type PollPlan,
  type Proceedings,
  type RecordedMeetingFact,
  type Result,
} from '@witboek/domain'
import { eventHash } from '@witboek/store'
import { recounted } from '../../features/polls/publish-poll.ts'

/** A ballot of the example: none of its polls is secret. */
interface PlayedBallot {
  readonly poll: PollId
  readonly person: PersonId
  readonly choices: Choices
  readonly mode: AttendanceMode
  readonly at: Instant
}

/** Letters of the code and of the wall: the evenings they were for are over, or have not been opened. */
const code = 'CDFHJK'
const wall = 'CDFH'

/**
 * An evening of the example, played by the rules themselves: what they refuse throws, so that whatever stands in the example
 * could have happened. The time is turned by hand.
 */
export class PlayedEvening {
  readonly facts: RecordedMeetingFact[] = []
  readonly events: NewEvent[] = []
  readonly ballots: PlayedBallot[] = []
  meeting: Meeting
  now: Proceedings
  at: Instant
  private readonly people: readonly Person[]
  private readonly phase: Phase

  /** Planned by somebody, and published at once. */
  constructor(
    { people, phase }: { readonly people: readonly Person[]; readonly phase: Phase },
    ids: Pick<Meeting, 'id' | 'dialogue' | 'theme'>,
    plan: MeetingPlan,
    { by, at }: { readonly by: Actor; readonly at: Instant },
  ) {
    this.people = people
    this.phase = phase
    this.at = at
    this.now = noProceedings(ids.id)
    this.meeting = sound(planMeeting(plan, ids, phase, by))
    this.records('meeting:plan', by)
    this.meeting = sound(publishMeeting(this.meeting, phase, by))
    this.records('meeting:publish', by)
  }

  opens(by: Actor, checkpoint: Pick<Checkpoint, 'book' | 'seq'> | null): void {
    const opening = { all: [], code, roomKey: 'example', now: this.at }
    this.meeting = sound(openMeeting(this.meeting, opening, this.phase, by))
    this.happens([{ type: 'meeting:opened' }, ...taken(checkpoint)], by)
    this.records('meeting:open', by)
  }

  closes(by: Actor, checkpoint: Pick<Checkpoint, 'book' | 'seq'> | null): void {
    this.meeting = sound(closeMeeting(this.meeting, this.phase, by))
    this.happens([...taken(checkpoint), ...closing(this.now)], by)
    const { id, theme } = this.meeting
    this.events.push(eventBy(by, this.at, 'meeting:close', id, { theme, visits: 0 }))
  }

  isMinuted(by: Actor): void {
    this.meeting = sound(minuteMeeting(this.meeting, this.phase, by))
    this.happens([{ type: 'meeting:minuted' }], by)
    this.records('meeting:minute', by)
  }

  /** Somebody does something. */
  does(by: Actor, command: MeetingCommand): void {
    const { meeting, phase, at: now, people } = this
    this.happens(
      sound(decideInMeeting(this.now, command, { meeting, phase, actor: by, now, people, roomCodes: [wall] })),
      by,
    )
  }

  comes(by: Actor, mode: AttendanceMode): void {
    this.does(by, { type: 'attendance:check-in', mode, roomCode: mode === 'room' ? wall : '' })
  }

  opensPoll(by: Actor, id: PollId, plan: PollPlan, item: AgendaItemId): void {
    this.happens(sound(draftPoll(this.now.polls, { poll: id, plan, item })), by)
    const here = new Set(thoseHere(this.now.attendance).map(({ person }) => person))
    const entitled = electorateOf(this.people, this.meeting.theme, plan.requiresPresence ? here : null)
    const opened = sound(openPoll(this.now.polls, id, entitled, this.at, eventHash))
    // Elsewhere this is chance. Nobody here exists, and the example is the same each time.
    const key = plan.visibility === 'open' ? { voterKey: eventHash(id) } : {}
    this.happens(
      opened.map((fact) => ({ ...fact, ...key }) as PollFact),
      by,
    )
  }

  votes(by: Actor, id: PollId, choices: Choices): void {
    const poll = this.poll(id)
    const { person } = by
    sound(mayCast(poll, person, this.at))
    const mode = this.now.attendance.get(person)?.mode ?? 'room'
    this.ballots.push({ poll: id, person, choices: sound(soundChoices(poll, choices)), mode, at: this.at })
    this.events.push(eventBy(by, this.at, 'ballot:cast', this.meeting.id, { poll: id, version: 1 }))
  }

  closesPoll(by: Actor, id: PollId): void {
    this.happens(sound(closePoll(this.now.polls, id)), by)
  }

  publishesPoll(by: Actor, id: PollId): void {
    const ballots = this.ballots.filter(({ poll }) => poll === id)
    this.happens(sound(publishPoll(this.now.polls, id, recounted(this.poll(id), ballots))), by)
  }

  private poll(id: PollId): Poll {
    const poll = pollIn(this.now.polls, id)
    if (!poll) throw new Error(`there is no poll ${id}`)
    return poll
  }

  private happens(facts: readonly MeetingFact[], by: Actor): void {
    for (const fact of facts) {
      const unsigned = fact.type === 'word:asked' || (fact.type === 'question:asked' && fact.person === null)
      const author = unsigned ? { by: null, role: null } : { by: by.person, role: by.seat.role }
      const recorded = { seq: this.facts.length + 1, at: this.at, ...author, fact }
      this.facts.push(recorded)
      this.now = proceed(this.now, recorded)
      const event = meetingEvent(this.meeting, recorded, eventHash)
      if (event) this.events.push(event)
    }
  }

  private records(type: `meeting:${string}`, by: Actor): void {
    const { id, theme, kind } = this.meeting
    this.events.push(eventBy(by, this.at, type, id, { theme, kind }))
  }
}

const taken = (checkpoint: Pick<Checkpoint, 'book' | 'seq'> | null): readonly MeetingFact[] =>
  checkpoint ? [{ type: 'checkpoint:taken', ...checkpoint }] : []

function sound<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`the rules do not allow this in the example: ${JSON.stringify(result.refusal)}`)
}
