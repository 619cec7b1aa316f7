import { parityMeasures, type Parity, type ParityCell, type ParityMeasure } from '@witboek/domain'
import { lengthOfTime, textsIn, type Locale } from '@witboek/i18n'

/** One measure in the picture: a bar for the hall and one for home, of what one person there had of it. */
interface ParityBars {
  readonly measure: ParityMeasure
  readonly words: string
  readonly room: ParityBar
  readonly remote: ParityBar
}

interface ParityBar {
  /** "12 min", or that it is not told. */
  readonly words: string
  /** Of the longest of the two (percent). */
  readonly length: number
}

const isTime = (measure: ParityMeasure): boolean => measure === 'present' || measure === 'speaking'

/** A cell to read: a length of time, a number, or that it is of too few people. */
export function cellWords(cell: ParityCell, measure: ParityMeasure, locale: Locale): string {
  if (cell === 'few') return textsIn(locale).minutes.parity.few
  return isTime(measure) ? lengthOfTime(cell, locale) : oneDecimal(cell, locale)
}

const oneDecimal = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 }).format(value)

export function parityBars({ room, remote }: Parity, locale: Locale): readonly ParityBars[] {
  const { parity } = textsIn(locale).minutes
  return parityMeasures.map((measure) => {
    const cells = [room.each[measure], remote.each[measure]]
    const most = Math.max(0, ...cells.map((cell) => (cell === 'few' ? 0 : cell)))
    const bar = (cell: ParityCell): ParityBar => ({
      words: cellWords(cell, measure, locale),
      length: cell === 'few' || most === 0 ? 0 : (cell / most) * 100,
    })
    return {
      measure,
      words: parity.measures[measure],
      room: bar(room.each[measure]),
      remote: bar(remote.each[measure]),
    }
  })
}

/** Is there anything to see: of one of the two at least enough people to tell about? */
export const isTold = ({ room, remote }: Parity): boolean =>
  [room, remote].some(({ people, total }) => people > 0 && total.present !== 'few')

/** What it comes to, in plain sentences: only where both are told and there is something to compare. */
export function paritySentences({ room, remote }: Parity, locale: Locale): readonly string[] {
  const { parity } = textsIn(locale).minutes
  if (room.people === 0 && remote.people === 0) return [parity.nobody]
  const few = [
    ...(room.total.present === 'few' ? [parity.fewText.room] : []),
    ...(remote.total.present === 'few' ? [parity.fewText.remote] : []),
  ]
  if (remote.people === 0) return [parity.onlyRoom, ...few]
  if (room.people === 0) return [parity.onlyRemote, ...few]
  const compared = (['present', 'speaking', 'edits', 'ballots'] as const).flatMap((measure) => {
    const [inRoom, atHome] = [room.each[measure], remote.each[measure]]
    if (inRoom === 'few' || atHome === 'few' || (inRoom === 0 && atHome === 0)) return []
    return [parity.sentences[measure](cellWords(inRoom, measure, locale), cellWords(atHome, measure, locale))]
  })
  return [parity.people(room.people, remote.people), ...few, ...compared]
}
