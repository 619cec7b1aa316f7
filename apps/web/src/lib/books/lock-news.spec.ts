import { emptyManifest, withFact, type BookFact, type Lock, type Manifest, type SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { lockNews } from './lock-news.ts'

const id = (name: string) => name as SectionId
const lock = { chef: 'chef', since: 1, reason: '', until: null } as unknown as Lock
const after = (manifest: Manifest, ...facts: BookFact[]) => facts.reduce(withFact, manifest)
const book = after(
  emptyManifest,
  ...['d', 'c', 'b', 'a'].map((name): BookFact => ({
    type: 'section:added',
    section: id(name),
    heading: name,
    slot: null,
    after: null,
  })),
)
const locked = (...names: string[]): BookFact => ({ type: 'section:locked', sections: names.map(id), lock })
const unlocked = (...names: string[]): BookFact => ({ type: 'section:unlocked', sections: names.map(id), by: 'chef' })
const frozen: BookFact = { type: 'book:frozen', lock }

describe('news about locks', () => {
  it.each<[string, Manifest, BookFact, SectionId | null, string, string]>([
    ['another section', book, locked('c'), id('a'), '', 'Hoofdstuk 3 is vergrendeld.'],
    [
      'the section one is in',
      book,
      locked('a'),
      id('a'),
      'Het hoofdstuk waar u bent, is vergrendeld. U kunt lezen, niet schrijven.',
      '',
    ],
    ['all but the one one is in', book, locked('b', 'c', 'd'), id('a'), '', 'Hoofdstukken 2, 3 en 4 zijn vergrendeld.'],
    [
      'opened, and one is in it',
      after(book, locked('a', 'b')),
      unlocked('a', 'b'),
      id('a'),
      'Het hoofdstuk waar u bent, is weer open.',
      'Hoofdstuk 2 is weer open.',
    ],
    [
      'the whole book, for a reader',
      book,
      frozen,
      null,
      '',
      'Het hele boek is vergrendeld. U kunt lezen, niet schrijven.',
    ],
    [
      'the whole book, for a writer',
      book,
      frozen,
      id('b'),
      'Het hele boek is vergrendeld. U kunt lezen, niet schrijven.',
      '',
    ],
    ['a lock under a freeze', after(book, frozen), locked('a'), id('a'), '', ''],
    ['something else', book, { type: 'section:renamed', section: id('a'), heading: 'A' }, id('a'), '', ''],
  ])('%s', (_what, from, fact, here, urgent, calm) => {
    expect(lockNews(from, withFact(from, fact), here, 'nl')).toEqual({ urgent, calm })
  })
})
