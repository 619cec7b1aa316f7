import { expect, test, type Page } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const menu = async (page: Page, heading: string, wish: string) => {
  await page.getByRole('button', { name: `Hoofdstuk '${heading}' aanpassen` }).click()
  await page.getByRole('menuitem', { name: wish }).click()
}

test.describe('a Chef shapes the book while experts write', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('the order changes around somebody who is typing; not a letter, the caret or the place on the screen is lost', async ({
    browser,
  }) => {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const book = await BookOnScreen.opens(expert.page)
    await chef.page.goto('/thema/sport/groenboek')
    await expect(chef.page.getByRole('button', { name: /aanpassen/ }).first()).toBeVisible()
    const before = await book.headings().allTextContents()
    const third = before[2] ?? ''

    const words = 'Dit typ ik zonder ophouden, terwijl de Chef de hoofdstukken verschuift. '
    const typing = book.types(3, words.repeat(4))
    await menu(chef.page, third, 'Zet hoger')
    await expect(chef.page.getByText(`'${third}' staat nu op plek 2 van 6.`)).toBeAttached()
    await menu(chef.page, third, 'Zet hoger')
    await expect(chef.page.getByText(`'${third}' staat nu op plek 1 van 6.`)).toBeAttached()
    await typing

    await expect(book.headings()).toHaveText([third, before[0] ?? '', before[1] ?? '', ...before.slice(3)])
    await expect(book.text(1)).toContainText(words.repeat(4).trim())
    await expect(book.text(1), 'one is still in it').toBeFocused()
    await expect(book.text(1)).toBeInViewport()
    await expect(book.saved()).toBeVisible()
    expect(expert.complaints).toEqual([])
    await chef.leaves()
    await expert.leaves()
  })

  test('adds, names, takes out and puts back; everyone sees it, and text that was taken out is not lost', async ({
    browser,
  }) => {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'veiligheid' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'veiligheid' })
    const path = '/thema/veiligheid/groenboek'
    const book = await BookOnScreen.opens(expert.page, path)
    await chef.page.goto(path)
    const headings = await book.headings().allTextContents()
    const [first = '', second = ''] = headings

    await test.step('adds one, and an expert writes in it at once', async () => {
      await menu(chef.page, first, 'Voeg een hoofdstuk toe')
      await chef.page.getByLabel('Naam van het hoofdstuk').fill('De wijkagent')
      await chef.page.getByRole('button', { name: 'Voeg toe' }).click()
      await expect(book.headings().nth(1)).toHaveText('De wijkagent')
      await book.types(2, 'Iedereen kent de wijkagent.')
      await expect(chef.page.getByText('Iedereen kent de wijkagent.')).toBeVisible()
    })

    await test.step('a name that is empty is refused in words', async () => {
      await menu(chef.page, 'De wijkagent', 'Geef een andere naam')
      await chef.page.getByLabel('Naam van het hoofdstuk').fill('\u200b')
      await chef.page.getByRole('button', { name: 'Bewaar de naam' }).click()
      await expect(chef.page.getByRole('dialog').getByRole('alert')).toContainText('Geef het hoofdstuk een titel')
      await chef.page.getByLabel('Naam van het hoofdstuk').fill('Agent in de wijk')
      await chef.page.getByRole('button', { name: 'Bewaar de naam' }).click()
      await expect(book.headings().nth(1)).toHaveText('Agent in de wijk')
    })

    await test.step('takes it out while the expert is in it: the words stay, to copy', async () => {
      await book.types(2, ' En nog iets.')
      await menu(chef.page, 'Agent in de wijk', 'Haal weg')
      await chef.page.getByRole('button', { name: 'Haal het hoofdstuk weg' }).click()
      await expect(
        expert.page.getByRole('alert').filter({ hasText: "De Chef heeft 'Agent in de wijk' weggehaald" }),
      ).toHaveCount(1)
      await expect(expert.page.getByText('Iedereen kent de wijkagent. En nog iets.')).toBeVisible()
      await expert.page.getByRole('button', { name: 'Sluit dit hoofdstuk' }).click()
      await expect(book.headings()).toHaveText(headings)
      await expect(book.headings().nth(1)).toHaveText(second)
    })

    await test.step('puts it back, with its text', async () => {
      await chef.page.getByRole('button', { name: /Zet .*terug/ }).click()
      await expect(book.headings().nth(1)).toHaveText('Agent in de wijk')
      await expect(book.text(2)).toContainText('Iedereen kent de wijkagent. En nog iets.')
    })

    expect(chef.complaints).toEqual([])
    expect(expert.complaints).toEqual([])
    await chef.leaves()
    await expert.leaves()
  })

  test('the Chef of another theme has no hand in it', async ({ browser }) => {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'onderwijs' })
    await chef.page.goto('/thema/sport/groenboek')
    await expect(chef.page.getByText(/U leest mee/).first()).toBeVisible()
    await expect(chef.page.getByRole('button', { name: /aanpassen/ })).toHaveCount(0)
    await chef.leaves()
  })
})
