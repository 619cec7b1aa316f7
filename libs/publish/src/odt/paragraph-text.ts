import type { Run } from '@witboek/domain'
import { isBlank, linkOf, textOf, withLineBreaks } from '../runs.ts'
import { escaped, holdable } from './xml.ts'

/** Nothing when there is nothing to read: a screen reader would stop at it. */
export const paragraph = (style: string, runs: readonly Run[]): string =>
  isBlank(textOf(runs)) ? '' : `<text:p text:style-name="${style}">${paragraphText(runs)}</text:p>`

/**
 * The inside of a paragraph. Readers of OpenDocument take white space together and drop it at both ends, so every space that
 * does not stand alone between two other characters is an element of its own, and so are tabs and line breaks.
 */
export function paragraphText(runs: readonly Run[]): string {
  const whole = runs
    .map((run) => ({ ...run, text: withLineBreaks(holdable(run.text)) }))
    .filter((run) => run.text !== '')
  return whole
    .map((run, index) => {
      const inside = spaced(run.text, whole[index - 1]?.text.at(-1), whole[index + 1]?.text.at(0))
      return linked(run, emphasised(run, inside))
    })
    .join('')
}

function spaced(text: string, before = '\n', after = '\n'): string {
  return text.replaceAll(/ +|[^ ]+/g, (part, at: number) => {
    if (!part.startsWith(' ')) return part.replaceAll(/\t|\n|[^\t\n]+/g, wordsOrBreak)
    const alone = part.length === 1 && isWord(text[at - 1] ?? before) && isWord(text[at + 1] ?? after)
    return alone ? ' ' : `<text:s text:c="${part.length}"/>`
  })
}

const isWord = (character: string): boolean => !' \t\n'.includes(character)

const wordsOrBreak = (part: string): string =>
  part === '\t' ? '<text:tab/>' : part === '\n' ? '<text:line-break/>' : escaped(part)

function emphasised({ bold, italic }: Run, inside: string): string {
  const slanted = italic ? `<text:span text:style-name="Emphasis">${inside}</text:span>` : inside
  return bold ? `<text:span text:style-name="Strong_20_Emphasis">${slanted}</text:span>` : slanted
}

function linked(run: Run, inside: string): string {
  const link = linkOf(run)
  if (link === null) return inside
  return `<text:a xlink:type="simple" xlink:href="${escaped(link)}" text:style-name="Internet_20_link">${inside}</text:a>`
}
