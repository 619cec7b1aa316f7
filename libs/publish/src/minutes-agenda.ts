import type { MinutesItem, MinutesMatter, MinutesPoll, PollResult } from '@witboek/domain'
import {
  countedIn,
  dayInFull,
  lengthOfTime,
  optionWords,
  percentage,
  resultWords,
  type Locale,
  type Texts,
} from '@witboek/i18n'
import { heading, list, paragraph, table, type BarsBlock, type Block } from './document.ts'
import type { MinutesSource } from './minutes-source.ts'

/** The agenda, item by item, with what came of each. */
export function agendaBlocks(source: MinutesSource, texts: Texts, locale: Locale): readonly Block[] {
  const words = texts.minutes.agenda
  const { items } = source.minutes
  return [
    heading(1, words.title),
    ...(items.length === 0 ? [paragraph(words.none)] : []),
    ...items.flatMap((item) => [
      heading(2, item.title),
      paragraph(itemWords(item, source, texts, locale).join(' ')),
      ...matterBlocks(item, texts, locale),
    ]),
  ]
}

/** What is known of an item by itself, a sentence each. */
function itemWords(item: MinutesItem, { meetings }: MinutesSource, texts: Texts, locale: Locale): readonly string[] {
  const words = texts.minutes.agenda
  const length = (ms: number) => lengthOfTime(ms, locale)
  const { spent, planned, overrun, state, deferredTo, cameFrom, speakers, turns, goal } = item
  const to = deferredTo === null ? null : meetings[deferredTo]
  const from = cameFrom === undefined ? null : meetings[cameFrom]
  return [
    words.goal(words.goals[goal]),
    from ? words.cameFrom(from.title) : '',
    state === 'current'
      ? words.current(length(spent), length(planned))
      : spent > 0
        ? words.time(length(spent), length(planned))
        : words.notDone(length(planned)),
    overrun >= 60_000 ? words.overrun(length(overrun)) : '',
    state !== 'deferred' ? '' : to ? words.deferredTo(to.title) : words.deferred,
    turns > 0 ? words.speakers(speakers, turns) : '',
  ].filter((sentence) => sentence !== '')
}

/** What was noted, decided, voted and taken on, of one item or of the whole meeting. */
export function matterBlocks(matter: MinutesMatter, texts: Texts, locale: Locale): readonly Block[] {
  const { decisions, actions } = texts.minutes
  return [
    ...matter.notes.split('\n').flatMap((line) => (line === '' ? [] : [paragraph(line)])),
    ...(matter.decisions.length > 0
      ? [paragraph({ text: decisions.title, bold: true }), list(matter.decisions.map(({ text }) => text))]
      : []),
    ...matter.polls.flatMap((poll) => pollBlocks(poll, texts, locale)),
    ...(matter.actions.length > 0
      ? [
          table(
            actions.caption,
            [actions.columns.text, actions.columns.who, actions.columns.due],
            matter.actions.map(({ text, who, due }) => [
              text,
              who || actions.nobody,
              due === '' ? actions.noDay : dayWords(due, locale),
            ]),
          ),
        ]
      : []),
  ]
}

function pollBlocks(poll: MinutesPoll, texts: Texts, locale: Locale): readonly Block[] {
  const words = texts.minutes.polls
  const secret = poll.visibility === 'secret' ? ` (${words.secret})` : ''
  const question = paragraph({ text: `${poll.question}${secret}`, bold: true })
  if (poll.state === 'void') return [question, paragraph(words.void(poll.voidReason ?? ''))]
  const { result } = poll
  if (!result) return [question, paragraph(words.unpublished)]
  return [
    question,
    paragraph(
      [words.turnout(result.cast, result.entitled), ...resultWords(poll, result, texts.voting, locale)].join(' '),
    ),
    ...(result.cast > 0 ? [resultBars(poll, result, texts, locale)] : []),
    paragraph(words.advice),
  ]
}

/** The counts, in the order of the plan; rankings in the order they led to. */
function resultBars(poll: MinutesPoll, result: PollResult, texts: Texts, locale: Locale): BarsBlock {
  const { columns } = texts.minutes.polls
  const order = result.ranking?.order ?? result.options.map(({ option }) => option)
  return {
    kind: 'bars',
    // Its question stands right above it.
    caption: texts.voting.result,
    columns: [columns.option, texts.voting.count[countedIn(poll)]],
    bars: order.flatMap((option) => {
      const counted = result.options.find((other) => other.option === option)
      if (!counted) return []
      const share = counted.share === null ? '' : ` (${percentage(counted.share, locale)})`
      return [
        { label: optionWords(poll, option, texts.voting), amount: counted.count, shown: `${counted.count}${share}` },
      ]
    }),
  }
}

/** `2027-03-01`, in words. */
const dayWords = (due: string, locale: Locale): string => dayInFull(Date.parse(`${due}T12:00:00Z`), locale)
