import { expect, test, type Page } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const script = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'

/** Nothing that somebody wrote has become part of the page's own markup, or has run. */
async function expectHarmless(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'ran' in window,
    images: document.querySelectorAll('main img[onerror], main img[src="x"]').length,
    scripts: document.querySelectorAll('main script').length,
    handlers: [...document.querySelectorAll('main *')].filter((element) =>
      [...element.attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    links: [...document.querySelectorAll('a')].filter((link) => /^(javascript|data|vbscript):/i.test(link.href)).length,
  }))
  expect(found, where).toEqual({ ran: false, images: 0, scripts: 0, handlers: 0, links: 0 })
}

test.describe('[SAFE-8] script that somebody writes stays words', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('in names, headings, reasons, remarks, texts, links and what is pasted', async ({ browser }) => {
    // The content security policy would stop script that got through; here nothing may get that far.
    const unguarded = { bypassCSP: true }
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' }, unguarded)
    const chefs = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' }, unguarded)
    const lead = await Visitor.comes(browser, house, { role: 'lead' }, unguarded)
    const book = await BookOnScreen.opens(expert.page)

    await test.step('a public name', async () => {
      await expert.page.goto('/mijn')
      await expert.page.getByLabel('Naam die anderen zien').fill(script.slice(0, 60))
      await expert.page.getByRole('button', { name: 'Bewaar de naam' }).click()
      await expect(expert.page.getByText('Uw naam is bewaard.')).toBeVisible()
      await expectHarmless(expert.page, 'one’s own page')
      await lead.page.goto('/thema/sport')
      await expect(lead.page.getByText(script.slice(0, 30)).first()).toBeVisible()
      await expectHarmless(lead.page, 'the theme')
    })

    await lead.page.goto('/')
    await lead.page.getByRole('button', { name: 'Sta opmerkingen toe' }).click()
    await expect(lead.page.getByText('Chefs kunnen nu opmerkingen zetten.')).toBeVisible()
    const chef = await ChefOnScreen.opens(chefs.page)
    await BookOnScreen.opens(expert.page)

    await test.step('a heading, a remark and the reason of a lock', async () => {
      await chef.wishes(2, 'Geef een andere naam')
      await chef.dialog().getByRole('textbox').fill(script)
      await chef.dialog().getByRole('button', { name: 'Bewaar de naam' }).click()
      await expect(chef.dialog()).toHaveCount(0)
      await chef.wishes(1, 'Opmerking erbij…')
      await chef.dialog().getByLabel('Uw opmerking').fill(script)
      await chef.dialog().getByRole('button', { name: 'Zet de opmerking erbij' }).click()
      await expect(chef.dialog()).toHaveCount(0)
      await chef.locks(3, script)
      await expect(book.headings().nth(1)).toContainText('<script>')
      await expect(book.lockSign(3)).toBeVisible()
      await expectHarmless(expert.page, 'the book of the expert')
      await expectHarmless(chefs.page, 'the book of the Chef')
    })

    await test.step('what is pasted', async () => {
      await book.text(1).click()
      await book.toTheEnd(1)
      await book.text(1).evaluate((text) => {
        const html =
          '<p onclick="window.ran=1">geplakt <a href="javascript:window.ran=1">hier</a>' +
          '<img src=x onerror="window.ran=1"><iframe src="javascript:parent.ran=1"></iframe>' +
          '<svg onload="window.ran=1"></svg><a href="https://www.zeist.nl" onmouseover="window.ran=1">daar</a></p>'
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', html)
        text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
      await expect(book.text(1)).toContainText('geplakt')
      await expect(book.saved()).toBeVisible()
      await expectHarmless(expert.page, 'after the paste')
      await expect(chefs.page.getByText('geplakt').first()).toBeVisible()
      await expectHarmless(chefs.page, 'at the Chef, after the paste')
    })

    await test.step('and all of it again on fresh pages', async () => {
      for (const { page } of [expert, chefs, lead]) {
        await page.goto('/thema/sport/groenboek')
        await expect(page.getByText('geplakt').first()).toBeVisible()
        await expectHarmless(page, 'the book, opened anew')
      }
    })
    for (const { complaints } of [expert, chefs, lead]) expect(complaints).toEqual([])
    for (const visitor of [expert, chefs, lead]) await visitor.leaves()
  })
})
