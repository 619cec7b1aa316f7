import type { MinutesAnswer } from '@witboek/contract'
import {
  isRunning,
  may,
  mayReadMinutes,
  maySeeMeeting,
  minutesHash,
  minutesOf,
  ok,
  type Actor,
  type Book,
  type BookId,
  type Dialogue,
  type Frame,
  type Instant,
  type Meeting,
  type MeetingId,
  type Minutes,
  type PersonId,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import type { MinutesSource } from '@witboek/publish'
import { eventHash } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { readableMeeting } from '../../meetings/readable-meeting.ts'
import { themeShown } from '../meetings/the-meeting.ts'

type Asked = Pick<Hands, 'store' | 'openMeetings' | 'peopleNow' | 'now'>

/** A meeting whose minutes somebody may read, and how it went. */
interface Minuted {
  readonly dialogue: Dialogue
  readonly meeting: Meeting
  readonly actor: Actor
  readonly proceedings: Proceedings
}

/** For whoever may read its minutes (MINUTES-4). */
export async function minutedMeeting(
  { store, openMeetings }: Pick<Hands, 'store' | 'openMeetings'>,
  id: MeetingId,
  asked: Actor | null,
): Promise<Result<Minuted>> {
  const found = await readableMeeting(store, id, asked)
  if (!found.ok) return found
  const { dialogue, meeting, actor } = found.value
  const allowed = mayReadMinutes(meeting, dialogue.phase, actor)
  return allowed.ok ? ok({ dialogue, meeting, actor, proceedings: await openMeetings.proceedings(id) }) : allowed
}

/** The minutes for their page, with the names of all that they name by an id. */
export async function minutesPage(hands: Asked, id: MeetingId, asked: Actor | null): Promise<Result<MinutesAnswer>> {
  const found = await minutedMeeting(hands, id, asked)
  if (!found.ok) return found
  const { dialogue, meeting, actor, proceedings } = found.value
  const known = await gathered(hands, found.value)
  const leads = may('meeting:lead', actor, { phase: dialogue.phase, theme: meeting.theme }).ok
  const { kind, title, place, startsAt, endsAt, state } = meeting
  return ok({
    meeting: { id, kind, title, place, startsAt, endsAt, state },
    theme: known.theme,
    minutes: known.minutes,
    head: proceedings.head,
    hash: known.hash,
    people: known.people,
    books: known.books,
    meetings: known.meetings,
    writes: leads && proceedings.confirmed === null,
    confirmAt: leads && state === 'minuted' ? runningAfter(known.all, meeting) : [],
  })
}

/** The minutes for a file. */
export async function minutesSource(hands: Asked, id: MeetingId, asked: Actor | null): Promise<Result<MinutesSource>> {
  const found = await minutedMeeting(hands, id, asked)
  if (!found.ok) return found
  const { dialogue, meeting, proceedings } = found.value
  const { theme, minutes, hash, people, books, meetings } = await gathered(hands, found.value)
  return ok({
    municipality: dialogue.municipality,
    meeting,
    theme: theme?.name ?? null,
    minutes,
    // A file of what goes on has a time of its own each time; of what is over it is that of the last change.
    changedAt: proceedings.state === 'over' ? proceedings.at : hands.now(),
    hash,
    people,
    books,
    meetings,
  })
}

async function gathered({ store, peopleNow, now }: Asked, { dialogue, meeting, actor, proceedings }: Minuted) {
  const minutes = minutesOf(meeting, proceedings, now())
  const [frame, people, all, books] = await Promise.all([
    store.dialogues.current(),
    peopleNow.all(),
    store.meetings.of(dialogue.id),
    store.books.of(dialogue.id),
  ])
  const others = minutes.items.flatMap(({ deferredTo, cameFrom }) => [deferredTo ?? [], cameFrom ?? []].flat())
  const named = new Set([...others, ...(minutes.confirmed?.meeting ? [minutes.confirmed.meeting] : [])])
  // What was put off may have been put off to a meeting that this reader has not been told of (MEET-7).
  const told = all.filter((other) => maySeeMeeting('meeting:read', other, dialogue.phase, actor).ok)
  return {
    minutes,
    all,
    hash: minutesHash(minutes, eventHash),
    theme: frame && themeShown(frame, meeting.theme),
    people: record<PersonId, string>(peopleIn(minutes).map((person) => [person, people.get(person)?.name ?? ''])),
    books: record<BookId, MinutesAnswer['books'][BookId]>(booksIn(minutes, books, frame)),
    meetings: record<MeetingId, { readonly title: string; readonly startsAt: Instant }>(
      told.flatMap(({ id, title, startsAt }) => (named.has(id) ? [[id, { title, startsAt }]] : [])),
    ),
  }
}

const peopleIn = ({ attendance, ledBy, questions }: Minutes): readonly PersonId[] => [
  ...new Set([
    ...ledBy,
    ...attendance.map(({ person }) => person),
    ...questions.flatMap(({ person }) => (person === null ? [] : [person])),
  ]),
]

const booksIn = ({ checkpoints }: Minutes, books: readonly Book[], frame: Frame | null) =>
  books.flatMap(({ id, kind, theme }): [BookId, MinutesAnswer['books'][BookId]][] =>
    checkpoints.some(({ book }) => book === id)
      ? [[id, { kind, theme: (frame && themeShown(frame, theme)?.name) ?? '' }]]
      : [],
  )

/** Where the group can say yes to these minutes now. */
const runningAfter = (all: readonly Meeting[], { theme, startsAt }: Meeting) =>
  all
    .filter((other) => other.theme === theme && isRunning(other) && other.startsAt > startsAt)
    .map(({ id, title }) => ({ id, title }))

const record = <Key extends string, Value>(
  entries: readonly (readonly [Key, Value])[],
): { readonly [K in Key]: Value } => Object.fromEntries(entries) as { readonly [K in Key]: Value }
