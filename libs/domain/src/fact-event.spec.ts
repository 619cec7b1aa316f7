import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changesAccess, type BookFact, type Lock } from './book.ts'
import { factEvent, factIn, recordedFacts } from './fact-event.ts'
import type { BookId, Instant, ParkedId, PersonId, RemarkId, SectionId, ThemeId } from './ids.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const book = { id: 'book-sport' as BookId, theme: 'sport' as ThemeId }
const [marit, fatima] = ['marit' as PersonId, 'fatima' as PersonId]
const [pool, hall] = ['pool' as SectionId, 'hall' as SectionId]
const at = 1_301_684_400_000 as Instant
const lock: Lock = { chef: marit, since: at, reason: 'Eerst praten met Fatima', until: null }
const remark = { id: 'remark-1' as RemarkId, chef: marit, at, text: 'Dit is de begroting van 2011.' }

const of = (fact: BookFact) => factEvent(book, { kind: 'fact', seq: 7, person: marit, at, fact }, hashOf)

const byChef: readonly BookFact[] = [
  { type: 'section:added', section: pool, heading: 'Zwembad', slot: null, after: hall },
  { type: 'section:renamed', section: pool, heading: 'Het zwembad' },
  { type: 'section:moved', section: pool, after: null },
  { type: 'section:removed', section: pool },
  { type: 'section:restored', section: pool },
  { type: 'section:locked', sections: [pool, hall], lock },
  { type: 'section:unlocked', sections: [pool], by: 'chef' },
  { type: 'book:frozen', lock },
  { type: 'book:unfrozen', by: 'chef' },
  { type: 'remark:placed', section: pool, remark },
  { type: 'remark:removed', section: pool, remark: remark.id },
  { type: 'edit:admitted', parked: 'words-1' as ParkedId, section: pool, writer: fatima },
]

describe('[RECORD-2] a fact of a book on the record', () => {
  it.each(byChef)('is what its Chef did: $type', (fact) => {
    expect(of(fact)).toMatchObject({
      ...{ at, actor: marit, role: 'chef', theme: book.theme, type: fact.type, subject: book.id },
      details: { seq: 7, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    })
  })

  it('is there for every fact that does not change who may write', () => {
    expect(recordedFacts.toSorted()).toEqual(byChef.map(({ type }) => type).toSorted())
    expect(byChef.filter(changesAccess)).toEqual([])
  })

  it.each<BookFact>([
    { type: 'section:unlocked', sections: [pool], by: 'time' },
    { type: 'book:unfrozen', by: 'time' },
  ])('is nobody’s when it ended by time: $type', (fact) => {
    expect(of(fact)).toMatchObject({ actor: null, role: null, type: fact.type })
  })

  it.each<BookFact>([
    { type: 'seat:ended', person: fatima },
    { type: 'phase:reached', phase: 'green_review' },
    { type: 'remarks:allowed', allowed: true },
  ])('is not there when the command itself is: $type', (fact) => {
    expect(of(fact)).toBeNull()
    expect(recordedFacts).not.toContain(fact.type)
  })

  it('of a version that is not known here is there as well, and says not more than is known', () => {
    const fact = { type: 'section:painted', section: pool, colour: 'green' } as unknown as BookFact
    expect(of(fact)).toMatchObject({ actor: marit, role: null, type: 'section:painted', details: { section: pool } })
  })

  it('is no edit', () => {
    const edit = { kind: 'edit', seq: 8, person: fatima, at, section: pool, update: Uint8Array.of(1), newClients: [] }
    expect(factEvent(book, edit as never, hashOf)).toBeNull()
  })

  it('says which section, or the first of how many', () => {
    expect(of(byChef[0] as BookFact)?.details).toMatchObject({ section: pool })
    expect(of(byChef[5] as BookFact)?.details).toMatchObject({ section: pool, sections: 2 })
    expect(Object.keys(of(byChef[7] as BookFact)?.details ?? {})).toEqual(['seq', 'hash'])
  })

  it('holds no word of it', () => {
    const written = JSON.stringify(byChef.map(of))
    for (const words of ['Zwembad', 'zwembad', 'praten', 'Fatima', 'begroting']) expect(written).not.toContain(words)
  })

  it.each<[string, BookFact]>([
    ['heading', { type: 'section:added', section: pool, heading: 'Zwembaden', slot: null, after: hall }],
    ['place', { type: 'section:added', section: pool, heading: 'Zwembad', slot: null, after: null }],
  ])('has another hash when its %s is another', (_, fact) => {
    expect(of(fact)?.details['hash']).not.toBe(of(byChef[0] as BookFact)?.details['hash'])
  })

  it('has the same hash in whatever order it is kept', () => {
    const turned = { after: hall, slot: null, heading: 'Zwembad', section: pool, type: 'section:added' } as const
    expect(of(turned)).toEqual(of(byChef[0] as BookFact))
  })

  it('is told apart from what comes from a command', () => {
    expect(byChef.map(of).every((event) => event !== null && factIn(event)?.seq === 7)).toBe(true)
    expect(factIn({ details: { theme: 'sport', seq: 7 } })).toBeNull()
  })
})
