import { gzipSync } from 'node:zlib'
import { expect, test, type Browser } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { Evening } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { opensPoll } from '../support/polls.ts'
import { Visitor, type Who } from '../support/visitor.ts'

test.describe('the first start', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('shows what it is about: the target, eight themes, and that it is an example', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, null)
    const { page } = visitor
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('De Bezuinigingsdialoog')
    await expect(page.getByRole('heading', { level: 2, name: /€ 6,2 miljoen per jaar/ })).toBeVisible()
    await expect(page.getByText(/synthetisch/i).first()).toBeVisible()
    const themes = page.getByRole('main').getByRole('heading', { level: 3 })
    await expect(themes).toHaveCount(8)
    await page.getByText('Toon als tabel').first().click()
    await expect(page.getByRole('row')).toHaveCount(10)
    expect(visitor.complaints).toEqual([])
    await visitor.leaves()
  })

  test('lets one take a seat, and leave it', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, null)
    const { page } = visitor
    await page.goto('/thema/sport/groenboek')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Neem plaats/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Neem plaats als')
    await page
      .getByRole('button', { name: /griffier/i })
      .first()
      .click()
    await expect(page).toHaveURL(/groenboek$/)
    await expect(page.getByText(/U leest mee/).first()).toBeVisible()
    await page.getByRole('banner').getByText('Griffier').click()
    await page.getByRole('button', { name: 'Sta op' }).click()
    await expect(page.getByRole('link', { name: 'Neem plaats' }).first()).toBeVisible()
    await visitor.leaves()
  })

  test('speaks English when asked, and remembers it; light and dark too', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, null)
    const { page } = visitor
    await page.goto('/thema/sport')
    await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/thema\/sport$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { name: 'Frameworks' })).toBeVisible()
    await page.getByRole('button', { name: 'Dark', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
    await visitor.leaves()
  })

  test('can be read without JavaScript', async ({ browser }) => {
    const visitor = await Visitor.comes(
      browser,
      house,
      { role: 'expert', theme: 'sport' },
      { javaScriptEnabled: false },
    )
    const { page } = visitor
    await page.goto('/thema/sport/groenboek')
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(1500)
    await visitor.leaves()
  })

  test('keeps the pages’ script light: < 80 kB gzip to join, < 300 kB to write', async ({ browser }) => {
    for (const [path, who, max] of [
      ['/', null, 80],
      ['/plaats', null, 80],
      ['/aanmelden', null, 80],
      ['/meedoen', null, 80],
      ['/wachtkamer', null, 80],
      ['/thema/sport', null, 80],
      ['/thema/sport/groenboek', { role: 'expert', theme: 'sport' }, 300],
      ['/thema/sport/groenboek', { role: 'chef', theme: 'sport' }, 300],
    ] as const) {
      const weight = await scriptWeight(browser, house, path, who)
      console.info(`${path} ${who?.role ?? ''}: ${(weight / 1000).toFixed(1)} kB of script, gzip`)
      expect(weight / 1000, path).toBeLessThan(max)
    }
  })

  test('keeps an evening light: < 80 kB gzip to come in; what one does there comes when one does it', async ({
    browser,
  }) => {
    const evening = await Evening.isPlanned(browser, house, { experts: 2 })
    await evening.does(evening.chef, 'publish')
    await evening.opens()
    const expert: Who = { role: 'expert', theme: 'sport' }
    const told = async (state: string, path: string, who: Who, max: number) => {
      const weight = await scriptWeight(browser, house, path, who)
      console.info(`${state}: ${(weight / 1000).toFixed(1)} kB of script, gzip`)
      expect(weight / 1000, state).toBeLessThan(max)
    }
    await told('coming in', `/bijeenkomst/${evening.id}`, expert, 80)
    await evening.allCheckIn()
    await told('taking part, with a line', `/bijeenkomst/${evening.id}`, expert, 100)
    await opensPoll(evening, 'single', 'Wat werken we uit?')
    await told('voting, with a line', `/bijeenkomst/${evening.id}`, expert, 113)
    await told('the big screen, with a line', `/scherm/${evening.id}`, { role: 'chef', theme: 'sport' }, 90)
    await evening.leaves()
  })

  test('does not jump when the editor takes the place of the text', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const { page } = visitor
    await page.addInitScript(() => {
      const shifts = window as unknown as { shift: number }
      shifts.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) shifts.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const book = await BookOnScreen.opens(page)
    await expect(book.text(6)).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift)
    console.info(`layout shift of the book page: ${shift.toFixed(4)}`)
    expect(shift, 'cumulative layout shift, good is under 0.1').toBeLessThan(0.1)
    await visitor.leaves()
  })
})

test('an installation without the example is empty, and says what to do', async ({ browser }) => {
  const house = await new House({ EXAMPLE: 'off' }).open()
  const visitor = await Visitor.comes(browser, house, null)
  await visitor.page.goto('/')
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(visitor.page.getByText('EXAMPLE=on')).toBeVisible()
  await expect(visitor.page.getByText('Neem plaats')).toHaveCount(0)
  await visitor.page.goto('/plaats')
  await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText('Hier zijn geen plaatsen te kiezen')
  expect(visitor.complaints).toEqual([])
  await visitor.leaves()
  await house.remove()
})

/** Bytes of script, gzip, that a page brings in until it is quiet: what it needs at once and what it fetches after. */
async function scriptWeight(browser: Browser, house: House, path: string, who: Who | null): Promise<number> {
  const visitor = await Visitor.comes(browser, house, who)
  const scripts = new Map<string, Promise<Buffer>>()
  visitor.page.on('response', (response) => {
    if (response.request().resourceType() === 'script' || response.url().endsWith('.js'))
      scripts.set(response.url(), response.body())
  })
  await visitor.page.goto(path, { waitUntil: 'networkidle' })
  const bodies = await Promise.all(scripts.values())
  await visitor.leaves()
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}
