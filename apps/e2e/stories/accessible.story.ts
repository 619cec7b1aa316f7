import { expect, test } from '@playwright/test'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
} from '../support/accessible.ts'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor, type Who } from '../support/visitor.ts'

const expert: Who = { role: 'expert', theme: 'sport' }
const chef: Who = { role: 'chef', theme: 'sport' }

test.describe('WCAG 2.2 AA, as far as a program can see', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  const routes: [string, string, Who | null][] = [
    ['home', '/', null],
    ['a theme', '/thema/sport', null],
    ['a theme, for an expert', '/thema/sport', expert],
    ['taking a seat', '/plaats', null],
    ['the mail of the example', '/postvak', null],
    ['the accessibility page', '/toegankelijkheid', null],
    ['the page about privacy', '/privacy', null],
    ['after stopping', '/gestopt', null],
    ['a book for writing', '/thema/sport/groenboek', expert],
    ['a book for reading', '/thema/sport/groenboek', { role: 'clerk' }],
    ['a book for its Chef', '/thema/sport/groenboek', chef],
    ['a book that is not open yet', '/thema/sport/groenboek', { role: 'college' }],
    ['a book without a seat', '/thema/sport/groenboek', null],
    ['nothing at this address', '/onzin', null],
    ['a theme that is not there', '/thema/ruimtevaart', null],
  ]
  for (const [name, path, who] of routes)
    test(`${name}, on a phone and on a desk, light and dark`, async ({ browser }) => {
      const visitor = await Visitor.comes(browser, house, who)
      const { page } = visitor
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(path)
        if (path.endsWith('groenboek') && who?.role === 'expert')
          await expect(new BookOnScreen(page).text(1)).toBeVisible()
        await expect(page).toHaveTitle(/\S/)
        await expect(page.getByRole('main')).toHaveCount(1)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectAccessibleInBothColours(page, `${name}, ${width} px`)
        await expectToFit(page, `${name}, ${width} px`)
        if (width === 390) await expectRoomForFingers(page, `${name}, ${width} px`)
      }
      await visitor.leaves()
    })

  test('every state of the book page: menu, dialogs, in a table, carets of others, line lost, in English', async ({
    browser,
  }) => {
    const writer = await Visitor.comes(browser, house, expert)
    const other = await Visitor.comes(browser, house, { ...expert, nth: 1 })
    const book = await BookOnScreen.opens(writer.page)
    const otherBook = await BookOnScreen.opens(other.page)
    await otherBook.types(1, ' Hier ben ik.')
    await expect(book.text(1).locator(`[data-name="${other.name}"]`)).toBeAttached()
    await expectAccessible(writer.page, 'with the caret of another')

    await book.types(6, '')
    await writer.page.keyboard.press('Enter')
    await writer.page.getByRole('button', { name: 'Tabel invoegen' }).click()
    await expectAccessible(writer.page, 'in a table')
    await writer.page.getByRole('button', { name: 'Sneltoetsen' }).click()
    await expect(writer.page.getByRole('dialog')).toBeVisible()
    await expectAccessible(writer.page, 'the shortcuts')
    await writer.page.keyboard.press('Escape')

    const leader = await Visitor.comes(browser, house, chef)
    await leader.page.goto('/thema/sport/groenboek')
    await leader.page
      .getByRole('button', { name: /aanpassen/ })
      .first()
      .click()
    await expect(leader.page.getByRole('menu')).toBeVisible()
    await expectAccessible(leader.page, 'the menu of a section')
    await leader.page.getByRole('menuitem', { name: 'Geef een andere naam' }).click()
    await expect(leader.page.getByRole('dialog')).toBeVisible()
    await expectAccessible(leader.page, 'the dialog for a name')

    await writer.context.addCookies([{ name: 'language', value: 'en', url: house.address }])
    await writer.page.reload()
    await expect(writer.page.getByRole('textbox').first()).toBeVisible()
    await expect(writer.page.locator('html')).toHaveAttribute('lang', 'en')
    await expectAccessible(writer.page, 'in English')

    await house.close('SIGKILL')
    await expect(other.page.getByText(/^Geen verbinding/).first()).toBeVisible()
    await expectAccessible(other.page, 'with the line lost')
    await house.open()
    for (const visitor of [writer, other, leader]) await visitor.leaves()
  })

  test('a screen reader hears the text, and no names in the middle of a sentence', async ({ browser }) => {
    // In a book that no story before this one has locked.
    const theme = 'onderwijs'
    const writer = await Visitor.comes(browser, house, { ...expert, theme })
    const other = await Visitor.comes(browser, house, { ...expert, theme, nth: 1 })
    const book = await BookOnScreen.opens(writer.page, `/thema/${theme}/groenboek`)
    const otherBook = await BookOnScreen.opens(other.page, `/thema/${theme}/groenboek`)
    await otherBook.types(2, ' Een zin.')
    await expect(book.text(2).locator(`[data-name="${other.name}"]`)).toBeAttached()
    await expect.poll(() => book.text(2).ariaSnapshot()).toContain('Een zin.')
    expect(await book.text(2).ariaSnapshot()).not.toContain(other.name)
    await expect(book.text(2)).toHaveAccessibleName(/Groenboek Onderwijs, hoofdstuk 2: /)
    await expect(book.text(2)).toHaveAttribute('aria-multiline', 'true')
    await writer.leaves()
    await other.leaves()
  })

  test('who asks for less motion gets none', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, expert, { reducedMotion: 'reduce' })
    await BookOnScreen.opens(visitor.page)
    const moving = await visitor.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return [transitionDuration, animationDuration].some((text) =>
            text.split(',').some((one) => parseFloat(one) > 0.02),
          )
        }).length,
    )
    expect(moving).toBe(0)
    await visitor.leaves()
  })
})
