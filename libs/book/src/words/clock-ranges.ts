import * as Y from 'yjs'

/** Clocks of one client id, `to` itself not among them. */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

/** What some edits wrote: clocks by client id, in order and without overlap. */
export type ClockRanges = ReadonlyMap<number, readonly ClockRange[]>

/** The ranges of everything that these updates write, deletions aside. Throws on bytes that are no update. */
export function rangesOf(updates: readonly Uint8Array[]): ClockRanges {
  const found = new Map<number, ClockRange[]>()
  for (const { structs } of updates.map((update) => Y.decodeUpdate(update)))
    for (const { id, length } of structs.filter((struct) => !(struct instanceof Y.Skip))) {
      const own = found.get(id.client) ?? []
      own.push({ from: id.clock, to: id.clock + length })
      found.set(id.client, own)
    }
  return new Map([...found].map(([client, ranges]) => [client, joined(ranges)]))
}

/** Only what comes after these clocks. */
export const beyond = (ranges: ClockRanges, known: ReadonlyMap<number, number>): ClockRanges =>
  new Map(
    [...ranges].map(([client, own]) => {
      const start = known.get(client) ?? 0
      return [client, own.filter(({ to }) => to > start).map(({ from, to }) => ({ from: Math.max(from, start), to }))]
    }),
  )

export const isAmong = (ranges: ClockRanges, { client, clock }: { client: number; clock: number }): boolean =>
  ranges.get(client)?.some(({ from, to }) => from <= clock && clock < to) ?? false

/** The parts of a stretch of clocks, cut where it goes in or out of the ranges. */
export function cutBy(
  ranges: ClockRanges,
  client: number,
  { from, to }: ClockRange,
): readonly (ClockRange & { readonly among: boolean })[] {
  const parts: (ClockRange & { among: boolean })[] = []
  let at = from
  for (const range of ranges.get(client) ?? []) {
    if (range.to <= at) continue
    if (range.from >= to) break
    if (range.from > at) parts.push({ from: at, to: range.from, among: false })
    const part = { from: Math.max(at, range.from), to: Math.min(to, range.to), among: true }
    parts.push(part)
    at = part.to
  }
  if (at < to) parts.push({ from: at, to, among: false })
  return parts
}

function joined(ranges: readonly ClockRange[]): readonly ClockRange[] {
  const result: ClockRange[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && range.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}
