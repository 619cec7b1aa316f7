import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectToFit } from '../support/accessible.ts'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('reading along with somebody', () => {
  let house: House
  let chef: Visitor
  let els: Visitor
  test.beforeEach(async ({ browser }) => {
    house = await new House().open()
    chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    els = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  })
  test.afterEach(async () => {
    for (const { complaints } of [chef, els]) expect(complaints).toEqual([])
    for (const visitor of [chef, els]) await visitor.leaves()
    await house.remove()
  })

  const banner = (page: Page) => page.getByRole('group', { name: 'Meelezen met iemand' })

  /** The n-th section stands at the top of the window. */
  const expectAt = (page: Page, place: number) =>
    expect
      .poll(() =>
        page
          .locator('[data-section]')
          .nth(place - 1)
          .evaluate((section) => Math.round(section.getBoundingClientRect().top)),
      )
      .toBeLessThan(300)

  const looksAt = (page: Page, place: number) =>
    page
      .locator('[data-section]')
      .nth(place - 1)
      .evaluate((section) => section.scrollIntoView({ behavior: 'instant', block: 'start' }))

  test('[FOLLOW-1] [FOLLOW-3] the link of the evening follows the Chef, once there is one, by where they look', async () => {
    const { page } = els
    await page.goto('/thema/sport/groenboek?volg=chef')
    await expect(page.getByText('Klaar om te schrijven')).toBeVisible()
    await expect(banner(page)).toHaveCount(0)
    await ChefOnScreen.opens(chef.page)
    await expect(banner(page)).toContainText(`U volgt ${chef.name}`)
    await looksAt(chef.page, 4)
    await expect(banner(page)).toContainText('bij hoofdstuk 4')
    await expectAt(page, 4)
    await expect(page.locator(':focus'), 'nothing takes the focus').toHaveCount(0)
    await expectAccessible(page, 'following')
    await expectToFit(page, 'following')

    await test.step('[FOLLOW-4] the Chef closes the book, and comes back', async () => {
      await chef.page.goto('/')
      await expect(banner(page)).toContainText('is nu niet in het boek')
      await ChefOnScreen.opens(chef.page)
      await looksAt(chef.page, 3)
      await expect(banner(page)).toContainText('bij hoofdstuk 3')
      await expectAt(page, 3)
    })
  })

  test('[FOLLOW-2] scrolling oneself ends it; again, and back to where one was', async () => {
    const { page } = els
    await BookOnScreen.opens(page)
    const other = await ChefOnScreen.opens(chef.page)
    await looksAt(page, 2)
    const before = await page.evaluate(() => scrollY)
    await page.getByText(/^Aanwezig \(2\)/).click()
    await page.getByRole('button', { name: `Volg ${chef.name}` }).click()
    await expect(page.getByRole('button', { name: `Volg ${chef.name}` })).toHaveAttribute('aria-pressed', 'true')
    await looksAt(other.page, 5)
    await expectAt(page, 5)

    await page.mouse.move(640, 600)
    await page.mouse.wheel(0, -200)
    await expect(banner(page)).toContainText(`U volgt ${chef.name} niet meer.`)
    const own = await page.evaluate(() => scrollY)
    await looksAt(other.page, 1)
    await expect(page.getByRole('link', { name: 'bij hoofdstuk 1' })).toBeVisible()
    expect(Math.abs((await page.evaluate(() => scrollY)) - own), 'nobody is pulled along').toBeLessThan(260)

    await page.getByRole('button', { name: 'Volg weer' }).click()
    await expectAt(page, 1)
    await page.getByRole('button', { name: 'Terug naar waar ik was' }).click()
    await expect(banner(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: `Volg ${chef.name}` }), 'where it began').toBeFocused()
    expect(before).toBeGreaterThan(0)
  })

  test('[FOLLOW-2] with keys: follow, go there, and writing ends it', async ({ browser }) => {
    const { page } = els
    const book = await BookOnScreen.opens(page)
    const writer = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const others = await BookOnScreen.opens(writer.page)
    await page.getByText(/^Aanwezig \(2\)/).press('Enter')
    await page.getByRole('button', { name: `Volg ${writer.name}` }).press('Enter')
    await expect(banner(page)).toMatchAriaSnapshot(`
      - group "Meelezen met iemand":
        - status: /U volgt .*/
        - button "Stop met volgen"
        - button "Terug naar waar ik was"
    `)
    await others.text(3).focus()
    await expect(banner(page).getByRole('status')).toHaveText(`U volgt ${writer.name}, bij hoofdstuk 3.`)
    await expectAt(page, 3)
    await page.getByRole('link', { name: 'Ga erheen' }).focus()
    await page.keyboard.press('Enter')
    await book.text(3).focus()
    await expect(banner(page).getByRole('status')).toHaveText(`U volgt ${writer.name} niet meer.`)
    await page.getByRole('button', { name: 'Volg weer' }).press('Enter')
    await page.getByText(/^Aanwezig \(2\)/).press('Enter')
    await page.getByRole('button', { name: 'Stop met volgen' }).press('Enter')
    await expect(banner(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 2 }).and(page.locator(':focus')), 'what one reads').toBeVisible()
    await writer.leaves()
  })
})
