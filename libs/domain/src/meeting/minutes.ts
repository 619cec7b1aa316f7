import { canonical } from '../canonical.ts'
import type { HashOf } from '../event-chain.ts'
import type { AgendaItemId, Instant, MeetingId, PersonId, PollId, QuestionId } from '../ids.ts'
import type { Role } from '../people.ts'
import type { Poll } from '../poll/poll.ts'
import type { PollPlan } from '../poll/poll-plan.ts'
import type { PollResult } from '../poll/poll-result.ts'
import type { Agenda, AgendaGoal, AgendaItemState } from './agenda.ts'
import { timeSpent } from './spell.ts'
import type { Attendee, AttendanceMode, Stay } from './attendance.ts'
import type { Meeting } from './meeting.ts'
import type { Action, Checkpoint, Decision } from './minutes-text.ts'
import type { Proceedings } from './proceedings.ts'
import type { QuestionKind } from './question.ts'
import { wordsShown, wordsStruck } from './unclear-word.ts'

/**
 * The minutes (verslag) of a meeting: what its facts tell by themselves, with what people added (MINUTES-1). Ids of people,
 * and no names; lengths of time in ms.
 */
export interface Minutes {
  readonly meeting: MeetingId
  /** `complete`: who leads says so; `confirmed`: the group has said yes, and nothing changes any more. */
  readonly state: 'draft' | 'complete' | 'confirmed'
  readonly completeAt: Instant | null
  readonly confirmed: { readonly at: Instant; readonly meeting: MeetingId | null } | null
  readonly openedAt: Instant | null
  /** `null`: it is not over. */
  readonly closedAt: Instant | null
  readonly breaks: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly ledBy: readonly PersonId[]
  /** In the order in which they came. */
  readonly attendance: readonly MinutesAttendee[]
  /** In the order of the agenda. */
  readonly items: readonly MinutesItem[]
  /** What belongs to no item. */
  readonly whole: MinutesMatter
  /** What was asked and is not answered yet. */
  readonly questions: readonly OpenQuestion[]
  /** Words that people did not understand, the most asked first. */
  readonly unclear: readonly { readonly word: string; readonly count: number }[]
  /** How many of them were struck; not there when none was. */
  readonly struck?: number
  readonly checkpoints: readonly Checkpoint[]
}

interface MinutesAttendee {
  readonly person: PersonId
  readonly role: Role
  /** From one place after the other; a dropped line in between is no end of it, and is not in `here`. */
  readonly times: readonly (Stay & { readonly here: number })[]
}

/** What was said and agreed, about an item or about the meeting as a whole. */
export interface MinutesMatter {
  readonly notes: string
  readonly decisions: readonly Pick<Decision, 'id' | 'text'>[]
  readonly actions: readonly Omit<Action, 'item'>[]
  readonly polls: readonly MinutesPoll[]
  /** How many people had the word, and how often somebody had. */
  readonly speakers: number
  readonly turns: number
}

export interface MinutesItem extends MinutesMatter {
  readonly id: AgendaItemId
  readonly title: string
  readonly goal: AgendaGoal
  readonly state: AgendaItemState
  readonly deferredTo: MeetingId | null
  /** Where it was deferred to this meeting; not there when it was made for this one. */
  readonly cameFrom?: MeetingId
  /** As it was when the item began. */
  readonly planned: number
  readonly spent: number
  /** How much more than planned; 0: none. */
  readonly overrun: number
}

/** A poll that was opened. Numbers are only here once they are published: they are counted from the ballots (POLL-13). */
export interface MinutesPoll extends Pick<
  PollPlan,
  'question' | 'kind' | 'visibility' | 'options' | 'quorum' | 'threshold' | 'target'
> {
  readonly id: PollId
  readonly state: 'published' | 'unpublished' | 'void'
  readonly voidReason: string | null
  readonly result: PollResult | null
}

interface OpenQuestion {
  readonly id: QuestionId
  readonly kind: QuestionKind
  readonly text: string
  /** `null`: unsigned. */
  readonly person: PersonId | null
  readonly postponed: boolean
}

/** The same facts make the same minutes, at any time after the meeting. */
export function minutesOf(meeting: Pick<Meeting, 'id'>, proceedings: Proceedings, now: Instant): Minutes {
  const { agenda, minutedAt, confirmed, spells, attendance, questions, unclear, checkpoints, ledBy } = proceedings
  const matter = mattersIn(proceedings)
  const struck = wordsStruck(unclear).length
  return {
    meeting: meeting.id,
    state: confirmed ? 'confirmed' : minutedAt !== null ? 'complete' : 'draft',
    completeAt: minutedAt,
    confirmed,
    openedAt: spells[0]?.from ?? null,
    closedAt: proceedings.closedAt,
    breaks: breaksIn(proceedings),
    ledBy,
    attendance: [...attendance.values()].map((attendee) => attendeeOf(attendee, now)),
    items: agenda.map((item) => {
      const { id, title, goal, state, deferredTo, cameFrom } = item
      const planned = (item.plannedAtStart ?? item.minutes) * 60_000
      const spent = timeSpent(item, now)
      const overrun = Math.max(0, spent - planned)
      const from = cameFrom ? { cameFrom } : {}
      return { id, title, goal, state, deferredTo, ...from, planned, spent, overrun, ...matter(id) }
    }),
    whole: matter(null),
    questions: questions
      .filter(
        ({ state, hidden, kind }) => !hidden && (state === 'postponed' || (state === 'open' && kind === 'question')),
      )
      .map(({ id, kind, text, person, state }) => ({ id, kind, text, person, postponed: state === 'postponed' })),
    unclear: wordsShown(unclear),
    ...(struck > 0 ? { struck } : {}),
    checkpoints,
  }
}

/** What the minutes say, without where they are on their way: who has confirmed these words can see that they are the same (MINUTES-5). */
export function minutesHash(minutes: Minutes, hashOf: HashOf): string {
  return hashOf(canonical({ ...minutes, state: undefined, completeAt: undefined, confirmed: undefined }))
}

/** What belongs to which item; to none when that item is not on the agenda (any more). */
function mattersIn({ agenda, minutes, polls, queue }: Proceedings): (item: AgendaItemId | null) => MinutesMatter {
  const placed = (item: AgendaItemId | null) => (item !== null && agenda.some(({ id }) => id === item) ? item : null)
  const linked = ({ id, item }: Poll) => item ?? agenda.find((each) => each.polls.includes(id))?.id ?? null
  const turns = queue.speakers.flatMap(({ person, spells: [first] }) =>
    first ? [{ person, item: itemAt(agenda, first.from) }] : [],
  )
  return (item) => {
    const own = turns.filter((turn) => turn.item === item)
    return {
      notes: minutes.notes.get(item) ?? '',
      decisions: minutes.decisions.filter((line) => placed(line.item) === item).map(({ id, text }) => ({ id, text })),
      actions: minutes.actions
        .filter((line) => placed(line.item) === item)
        .map(({ id, text, who, due }) => ({ id, text, who, due })),
      polls: polls.filter((poll) => poll.state !== 'draft' && placed(linked(poll)) === item).map(pollIn),
      speakers: new Set(own.map(({ person }) => person)).size,
      turns: own.length,
    }
  }
}

/** What everybody was at then; `null`: between two items. */
const itemAt = (agenda: Agenda, at: Instant): AgendaItemId | null =>
  agenda.find(({ spells }) => spells.some(({ from, to }) => from <= at && (to === null || at < to)))?.id ?? null

function pollIn(poll: Poll): MinutesPoll {
  const { id, question, kind, visibility, options, quorum, threshold, target, state, voidReason, result } = poll
  const published = state === 'published'
  return {
    ...{ id, question, kind, visibility, options, quorum, threshold, target, voidReason },
    state: published || state === 'void' ? state : 'unpublished',
    result: published ? result : null,
  }
}

/** From one place after the other: the stays in one place, however often the line dropped, are one time. */
function attendeeOf({ person, role, stays }: Attendee, now: Instant): MinutesAttendee {
  const times: (Stay & { here: number })[] = []
  for (const stay of stays) {
    const here = (stay.to ?? now) - stay.from
    const last = times.at(-1)
    if (last?.mode === stay.mode) times[times.length - 1] = { ...last, to: stay.to, here: last.here + here }
    else times.push({ ...stay, here })
  }
  return { person, role, times }
}

function breaksIn({ spells, state, closedAt }: Proceedings): Minutes['breaks'] {
  return spells.flatMap(({ to }, index): Minutes['breaks'] => {
    const next = spells[index + 1]?.from
    if (to === null) return []
    if (next !== undefined) return [{ from: to, to: next }]
    if (state === 'paused') return [{ from: to, to: null }]
    return closedAt !== null && closedAt > to ? [{ from: to, to: closedAt }] : []
  })
}

/** In which places somebody was. */
export const modesOf = ({ times }: MinutesAttendee): readonly AttendanceMode[] => [
  ...new Set(times.map(({ mode }) => mode)),
]
