import { appendText, bodyOf, newSectionDoc } from '@witboek/book'
import { chanceFrom, type Chance } from '@witboek/testkit'
import * as Y from 'yjs'
import type { HistoryPlan } from './plans.ts'

const words = (
  'de gemeente het zwembad begroting bezuiniging voorstel inwoners raad sport cultuur euro en van een dat niet op voor ' +
  'met zijn aan er ook te bij of jaar kosten meer minder per wijk school weg groen onderhoud subsidie coördinatie'
).split(' ')
const burst = 10

/** A section that many people wrote over months: their ids, their letters one by one, what was taken out, some of it bold. */
export function historyOf({ seed, paragraphs, operations, writers }: HistoryPlan): Uint8Array {
  const chance = chanceFrom(seed)
  const doc = newSectionDoc()
  // The text is the same every time, its writers never are: an id that is known belongs to who brought it before.
  const ids = Array.from({ length: writers }, () => 1 + Math.floor(Math.random() * 2 ** 31))
  const body = bodyOf(doc)
  for (let i = 0; i < paragraphs; i++) {
    doc.clientID = chance.pick(ids)
    appendText(body, [{ kind: 'paragraph', text: [{ text: sentence(chance, 90) }] }])
  }
  const texts = (body.toArray() as Y.XmlElement[]).flatMap((node) => node.toArray() as Y.XmlText[])
  for (let done = 0; done < operations; done += burst) {
    doc.clientID = chance.pick(ids)
    const text = chance.pick(texts)
    const at = chance.below(Math.max(1, text.length - burst))
    doc.transact(() => {
      for (let i = 0; i < burst; i++)
        text.insert(at + i, i === burst - 3 ? ' ' : String.fromCharCode(97 + chance.below(26)))
      if (chance.next() < 0.3) text.delete(at, 2)
      if (chance.next() < 0.1) text.format(at, burst, { bold: {} })
    })
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

const sentence = (chance: Chance, length: number): string =>
  Array.from({ length }, () => chance.pick(words)).join(' ') + '. '
