/**
 * Update bytes put together by hand, in version 1 of the format of Yjs: also those that no library would ever write. Each
 * function answers a list of bytes; `update` makes the message of them.
 */

/** A letter, node or mark: the client id that made it, and its number there. */
export type Ref = readonly [client: number, clock: number]

/** Beside what, or in what, something is said to stand; `parent` as a text is a root by that name. */
export interface Spot {
  readonly origin?: Ref
  readonly right?: Ref
  readonly parent?: Ref | string
  /** The attribute it is said to be. */
  readonly sub?: string
}

export type Bytes = readonly number[]

export function varUint(value: number): Bytes {
  const bytes = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

export const sizedBytes = (bytes: Bytes): Bytes => [...varUint(bytes.length), ...bytes]

export const sizedText = (text: string): Bytes => sizedBytes([...new TextEncoder().encode(text)])

const ref = (of: Ref): Bytes => [...varUint(of[0]), ...varUint(of[1])]

/** A struct of this kind. Where it stands is only said when neither neighbour tells it, as Yjs does. */
export function struct(kind: number, spot: Spot, content: Bytes): Bytes {
  const { origin, right, parent, sub } = spot
  const flags = (origin ? 128 : 0) | (right ? 64 : 0) | (sub === undefined ? 0 : 32)
  const beside = [...(origin ? ref(origin) : []), ...(right ? ref(right) : [])]
  if (origin || right || parent === undefined) return [kind | flags, ...beside, ...content]
  const inside = typeof parent === 'string' ? [1, ...sizedText(parent)] : [0, ...ref(parent)]
  return [kind | flags, ...inside, ...(sub === undefined ? [] : sizedText(sub)), ...content]
}

/** What was deleted for good, together with all around it: it takes up numbers, and stands nowhere. */
export const remains = (length: number): Bytes => [0, ...varUint(length)]
export const deleted = (spot: Spot, length: number): Bytes => struct(1, spot, varUint(length))
export const letters = (spot: Spot, text: string): Bytes => struct(4, spot, sizedText(text))
export const embed = (spot: Spot, json: string): Bytes => struct(5, spot, sizedText(json))
export const mark = (spot: Spot, name: string, json: string): Bytes =>
  struct(6, spot, [...sizedText(name), ...sizedText(json)])
export const node = (spot: Spot, name: string): Bytes => struct(7, spot, [3, ...sizedText(name)])
export const run = (spot: Spot): Bytes => struct(7, spot, [6])
/** One plain value, already in bytes: `value(spot, plainText('left'))`. */
export const value = (spot: Spot, any: Bytes): Bytes => struct(8, spot, [1, ...any])
export const plainText = (text: string): Bytes => [119, ...sizedText(text)]
/** A whole number under 64. */
export const plainNumber = (small: number): Bytes => [125, small]

/** What one client id made, from this number on. */
interface Block {
  readonly client: number
  readonly clock: number
  readonly structs: readonly Bytes[]
}

export interface Deletion {
  readonly client: number
  readonly ranges: readonly (readonly [clock: number, length: number])[]
}

export function update(blocks: readonly Block[], deletions: readonly Deletion[] = []): Uint8Array {
  return Uint8Array.from([
    ...varUint(blocks.length),
    ...blocks.flatMap(({ client, clock, structs }) => [
      ...varUint(structs.length),
      ...varUint(client),
      ...varUint(clock),
      ...structs.flat(),
    ]),
    ...varUint(deletions.length),
    ...deletions.flatMap(({ client, ranges }) => [
      ...varUint(client),
      ...varUint(ranges.length),
      ...ranges.flatMap(([clock, length]) => [...varUint(clock), ...varUint(length)]),
    ]),
  ])
}
