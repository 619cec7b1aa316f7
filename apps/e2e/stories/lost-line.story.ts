import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('when the line is lost', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('the page says so, typing goes on, and all of it arrives when the line is back', async ({ browser }) => {
    const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const oneBook = await BookOnScreen.opens(one.page)
    const otherBook = await BookOnScreen.opens(other.page)
    await oneBook.types(2, ' Voor de storing.')
    await expect(oneBook.saved()).toBeVisible()

    await house.close('SIGKILL')
    await expect(one.page.getByText(/^Geen verbinding/).first()).toBeVisible()
    await oneBook.types(2, ' Tijdens de storing.')
    await otherBook.types(3, ' Ook de ander gaat door.')
    await expect(one.page.getByText(/wijzigingen bewaard op dit apparaat/).first()).toBeVisible()
    await expect(oneBook.saved()).toHaveCount(0)

    await house.open()
    await expect(oneBook.saved()).toBeVisible()
    await expect(otherBook.text(2)).toContainText('Voor de storing. Tijdens de storing.')
    await expect(oneBook.text(3)).toContainText('Ook de ander gaat door.')
    expect(one.complaints).toEqual([])
    await one.leaves()
    await other.leaves()
  })

  test('a network that drops and returns in the browser itself is noticed too', async ({ browser }) => {
    const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const book = await BookOnScreen.opens(one.page)
    await one.cutsTheLine()
    await expect(one.page.getByText('Dit apparaat heeft geen verbinding', { exact: false })).toBeVisible()
    await book.types(1, ' In de trein.')
    await one.mendsTheLine()
    await expect(book.saved()).toBeVisible()
    await one.page.reload()
    await expect(book.text(1)).toContainText('In de trein.')
    await one.leaves()
  })

  test('leaving the seat in another tab ends writing here, in words', async ({ browser }) => {
    const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    await BookOnScreen.opens(one.page)
    await one.standsUp()
    await expect(one.page.getByText('Meeschrijven kan nu niet.').first()).toBeVisible()
    await one.leaves()
  })
})
