import type { InviteeRow } from '@witboek/contract'

const ends = /\r\n?|[\n\u2028\u2029]/

/** The line of the list that this row stands on, from where to where. */
export function lineOf(text: string, { line }: Pick<InviteeRow, 'line'>): readonly [from: number, to: number] {
  let from = 0
  for (let number = 1; number < line; number++) {
    const end = ends.exec(text.slice(from))
    if (!end) break
    from += end.index + end[0].length
  }
  const end = ends.exec(text.slice(from))
  return [from, end ? from + end.index : text.length]
}

/** The list with another address in place of what stands on that line; `null` when it is not found there. */
export function withAddress(text: string, row: Pick<InviteeRow, 'line' | 'email'>, address: string): string | null {
  const [from, to] = lineOf(text, row)
  const line = text.slice(from, to)
  const at = row.email === '' ? -1 : line.toLowerCase().indexOf(row.email.toLowerCase())
  if (at < 0) return null
  return text.slice(0, from + at) + address + text.slice(from + at + row.email.length)
}
