import { bodyOf, readText } from '@witboek/book'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HeadlessPage, schema } from './testing/headless-page.ts'

const paragraph = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

/** A page that was opened when all this was written already, so that an undo leaves it alone. */
function aPage(...texts: readonly string[]): HeadlessPage {
  const page = new HeadlessPage()
  page.dispatch(page.state.tr.replaceWith(0, page.state.doc.content.size, texts.map(paragraph)))
  return copyOf(page)
}

function copyOf(page: HeadlessPage): HeadlessPage {
  return new HeadlessPage(Y.encodeStateAsUpdate(page.doc))
}

/** Everything the other page has arrives. */
const hears = (page: HeadlessPage, other: HeadlessPage): void =>
  page.take(Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(page.doc)))

const shown = (page: HeadlessPage): string => page.state.doc.textBetween(0, page.state.doc.content.size, '\n')
const shared = (page: HeadlessPage): string =>
  readText(bodyOf(page.doc))
    .map((block) => (block.kind === 'paragraph' ? block.text.map(({ text }) => text).join('') : ''))
    .join('\n')

/** The caret as `|` in the text of its page. */
function caretIn({ state }: HeadlessPage): string {
  const { doc, selection } = state
  const from = (start: number, end: number) => doc.textBetween(start, end, '\n')
  const before = doc.textBetween(0, selection.head, '\n')
  return `${before}|${from(0, doc.content.size).slice(before.length)}`
}

const writes = (page: HeadlessPage, words: string, at: number): void => {
  page.select(at, at)
  page.dispatch(page.state.tr.insertText(words))
}

describe('while somebody else writes', () => {
  it('two who type the same letter at the same place each stay behind their own', () => {
    const first = aPage('een')
    const second = copyOf(first)
    first.doc.clientID = 1
    second.doc.clientID = 2
    writes(first, ' ', 4)
    writes(second, ' ', 4)
    hears(first, second)
    hears(second, first)
    first.dispatch(first.state.tr.insertText('twee'))
    second.dispatch(second.state.tr.insertText('drie'))
    hears(first, second)
    hears(second, first)
    expect(shown(first)).toBe('een twee drie')
    expect(caretIn(first)).toBe('een twee| drie')
    expect(caretIn(second)).toBe('een twee drie|')
  })

  it('who waits in an empty paragraph stays in it, also when another paragraph is empty', () => {
    const page = aPage('', 'twee', '')
    const other = copyOf(page)
    page.select(9, 9)
    expect(caretIn(page)).toBe('\ntwee\n|')
    writes(other, 'een', 9)
    hears(page, other)
    expect(caretIn(page)).toBe('\ntwee\n|een')
  })

  it('two who begin in one empty paragraph each go on behind their own first letter', () => {
    for (const [one, two] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const first = aPage('', '')
      const second = copyOf(first)
      first.doc.clientID = one
      second.doc.clientID = two
      writes(first, 'e', 1)
      writes(second, 'd', 1)
      hears(first, second)
      hears(second, first)
      hears(first, second)
      first.dispatch(first.state.tr.insertText('en'))
      second.dispatch(second.state.tr.insertText('rie'))
      hears(first, second)
      hears(second, first)
      hears(first, second)
      expect(shown(first)).toBe(shown(second))
      expect(shown(first)).toContain('een')
      expect(shown(first)).toContain('drie')
    }
  })

  it('of two paragraphs that say the same, the caret stays in its own', () => {
    const page = aPage('ja', 'ja')
    const other = copyOf(page)
    page.select(3, 3)
    writes(other, '!', 3)
    hears(page, other)
    expect(caretIn(page)).toBe('ja|!\nja')
  })

  it('what is taken out before the caret takes the caret along, to the beginning too', () => {
    const page = aPage('een', 'twee')
    const other = copyOf(page)
    page.select(4, 4)
    other.dispatch(other.state.tr.delete(1, 4))
    hears(page, other)
    expect(caretIn(page)).toBe('|\ntwee')
  })

  it('a new paragraph that begins before the caret takes the caret along', () => {
    const page = aPage('een twee drie', 'vier')
    const other = copyOf(page)
    page.select(9, 9)
    other.dispatch(other.state.tr.split(5))
    hears(page, other)
    expect(caretIn(page)).toBe('een \ntwee| drie\nvier')
    other.dispatch(other.state.tr.join(6))
    hears(page, other)
    expect(caretIn(page)).toBe('een twee| drie\nvier')
  })

  it('all who type at one place have their words as they typed them, however late they hear each other', () => {
    const seed = seedOfToday()
    for (let run = 0; run < 300; run++) {
      const chance = chanceFrom(seed + run)
      const first = aPage('a', 'a', '')
      const place = chance.pick([1, 2, 4, 5, 7])
      const all = ['aa b.', 'ab a.', 'a  a!'].map((words) => ({ page: copyOf(first), words, typed: 0 }))
      for (const { page } of all) page.select(place, place)
      while (all.some(({ words, typed }) => typed < words.length)) {
        const one = chance.pick(all)
        if (chance.below(2) === 0) hears(one.page, chance.pick(all).page)
        else if (one.typed < one.words.length) {
          one.page.dispatch(one.page.state.tr.insertText(one.words.charAt(one.typed)))
          one.typed++
        }
      }
      for (let round = 0; round < 3; round++) for (const { page } of all) for (const from of all) hears(page, from.page)
      const texts = new Set(all.map(({ page }) => shown(page)))
      expect(texts.size, `SEED=${seed + run}`).toBe(1)
      for (const { words } of all) expect([...texts][0], `SEED=${seed + run}`).toContain(words)
    }
  })

  it('what is chosen stays chosen', () => {
    const page = aPage('een twee drie')
    const other = copyOf(page)
    page.select(5, 9)
    writes(other, 'nul ', 1)
    writes(other, '!', 18)
    hears(page, other)
    const { from, to } = page.state.selection
    expect(page.state.doc.textBetween(from, to)).toBe('twee')
  })
})

describe('after an undo', () => {
  it('the caret stays where it is when somebody else writes', () => {
    const page = aPage('een', 'twee', 'drie')
    page.select(4, 4)
    page.dispatch(page.state.tr.insertText(' en nog wat'))
    page.select(25, 25)
    page.undo()
    const { anchor } = page.state.selection
    const other = copyOf(page)
    other.select(17, 17)
    other.dispatch(other.state.tr.insertText('!'))
    hears(page, other)
    expect(shown(page)).toContain('!')
    expect(page.state.selection.anchor).toBe(anchor)
  })

  it('the page shows what the others see, also when the text has become much shorter', () => {
    const page = aPage('een', 'x'.repeat(100))
    const other = copyOf(page)
    page.select(100, 100)
    page.dispatch(page.state.tr.insertText('y'))
    other.dispatch(other.state.tr.delete(6, 106))
    hears(page, other)
    page.undo()
    other.dispatch(other.state.tr.insertText('nieuw ', 1))
    hears(page, other)
    expect(shown(page)).toContain('nieuw')
    expect(shown(page)).toBe(shared(page))
  })
})
