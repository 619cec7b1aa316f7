import type { Run } from '@witboek/domain'

export const isBlank = (text: string): boolean => !/\S/.test(text)

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** With one kind of line break, whatever machine it was typed on. */
export const withLineBreaks = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** Where it goes; `null`: nowhere. A link that could harm its reader (`javascript:` …) is only its words. */
export function linkOf({ link }: Run): string | null {
  const url = link === undefined ? null : URL.parse(link)
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}
