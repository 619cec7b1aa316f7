import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('characters in the making survive while another writes in the same paragraph', async ({ browser }) => {
  const house = await new House().open()
  const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
  const book = await BookOnScreen.opens(one.page)
  const otherBook = await BookOnScreen.opens(other.page)
  const keyboard = await one.context.newCDPSession(one.page)
  /** As a keyboard with suggestions does: the word is there, underlined, until it is chosen. */
  const composes = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

  await book.types(1, ' Begin:')
  await expect(otherBook.text(1)).toContainText('Begin:')
  await otherBook.text(1).click()
  await other.page.keyboard.press('Control+Home')

  const words = ['にほんご', 'かんじ', 'ことば']
  for (const word of words) {
    for (let letters = 1; letters <= word.length; letters++) {
      await composes(word.slice(0, letters))
      await other.page.keyboard.type(`${letters}`)
      await expect(book.text(1)).toContainText(`${letters}`)
    }
    await keyboard.send('Input.insertText', { text: word })
  }
  for (const view of [book, otherBook]) await expect(view.text(1)).toContainText(`Begin:${words.join('')}`)
  await expect(otherBook.text(1)).toContainText('1234123123')
  await expect(book.text(1)).toContainText('1234123123')
  await expect(book.saved()).toBeVisible()
  expect(one.complaints).toEqual([])
  expect(other.complaints).toEqual([])
  await one.leaves()
  await other.leaves()
  await house.remove()
})
