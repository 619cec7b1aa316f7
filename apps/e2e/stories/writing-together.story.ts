import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('writing one green book together', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('two experts write at the same time, see each other, and find everything back after a reload and a restart', async ({
    browser,
  }) => {
    const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const oneBook = await BookOnScreen.opens(one.page)
    const otherBook = await BookOnScreen.opens(other.page)

    await test.step('in the same section', async () => {
      await Promise.all([oneBook.types(1, ' Het bad lekt.'), otherBook.types(1, ' Het dak ook.')])
      for (const book of [oneBook, otherBook]) {
        await expect(book.text(1)).toContainText('Het bad lekt.')
        await expect(book.text(1)).toContainText('Het dak ook.')
      }
    })

    await test.step('each other’s carets, with a name', async () => {
      await expect(oneBook.text(1).locator(`[data-name="${other.name}"]`)).toBeVisible()
      await expect(otherBook.text(1).locator(`[data-name="${one.name}"]`)).toBeVisible()
    })

    await test.step('who is there, and where', async () => {
      await one.page.getByText(/^Aanwezig \(2\)/).click()
      const present = one.page.getByRole('listitem').filter({ hasText: other.name })
      await expect(present.first()).toContainText('hoofdstuk 1')
    })

    await test.step('in different sections', async () => {
      await Promise.all([oneBook.types(2, ' Scholen merken het.'), otherBook.types(3, ' Het contract loopt door.')])
      await expect(otherBook.text(2)).toContainText('Scholen merken het.')
      await expect(oneBook.text(3)).toContainText('Het contract loopt door.')
      await expect(oneBook.text(1).locator(`[data-name="${other.name}"]`), 'the caret has moved on').toHaveCount(0)
    })

    await test.step('undo takes back one’s own words in one’s own section only', async () => {
      await oneBook.types(2, ' Oeps.')
      await expect(otherBook.text(2)).toContainText('Oeps.')
      await otherBook.types(2, ' Van de ander.')
      await expect(oneBook.text(2)).toContainText('Van de ander.')
      await one.page.keyboard.press('Control+z')
      await expect(oneBook.text(2)).not.toContainText('Oeps.')
      await expect(oneBook.text(2)).toContainText('Van de ander.')
      await expect(oneBook.text(1)).toContainText('Het bad lekt.')
    })

    await test.step('saved is said when it is so', async () => {
      await expect(oneBook.saved()).toBeVisible()
      await expect(otherBook.saved()).toBeVisible()
    })

    await test.step('a reload shows the same', async () => {
      await one.page.reload()
      await expect(oneBook.text(1)).toContainText('Het bad lekt.')
      await expect(oneBook.text(3)).toContainText('Het contract loopt door.')
    })

    await test.step('a power cut and a restart too, and writing goes on', async () => {
      await house.close('SIGKILL')
      await expect(one.page.getByText(/Geen verbinding/).first()).toBeVisible()
      await house.open()
      await oneBook.types(4, ' Na de stroomstoring.')
      await expect(otherBook.text(4)).toContainText('Na de stroomstoring.')
      await expect(otherBook.text(1)).toContainText('Het dak ook.')
    })

    await test.step('a third joins on a phone', async () => {
      const third = await Visitor.comes(
        browser,
        house,
        { role: 'expert', theme: 'sport', nth: 2 },
        { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      )
      const phone = await BookOnScreen.opens(third.page)
      await expect(phone.text(1)).toContainText('Het bad lekt.')
      await phone.types(5, ' Vanaf de telefoon.')
      await expect(oneBook.text(5)).toContainText('Vanaf de telefoon.')
      const overflow = await third.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, 'nothing sticks out of the phone').toBeLessThanOrEqual(0)
      expect(third.complaints).toEqual([])
      await third.leaves()
    })

    expect(one.complaints).toEqual([])
    expect(other.complaints).toEqual([])
    await one.leaves()
    await other.leaves()
  })

  test('the rich text of one looks the same with the other: headings, lists, tables, links, bold', async ({
    browser,
  }) => {
    const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'veiligheid' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'veiligheid', nth: 1 })
    const path = '/thema/veiligheid/groenboek'
    const oneBook = await BookOnScreen.opens(one.page, path)
    const otherBook = await BookOnScreen.opens(other.page, path)
    const tool = (name: string) => one.page.getByRole('toolbar').getByRole('button', { name, exact: true })

    await oneBook.types(6, '')
    await one.page.keyboard.press('Enter')
    await tool('Vet').click()
    await one.page.keyboard.type('vette woorden')
    await tool('Vet').click()
    await one.page.keyboard.press('Enter')
    await tool('Lijst met punten').click()
    await one.page.keyboard.type('een punt')
    await one.page.keyboard.press('Enter')
    await one.page.keyboard.press('Enter')
    await tool('Tussenkop').click()
    await one.page.keyboard.type('Een tussenkop')
    await one.page.keyboard.press('Enter')
    await tool('Tabel invoegen').click()
    await one.page.keyboard.type('eerste cel')

    const there = otherBook.text(6)
    await expect(there.locator('strong', { hasText: 'vette woorden' })).toBeVisible()
    await expect(there.locator('li', { hasText: 'een punt' })).toBeVisible()
    await expect(there.locator('h3', { hasText: 'Een tussenkop' })).toBeVisible()
    await expect(there.locator('table', { hasText: 'eerste cel' })).toBeVisible()
    await one.leaves()
    await other.leaves()
  })

  test('who may not write reads along, live, and is told why', async ({ browser }) => {
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const adviser = await Visitor.comes(browser, house, { role: 'financialAdviser' })
    await adviser.page.goto('/thema/sport/groenboek')
    await expect(adviser.page.getByText(/U leest mee/).first()).toBeVisible()
    const book = await BookOnScreen.opens(expert.page)
    await book.types(6, ' Wat kost een badmeester?')
    await expect(adviser.page.getByText('Wat kost een badmeester?')).toBeVisible()
    await expect(adviser.page.getByRole('textbox')).toHaveCount(0)
    await expect(adviser.page.getByRole('toolbar')).toHaveCount(0)
    await adviser.leaves()

    const councillor = await Visitor.comes(browser, house, { role: 'councillor' })
    const response = await councillor.page.goto('/thema/sport/groenboek')
    expect(response?.status()).toBe(403)
    await expect(councillor.page.getByRole('heading', { level: 1 })).toHaveText('Dit boek is nog niet voor u open')
    await councillor.leaves()
    await expert.leaves()
  })
})
