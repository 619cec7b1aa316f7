import {
  emptyManifest,
  withFact,
  type BookFact,
  type Instant,
  type PersonId,
  type RemarkId,
  type SectionId,
} from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { remarkNews } from './remark-news.ts'

const { remarks: texts } = textsIn('nl')
const id = (name: string) => name as SectionId
const added = (name: string, after: string | null): BookFact => ({
  type: 'section:added',
  section: id(name),
  heading: name,
  slot: null,
  after: after === null ? null : id(after),
})
const remark = { id: 'one' as RemarkId, chef: 'anna' as PersonId, at: 0 as Instant, text: 'Let op.' }
const before = [added('a', null), added('b', 'a')].reduce(withFact, emptyManifest)
const after = withFact(before, { type: 'remark:placed', section: id('b'), remark })

describe('what is said of remarks', () => {
  it('that one came, and at which section', () => {
    expect(remarkNews(before, after, texts)).toBe('De Chef heeft een opmerking gezet bij hoofdstuk 2.')
  })

  it('that one went', () => {
    expect(remarkNews(after, before, texts)).toBe('Een opmerking bij hoofdstuk 2 is weggehaald.')
  })

  it('and nothing when they are the same', () => {
    expect(remarkNews(after, after, texts)).toBeNull()
  })
})
