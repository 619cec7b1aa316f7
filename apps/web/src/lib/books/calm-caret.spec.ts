import { bodyOf, readText } from '@witboek/book'
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
