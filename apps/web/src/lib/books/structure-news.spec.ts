import { withFact, type Manifest, type Section, type SectionId, type StructureFact } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { structureNews } from './structure-news.ts'

const id = (name: string) => name as SectionId
const section = (name: string): Section => ({
  id: id(name),
  heading: `Kop ${name}`,
  slot: null,
  removed: false,
  lock: null,
  remarks: [],
})
const abcd: Manifest = { sections: ['a', 'b', 'c', 'd'].map(section), freeze: null }
const texts = textsIn('nl').book.structure
const newsOf = (fact: StructureFact, from = abcd, asked?: SectionId) =>
  structureNews(from, withFact(from, fact), texts, asked ?? null)

describe('a change in the shape of a book, in words', () => {
  const abxd = withFact(abcd, { type: 'section:removed', section: id('c') })
  it.each<[string, StructureFact, Manifest, string]>([
    [
      'moved up',
      { type: 'section:moved', section: id('d'), after: id('a') },
      abcd,
      "'Kop d' staat nu op plek 2 van 4.",
    ],
    [
      'moved first',
      { type: 'section:moved', section: id('c'), after: null },
      abcd,
      "'Kop c' staat nu op plek 1 van 4.",
    ],
    [
      'renamed',
      { type: 'section:renamed', section: id('b'), heading: 'Kaders' },
      abcd,
      "Het hoofdstuk heet nu 'Kaders'.",
    ],
    ['removed', { type: 'section:removed', section: id('c') }, abcd, "'Kop c' is weggehaald. De tekst is bewaard."],
    ['restored', { type: 'section:restored', section: id('c') }, abxd, "'Kop c' staat weer in het boek."],
    [
      'moved past a removed one',
      { type: 'section:moved', section: id('d'), after: id('a') },
      abxd,
      "'Kop d' staat nu op plek 2 van 3.",
    ],
  ])('%s', (_what, fact, from, sentence) => {
    expect(newsOf(fact, from)).toBe(sentence)
  })

  it('names the section one moved oneself when two neighbours swapped', () => {
    const swap: StructureFact = { type: 'section:moved', section: id('b'), after: id('c') }
    expect(newsOf(swap, abcd, id('b'))).toBe("'Kop b' staat nu op plek 3 van 4.")
  })

  it('names an added section with its place', () => {
    const fact: StructureFact = {
      type: 'section:added',
      section: id('n'),
      heading: 'Nieuw',
      slot: null,
      after: id('a'),
    }
    expect(newsOf(fact)).toBe("'Nieuw' is toegevoegd op plek 2.")
  })

  it('has nothing to say when nothing changed', () => {
    expect(structureNews(abcd, abcd, texts)).toBeNull()
  })
})
