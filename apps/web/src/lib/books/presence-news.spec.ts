import type { Present } from '@witboek/contract'
import type { PersonId } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { comingsBetween, newsDelay, newsSentence } from './presence-news.ts'

const someone = (name: string): Present => ({ person: name as PersonId, name, role: 'expert', section: null })
const people = (...names: string[]) => names.map(someone)
const nl = textsIn('nl').book.presence
const en = textsIn('en').book.presence

describe('who comes and goes', () => {
  it.each([
    ['nobody', [], [], null],
    ['one', [], ['Anna'], 'Anna is erbij gekomen.'],
    ['two', [], ['Anna', 'Bram'], 'Anna en 1 ander erbij.'],
    ['three', [], ['Anna', 'Bram', 'Cor'], 'Anna en 2 anderen erbij.'],
    ['one away', ['Anna'], [], 'Anna is weg.'],
    ['both ways', ['Anna', 'Bram'], ['Cor'], 'Cor is erbij gekomen. Anna en 1 ander weg.'],
  ])('%s', (_what, before, now, sentence) => {
    expect(newsSentence(comingsBetween(people(...before), people(...now), null), nl)).toBe(sentence)
  })

  it('says nothing about oneself', () => {
    expect(comingsBetween([], people('Anna'), 'Anna' as PersonId)).toEqual({ came: [], left: [] })
  })

  it('says the same in English', () => {
    expect(newsSentence(comingsBetween([], people('Anna', 'Bram', 'Cor'), null), en)).toBe(
      'Anna and 2 others have joined.',
    )
  })

  it('leaves ten seconds between two sentences, and gathers a second of news for the first', () => {
    expect(newsDelay(null, 50_000)).toBe(1_000)
    expect(newsDelay(48_000, 50_000)).toBe(8_000)
    expect(newsDelay(10_000, 50_000)).toBe(1_000)
  })
})
