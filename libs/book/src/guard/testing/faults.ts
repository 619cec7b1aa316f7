import * as Y from 'yjs'
import { bodyName } from '../../layout.ts'
import { textChildren, textMarks, textNodes } from '../../text-schema.ts'

/** What in this document the editor would not know: none, if the guard did its work. Reads the document, not the bytes. */
export function faultsIn(doc: Y.Doc): string[] {
  const roots = [...doc.share.keys()].filter((name) => name !== bodyName).map((name) => `a root ${name}`)
  return [...roots, ...faultsOf(doc.getXmlFragment(bodyName), 'body', 0)]
}

function faultsOf(parent: Y.XmlFragment | Y.XmlElement, name: string, depth: number): string[] {
  const may: readonly string[] = textChildren[name as 'body'] ?? []
  if (depth > 64) return ['too deep']
  return parent.toArray().flatMap((child: unknown): string[] => {
    if (child instanceof Y.XmlText) return may.includes('text') ? faultsOfText(child) : [`letters in ${name}`]
    if (!(child instanceof Y.XmlElement)) return [`something else in ${name}`]
    const element = child as Y.XmlElement
    const place = may.includes(element.nodeName) ? [] : [`${element.nodeName} in ${name}`]
    return [...place, ...faultsOfAttributes(element), ...faultsOf(element, element.nodeName, depth + 1)]
  })
}

function faultsOfAttributes(element: Y.XmlElement): string[] {
  const may: readonly string[] = textNodes[element.nodeName as 'heading'] ?? []
  return Object.entries(element.getAttributes())
    .filter(([key, value]) => !may.includes(key) || isNothingToShow(value))
    .map(([key]) => `${key} at ${element.nodeName}`)
}

const isNothingToShow = (value: unknown): boolean =>
  value === undefined ||
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && !Array.isArray(value))

function faultsOfText(text: Y.XmlText): string[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return ['a thing among letters']
    const marks = Object.keys(attributes).filter((key) => !Object.hasOwn(textMarks, key))
    const href = (attributes['link'] as { href?: unknown } | undefined)?.href
    const links =
      href === null || href === undefined || (typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href))
        ? []
        : ['a link']
    return [...marks, ...links, ...(/\ufffd/.test(insert) ? ['half a letter'] : [])]
  })
}
