import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('a phone that slept: the text of the others is there when it wakes, and the caret is where it was', async ({
  browser,
}) => {
  const house = await new House().open()
  const phone = await Visitor.comes(
    browser,
    house,
    { role: 'expert', theme: 'sport' },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
  const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
  const book = await BookOnScreen.opens(phone.page)
  const otherBook = await BookOnScreen.opens(other.page)
  await book.types(2, ' Voor het slapen.')
  await expect(otherBook.text(2)).toContainText('Voor het slapen.')
  const caret = await book.caret(2)

  const devtools = await phone.context.newCDPSession(phone.page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await otherBook.types(3, ' Terwijl de telefoon sliep.')
  await expect(otherBook.saved()).toBeVisible()
  // The network forgets a sleeping phone: its line is gone when it wakes.
  await phone.cutsTheLine()
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await phone.mendsTheLine()
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

  await expect(book.text(3)).toContainText('Terwijl de telefoon sliep.')
  await expect(book.text(2)).toBeFocused()
  expect(await book.caret(2)).toBe(caret)
  await phone.page.keyboard.type(' Na het slapen.')
  await expect(otherBook.text(2)).toContainText('Voor het slapen. Na het slapen.')
  await expect(book.saved()).toBeVisible()
  expect(phone.complaints).toEqual([])
  await phone.leaves()
  await other.leaves()
  await house.remove()
})
