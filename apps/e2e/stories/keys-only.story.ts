import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('with keys alone', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('from the home page to a seat, a theme, its book, and a sentence in it', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, null)
    const { page } = visitor
    const tabTo = async (name: RegExp, most = 80) => {
      for (let i = 0; i < most; i++) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
        })
        if (name.test(focused)) return
      }
      throw new Error(`never came to ${name}`)
    }
    await page.goto('/')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
    await tabTo(/^Neem plaats$/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/plaats/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    // A seat in the theme group of Sport: open its group when it is folded, then the first expert.
    const seats = await (await visitor.context.request.get('/api/example/seats')).json()
    const seat = seats.seats.find(
      (one: { role: string; theme: { slug: string } | null }) => one.role === 'expert' && one.theme?.slug === 'sport',
    ) as { name: string }
    const group = page.locator('details', {
      has: page.getByRole('button', { name: new RegExp(seat.name), includeHidden: true }),
    })
    if ((await group.count()) > 0 && !(await group.first().evaluate((element: HTMLDetailsElement) => element.open))) {
      await tabTo(/^Sport/)
      await page.keyboard.press('Enter')
    }
    await tabTo(new RegExp(seat.name))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('banner').getByText(seat.name)).toBeVisible()

    await page.goto('/')
    await tabTo(/^Sport$/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/thema\/sport$/)
    await tabTo(/groenboek/i)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/groenboek$/)

    const book = new BookOnScreen(page)
    await expect(book.text(1)).toBeVisible()
    await tabTo(/hoofdstuk 1:/)
    await expect(book.text(1)).toBeFocused()
    await book.toTheEnd(1)
    await page.keyboard.type(' Met toetsen geschreven.')
    await expect(book.text(1)).toContainText('Met toetsen geschreven.')
    await expect(book.saved()).toBeVisible()
    await visitor.leaves()
  })

  test('the toolbar: Alt+F10 goes there, arrows walk, Escape comes back; a table can be left', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, { role: 'expert', theme: 'veiligheid' })
    const { page } = visitor
    const book = await BookOnScreen.opens(page, '/thema/veiligheid/groenboek')
    await book.text(6).focus()
    await book.toTheEnd(6)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+F10')
    const toolbar = page.getByRole('toolbar')
    /** Arrows walk from button to button, and round. */
    const walkTo = async (name: string) => {
      const button = toolbar.getByRole('button', { name })
      for (let i = 0; i < 20; i++) {
        if (await button.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('ArrowRight')
      }
      throw new Error(`the arrows never came to ${name}`)
    }
    await expect(toolbar.locator(':focus')).toHaveCount(1)
    await walkTo('Schuin')
    await page.keyboard.press('Enter')
    await expect(toolbar.getByRole('button', { name: 'Schuin' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('Escape')
    await expect(book.text(6)).toBeFocused()
    await page.keyboard.type('schuine woorden')
    await expect(book.text(6).locator('em', { hasText: 'schuine woorden' })).toBeVisible()
    await page.keyboard.press('Enter')

    await page.getByRole('button', { name: 'Tabel invoegen' }).focus()
    await page.keyboard.press('Enter')
    await expect(book.text(6).locator('table').last()).toBeVisible()
    await book.text(6).focus()
    await page.keyboard.type('in de cel')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('onder de tabel')
    await expect(book.text(6).locator('table', { hasText: 'onder de tabel' })).toHaveCount(0)
    await expect(book.text(6)).toContainText('onder de tabel')

    await page.keyboard.press('Tab')
    await expect(book.text(6), 'Tab leaves the text').not.toBeFocused()
    await visitor.leaves()
  })
})
