import * as Y from 'yjs'
import { safeLink } from '../section-text.ts'
import { textChildren, textMarks, textNodes } from '../text-schema.ts'

/**
 * Which node may stand in which, and what attributes and marks may say. An editor deletes a node its schema has no place
 * for, in the name of whoever happens to be looking: such a node must not get in.
 */

const nodeNames = Object.keys(textNodes) as (keyof typeof textNodes)[]
const attributeNames = [...new Set<string>(Object.values(textNodes).flatMap((names): readonly string[] => names))]
const markNames = Object.keys(textMarks) as (keyof typeof textMarks)[]

/** A node's number is its place in `textNodes`; these two are no nodes but have a place too. */
export const textRun = nodeNames.length
export const bodyNode = textRun + 1
/** A name that is on no list. */
export const unknownName = -1

const childrenOf: readonly number[] = [...nodeNames, null, 'body' as const].map((name) =>
  (name === null ? [] : textChildren[name]).reduce((mask, child) => mask | (1 << numberOf(child)), 0),
)
const attributesOf: readonly ReadonlySet<string>[] = nodeNames.map((name) => new Set(textNodes[name]))

function numberOf(name: keyof typeof textNodes | 'text'): number {
  return name === 'text' ? textRun : nodeNames.indexOf(name)
}

export const mayStandIn = (child: number, parent: number): boolean =>
  child !== unknownName && parent !== unknownName && ((childrenOf[parent] as number) & (1 << child)) !== 0

export const mayCarry = (node: number, attribute: string): boolean => attributesOf[node]?.has(attribute) === true

/** What kind of node a type of the document is. */
export function nodeOf(type: Y.AbstractType<unknown>): number {
  if (type._item === null) return bodyNode
  if (type instanceof Y.XmlText) return textRun
  return type instanceof Y.XmlElement ? nodeNames.indexOf(type.nodeName as keyof typeof textNodes) : unknownName
}

// Names are compared as bytes: making a string of each would cost more than all other checks of a typed letter together.
const inBytes = (names: readonly string[]): readonly Uint8Array[] => names.map((name) => new TextEncoder().encode(name))
const nodes = inBytes(nodeNames)
const attributes = inBytes(attributeNames)
const marks = inBytes(markNames)

function nameAt(names: readonly Uint8Array[], bytes: Uint8Array, from: number, length: number): number {
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as Uint8Array
    if (name.length !== length) continue
    let same = 0
    while (same < length && name[same] === bytes[from + same]) same++
    if (same === length) return i
  }
  return unknownName
}

export const nodeAt = (bytes: Uint8Array, from: number, length: number): number => nameAt(nodes, bytes, from, length)

export const markAt = (bytes: Uint8Array, from: number, length: number): number => nameAt(marks, bytes, from, length)

/** `null`: no node has an attribute of this name. */
export const attributeAt = (bytes: Uint8Array, from: number, length: number): string | null =>
  attributeNames[nameAt(attributes, bytes, from, length)] ?? null

const short = (value: unknown): boolean => typeof value === 'string' && value.length <= 100
const wholeUpTo = (max: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max

/** Wide enough for any sheet of a municipality; a wider cell would keep every reader's page busy. */
const spanMax = 200

const attributeValues: Readonly<Record<string, (value: unknown) => boolean>> = {
  // Level 1 is what the editor falls back to, and writes, when two people changed a heading at the same moment.
  level: (value) => value === 1 || value === 3 || value === 4,
  // Pasted lists start at whatever was there, even at nothing that is a number.
  start: (value) => typeof value === 'number',
  type: (value) => value === null || typeof value === 'number' || short(value),
  colspan: wholeUpTo(spanMax),
  rowspan: wholeUpTo(spanMax),
  colwidth: (value) =>
    value === null ||
    (Array.isArray(value) && value.length <= spanMax && value.every((width) => typeof width === 'number')),
  align: (value) => value === null || short(value),
}

export const mayBeAttribute = (attribute: string, value: unknown): boolean =>
  attributeValues[attribute]?.(value) === true

/** Longer than any address people share. */
const linkTextMax = 16_000

/** `null` ends a mark. The editor writes a mark's attributes; templates may simply say `true`. */
export function mayBeMark(mark: number, value: unknown): boolean {
  const name = markNames[mark]
  if (name === undefined) return false
  if (value === null) return true
  if (name === 'link') return isPlain(value) && Object.entries(value).every(([said, what]) => mayBeInLink(said, what))
  return value === true || (isPlain(value) && Object.keys(value).length === 0)
}

function mayBeInLink(name: string, said: unknown): boolean {
  if (!textMarks.link.includes(name as 'href')) return false
  if (said === null) return true
  if (typeof said !== 'string' || said.length > linkTextMax) return false
  return name !== 'href' || safeLink(said) !== null
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
