import { dayAndTime, lengthOfTime, type Locale, type Texts } from '@witboek/i18n'
import type { OwnData } from './own-data.ts'

type Evening = OwnData['evenings'][number]
type Row = readonly string[]

/** What somebody did at meetings, a row for each thing: at which meeting, when, what it is, and what is known of it. */
export const eveningRows = (evenings: OwnData['evenings'], texts: Texts, locale: Locale): readonly Row[] =>
  evenings.flatMap((evening) => {
    const place = `${evening.title}, ${dayAndTime(evening.startsAt, locale)}`
    return [
      ...stays(evening, texts, locale),
      ...speaking(evening, texts, locale),
      ...questions(evening, texts, locale),
      ...reports(evening, texts, locale),
    ].map((row) => [place, ...row])
  })

function stays({ role, stays }: Evening, { ownData, roles }: Texts, locale: Locale): readonly Row[] {
  const { kinds, modes, stillThere } = ownData.parts.evenings
  const when = (at: number | null) => (at === null ? stillThere : dayAndTime(at, locale))
  return stays.map(({ cameAt, leftAt, mode }) => [
    `${when(cameAt)} – ${when(leftAt)}`,
    kinds.stay,
    [modes[mode], ...(role === null ? [] : [roles[role].one])].join(', '),
  ])
}

function speaking({ speaking }: Evening, { ownData }: Texts, locale: Locale): readonly Row[] {
  const { kinds, spoke, spokeInAll, notCalled } = ownData.parts.evenings
  const long = (seconds: number) => lengthOfTime(seconds * 1000, locale)
  const turns = speaking.flatMap(({ seconds }) => seconds ?? [])
  const rows = speaking.map(({ askedAt, note, seconds }) => [
    dayAndTime(askedAt, locale),
    kinds.hand,
    lines(note, seconds === null ? notCalled : spoke(long(seconds))),
  ])
  const all = long(turns.reduce((sum, seconds) => sum + seconds, 0))
  return turns.length > 0 ? [...rows, ['', kinds.spoken, spokeInAll(turns.length, all)]] : rows
}

function questions({ questions }: Evening, { ownData }: Texts, locale: Locale): readonly Row[] {
  const { kinds, states, hidden: tookAway, appealed, verdicts } = ownData.parts.evenings
  return questions.map(({ at, kind, text, state, hidden }) => [
    dayAndTime(at, locale),
    kinds[kind],
    lines(
      text,
      states[state],
      hidden && tookAway(hidden.reason),
      hidden?.appeal && appealed(hidden.appeal.reason),
      hidden?.verdict && verdicts[hidden.verdict.outcome](hidden.verdict.reason),
    ),
  ])
}

function reports({ reports }: Evening, { ownData }: Texts, locale: Locale): readonly Row[] {
  const { kinds, about, outcomes, undecided } = ownData.parts.evenings
  return reports.map(({ at, about: what, who, reason, verdict }) => [
    dayAndTime(at, locale),
    kinds.report,
    lines(about[what], who, reason, verdict ? outcomes[verdict.outcome](verdict.reason) : undecided),
  ])
}

const lines = (...all: readonly (string | null | undefined)[]): string => all.filter(Boolean).join('\n')
