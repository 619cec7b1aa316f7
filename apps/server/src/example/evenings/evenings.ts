import { actorIn, type Actor, type BookEntry, type Instant, type MeetingId, type Theme } from '@witboek/domain'
import type { ExampleBook } from '../green-books.ts'
import type { exampleDialogue } from '../index.ts'
import { agendaItems } from './agenda-items.ts'
import { clockFrom, exampleEvenings } from './calendar.ts'
import { firstEvenings } from './first-evenings/index.ts'
import { kickOff } from './kick-off.ts'
import { playStory } from './play-story.ts'
import { PlayedEvening } from './played-evening.ts'

/** Those before this day are over. */
const today = 0
/**
 * The evenings of the example, set up at `now`: those that are over with all that happened there, and those to come with their
 * agendas. The same each time, but for the dates.
 */
export function exampleEveningsAt(
  { frame, people, books }: ReturnType<typeof exampleDialogue>,
  now: Instant,
): readonly PlayedEvening[] {
  const cast = { people, phase: frame.dialogue.phase }
  const atClock = clockFrom(now)
  const all = people.flatMap((person) => actorIn(person, 0) ?? [])
  return exampleEvenings.flatMap((evening) =>
    (evening.of === 'all' ? [null] : frame.themes).map((theme): PlayedEvening => {
      const story = evening.day >= today ? null : theme ? firstEvenings[theme.slug] : kickOff
      if (story === undefined) throw new Error(`nobody wrote how the first evening of ${theme?.slug ?? 'all'} went`)
      const id = `example-meeting-${theme ? `${theme.slug}-` : ''}${evening.kind}` as MeetingId
      const leader = leaderOf(all, theme)
      const plan = {
        kind: evening.kind,
        title: evening.title,
        place: story?.place ?? (theme ? firstEvenings[theme.slug] : kickOff)?.place ?? '',
        remoteLink: '',
        startsAt: atClock(evening.day, evening.from),
        endsAt: atClock(evening.day, evening.until),
      }
      // The plenary ones were planned before the first evening, those of the groups after it.
      const planned = atClock(theme ? -20 : -35, '10:00')
      const played = new PlayedEvening(cast, { id, dialogue: frame.dialogue.id, theme: theme?.id ?? null }, plan, {
        by: leader,
        at: planned,
      })
      const items = agendaItems(evening.kind, id, theme?.slug ?? null)
      // A Chef makes the agenda of an evening some days before it: those of the later ones are still to be made.
      if (evening.day <= today) {
        played.at = atClock(evening.day - 3, '11:00')
        items.forEach(({ id: item, plan: of }, nth) =>
          played.does(leader, { type: 'agenda:add', item, plan: of, after: items[nth - 1]?.id ?? null }),
        )
      }
      if (story)
        playStory(played, items, story, { leader, invited: invitedTo(all, theme) }, checkpointsOf(books, theme))
      return played
    }),
  )
}

/** The entries of a green book at the times at which they would have been written, now that there are evenings to write at. */
export function dated(entries: readonly BookEntry[], { sections }: ExampleBook, now: Instant): readonly BookEntry[] {
  const slots = new Map(sections.map(({ section, slot }) => [section, slot]))
  const atClock = clockFrom(now)
  const [shaped, first, later] = [
    atClock(firstDay - 1, '15:00'),
    atClock(firstDay, '21:30'),
    atClock(laterDay, '20:15'),
  ]
  return entries.map((entry) => {
    if (entry.kind === 'fact') return { ...entry, at: shaped }
    return { ...entry, at: writtenOnFirst.has(slots.get(entry.section) ?? '') ? first : later }
  })
}

/** What the groups wrote on their first evening; the rest came from home some days ago. */
const writtenOnFirst: ReadonlySet<string> = new Set(['about', 'noticed'])

const firstDay = exampleEvenings.find(({ kind }) => kind === 'green1')?.day ?? 0
const laterDay = -5

/** How far the book of a theme was before its first evening, and after it. */
function checkpointsOf(books: readonly ExampleBook[], theme: Theme | null) {
  const own = books.find(({ book }) => book.theme === theme?.id)
  if (!own) return null
  const before = own.sections.length
  const written = own.sections
    .filter(({ slot }) => writtenOnFirst.has(slot))
    .reduce((sum, { contributions }) => sum + contributions.length, 0)
  const book = own.book.id
  return { before: { book, seq: before }, after: { book, seq: before + written } }
}

function leaderOf(all: readonly Actor[], theme: Theme | null): Actor {
  const wanted = theme ? 'chef' : 'lead'
  const leader = all.find(({ seat }) => seat.role === wanted && seat.theme === (theme?.id ?? null))
  if (!leader) throw new Error(`nobody leads ${theme?.slug ?? 'the dialogue'}`)
  return leader
}

/** The experts of the group; to what is of all of them also the Chefs, and those who work for the dialogue. */
const invitedTo = (all: readonly Actor[], theme: Theme | null): readonly Actor[] =>
  all.filter(({ seat }) =>
    theme
      ? seat.role === 'expert' && seat.theme === theme.id
      : ['expert', 'chef', 'civilServant', 'financialAdviser', 'clerk'].includes(seat.role),
  )
