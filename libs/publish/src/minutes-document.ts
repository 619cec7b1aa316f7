import { modesOf } from '@witboek/domain'
import { clock, dayAndTime, dayInFull, lengthOfTime, listed, type Locale, type Texts } from '@witboek/i18n'
import { heading, list, paragraph, table, type Block, type Detail, type Document } from './document.ts'
import { agendaBlocks, matterBlocks } from './minutes-agenda.ts'
import type { MinutesSource } from './minutes-source.ts'

/** Minutes as a document to read: what happened, what was agreed, and on every page whether the group has confirmed them (MINUTES-5). */
export function minutesDocument(source: MinutesSource, texts: Texts, locale: Locale): Document {
  const { minutes } = source
  const words = texts.minutes
  return {
    title: words.titleOf(source.meeting.title),
    subtitle: source.theme ?? words.short.plenary,
    language: locale,
    author: source.municipality,
    created: source.changedAt,
    details: detailsOf(source, texts, locale),
    edition: { version: words.edition[minutes.state], sha256: source.hash },
    blocks: [
      ...stateNote(source, texts, locale),
      ...agendaBlocks(source, texts, locale),
      ...part(words.agenda.whole, matterBlocks(minutes.whole, texts, locale)),
      ...part(words.questions.title, questionBlocks(source, texts)),
      ...part(words.unclear.title, unclearBlocks(source, texts)),
      heading(1, words.attendance.title),
      ...attendanceBlocks(source, texts, locale),
      ...part(words.books.title, bookBlocks(source, texts, locale)),
      heading(1, words.hash),
      paragraph(words.hashFoot),
    ],
  }
}

function detailsOf({ meeting, minutes, people }: MinutesSource, texts: Texts, locale: Locale): readonly Detail[] {
  const words = texts.minutes.short
  const { openedAt, closedAt, attendance, breaks, ledBy } = minutes
  const here = attendance.map((attendee) => modesOf(attendee).at(-1))
  const room = here.filter((mode) => mode === 'room').length
  const time = (at: number) => clock(at, locale)
  const details: readonly (readonly [string, string])[] = [
    [words.day, dayInFull(openedAt ?? meeting.startsAt, locale)],
    [words.place, meeting.place],
    [words.opened, openedAt === null ? '' : time(openedAt)],
    [words.closed, closedAt === null ? (openedAt === null ? '' : words.running) : time(closedAt)],
    ...breaks.map(({ from, to }): [string, string] => [
      words.break,
      to === null ? words.since(time(from)) : words.fromTo(time(from), time(to)),
    ]),
    [
      words.ledBy,
      listed(
        ledBy.map((person) => people[person] ?? texts.minutes.attendance.gone),
        locale,
      ),
    ],
    [words.present, attendance.length === 0 ? '' : words.presentCount(room, here.length - room)],
  ]
  return details.flatMap(([term, text]) => (text === '' ? [] : [{ term, text }]))
}

function stateNote({ minutes, meetings }: MinutesSource, { minutes: words }: Texts, locale: Locale): readonly Block[] {
  const { state, completeAt, confirmed, closedAt } = minutes
  const note = (text: string): Block => ({ kind: 'note', title: words.states[state], runs: [{ text }] })
  if (confirmed) {
    const when = dayAndTime(confirmed.at, locale)
    const where = confirmed.meeting === null ? null : meetings[confirmed.meeting]
    return [note(where ? words.confirmedAt(when, where.title) : words.confirmedText(when))]
  }
  if (completeAt !== null) return [note(words.completeText(dayAndTime(completeAt, locale)))]
  return [note(closedAt === null ? words.runningText : words.draftText)]
}

/** How many were struck is told, and not which (WORD-2). */
function unclearBlocks({ minutes }: MinutesSource, { minutes: { unclear } }: Texts): readonly Block[] {
  const { struck = 0 } = minutes
  return [
    ...(minutes.unclear.length > 0 ? [list(minutes.unclear.map(({ word, count }) => unclear.times(word, count)))] : []),
    ...(struck > 0 ? [paragraph(unclear.struck(struck))] : []),
  ]
}

function questionBlocks(
  { minutes, people }: MinutesSource,
  { minutes: { questions, attendance } }: Texts,
): readonly Block[] {
  if (minutes.questions.length === 0) return []
  return [
    {
      kind: 'list',
      ordered: false,
      items: minutes.questions.map(({ text, person, postponed }) => {
        const by = person === null ? questions.unsigned : questions.by(people[person] ?? attendance.gone)
        return [{ text: `${by}${postponed ? `, ${questions.postponed}` : ''}: `, bold: true }, { text }]
      }),
    },
  ]
}

function attendanceBlocks({ minutes, people }: MinutesSource, texts: Texts, locale: Locale): readonly Block[] {
  const { attendance: words } = texts.minutes
  if (minutes.attendance.length === 0) return [paragraph(words.none)]
  const rows = minutes.attendance.flatMap(({ person, role, times }) =>
    times.map(({ mode, from, to, here }) => [
      people[person] ?? words.gone,
      texts.roles[role].one,
      words.modes[mode],
      clock(from, locale),
      to === null ? words.still : clock(to, locale),
      lengthOfTime(here, locale),
    ]),
  )
  return [table(words.caption, [words.name, words.role, words.where, words.from, words.to, words.here], rows)]
}

function bookBlocks(
  { minutes, books }: MinutesSource,
  { minutes: { books: words } }: Texts,
  locale: Locale,
): readonly Block[] {
  const rows = minutes.checkpoints.flatMap(({ book, seq, at }) => {
    const known = books[book]
    return known ? [[`${words.kinds[known.kind]} ${known.theme}`, clock(at, locale), String(seq)]] : []
  })
  return rows.length > 0 ? [table(words.caption, [words.book, words.when, words.seq], rows, [2])] : []
}

const part = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(1, title), ...blocks] : []
