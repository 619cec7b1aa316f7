import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('one person with two tabs: both write, nothing is lost, both are saved', async ({ browser }) => {
  const house = await new House().open()
  const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const other = await one.opensAnotherTab()
  const book = await BookOnScreen.opens(one.page)
  const sameBook = await BookOnScreen.opens(other.page)

  await test.step('at the same time, in one section', async () => {
    await Promise.all([book.types(1, ' Uit het eerste venster.'), sameBook.types(1, ' Uit het tweede venster.')])
    for (const view of [book, sameBook]) {
      await expect(view.text(1)).toContainText('Uit het eerste venster.')
      await expect(view.text(1)).toContainText('Uit het tweede venster.')
      await expect(view.saved()).toBeVisible()
    }
  })

  await test.step('without a line, in two sections; one tab is closed before it is back', async () => {
    await one.cutsTheLine()
    await other.cutsTheLine()
    await book.types(2, ' Eerste, zonder lijn.')
    await sameBook.types(3, ' Tweede, zonder lijn.')
    await expect(one.page.getByText(/bewaard op dit apparaat/)).toBeVisible()
    await expect(other.page.getByText(/bewaard op dit apparaat/)).toBeVisible()
    await other.page.close({ runBeforeUnload: false })
    await one.mendsTheLine()
    await expect(book.text(2)).toContainText('Eerste, zonder lijn.')
    const third = await one.opensAnotherTab()
    const again = await BookOnScreen.opens(third.page)
    await expect(again.text(2)).toContainText('Eerste, zonder lijn.')
    await expect(again.text(3)).toContainText('Tweede, zonder lijn.')
    await expect(book.text(3)).toContainText('Tweede, zonder lijn.')
    const times = (await again.text(3).innerText()).split('Tweede, zonder lijn.').length - 1
    expect(times, 'once, not twice').toBe(1)
    expect(third.complaints).toEqual([])
  })

  expect(one.complaints).toEqual([])
  await one.leaves()
  await house.remove()
})
