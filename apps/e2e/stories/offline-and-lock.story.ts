import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('writing without a line, while a Chef locks', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('one section comes in, the other is set aside; also when the tab was closed in between', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)
    const otherBook = await BookOnScreen.opens(other.page)

    await test.step('back on the line', async () => {
      await expert.cutsTheLine()
      await book.types(1, ' Uit de trein.')
      await book.types(2, ' Ook uit de trein.')
      await expect(expert.page.getByText(/Geen verbinding: \d+ wijzigingen bewaard op dit apparaat/)).toBeVisible()
      await chef.locks(2)
      await otherBook.types(1, ' Van de ander.')
      await expert.mendsTheLine()
      await expect(otherBook.text(1)).toContainText('Uit de trein.')
      await expect(book.text(1)).toContainText('Van de ander.')
      await expect(book.aside(2)).toContainText('Ook uit de trein.')
      await expect(book.text(2)).not.toContainText('Ook uit de trein.')
      await expect(book.aside(1)).toHaveCount(0)
      await expect(book.saved()).toBeVisible()
    })

    await test.step('closed while the line was away, and opened again', async () => {
      await expert.cutsTheLine()
      await book.types(3, ' Voor het sluiten.')
      await expect(expert.page.getByText(/^Geen verbinding: \d+ wijzigingen bewaard op dit apparaat/)).toBeVisible()
      await expert.page.close({ runBeforeUnload: false })
      await chef.locks(3)
      await otherBook.types(4, ' Intussen.')
      await expert.mendsTheLine()
      const again = await expert.opensAnotherTab()
      const newBook = await BookOnScreen.opens(again.page)
      await expect(newBook.aside(3)).toContainText('Voor het sluiten.')
      await expect(newBook.aside(2)).toContainText('Ook uit de trein.')
      await expect(newBook.text(4)).toContainText('Intussen.')
      expect(again.complaints).toEqual([])
    })

    await test.step('unsent words of a closed tab come in where it is open', async () => {
      const third = await expert.opensAnotherTab()
      const thirdBook = await BookOnScreen.opens(third.page)
      await third.cutsTheLine()
      await thirdBook.types(5, ' Nog niet verstuurd.')
      await expect(third.page.getByText('Geen verbinding: 20 wijzigingen bewaard op dit apparaat')).toBeVisible()
      await third.page.close({ runBeforeUnload: false })
      await expert.mendsTheLine()
      const fourth = await expert.opensAnotherTab()
      await BookOnScreen.opens(fourth.page)
      await expect(otherBook.text(5)).toContainText('Nog niet verstuurd.')
    })

    for (const visitor of [leader, expert, other]) await visitor.leaves()
  })

  test('what was only taken out comes back, with a small note', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)
    const before = await book.text(6).innerText()
    await expert.cutsTheLine()
    await book.types(6, '')
    for (let i = 0; i < 8; i++) await expert.page.keyboard.press('Backspace')
    expect(await book.text(6).innerText()).not.toBe(before)
    await chef.locks(6)
    await expert.mendsTheLine()
    await expect(book.section(6).getByText('Wat u wegnam, staat er weer.')).toBeVisible()
    await expect.poll(() => book.text(6).innerText()).toBe(before)
    await book.section(6).getByRole('button', { name: 'Sluit dit bericht' }).click()
    await expect(book.section(6).getByText('Wat u wegnam, staat er weer.')).toHaveCount(0)
    await leader.leaves()
    await expert.leaves()
  })
})
