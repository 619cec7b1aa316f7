import { gzipSync } from 'node:zlib'
import { expect, test, type Page, type Response } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { CompanionOnScreen } from '../support/companion.ts'
import { Evening } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { closesPoll, opensPoll } from '../support/polls.ts'
import { Visitor } from '../support/visitor.ts'

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
    await expect(page.getByText('Verzonnen mensen en cijfers').first()).toBeVisible()
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

  test('keeps the pages’ script light: < 60 kB to come in, < 260 kB to write', async ({ browser }) => {
    for (const [path, who, max] of [
      ['/', null, 59],
      ['/plaats', null, 54],
      ['/aanmelden', null, 56],
      ['/meedoen', null, 52],
      ['/wachtkamer', null, 58],
      ['/thema/sport', null, 60],
      ['/thema/sport/groenboek', { role: 'expert', theme: 'sport' }, 260],
      ['/thema/sport/groenboek', { role: 'chef', theme: 'sport' }, 260],
    ] as const) {
      const visitor = await Visitor.comes(browser, house, who)
      const scripts = new Scripts(visitor.page)
      await visitor.page.goto(path, { waitUntil: 'networkidle' })
      await scripts.weighLessThan(max, `${path} ${who?.role ?? ''}`)
      await visitor.leaves()
    }
  })

  test('keeps a whole evening on a phone light: < 80 kB of script, all that is done there together', async ({
    browser,
  }) => {
    const evening = await Evening.isPlanned(browser, house, { experts: 2 })
    await evening.does(evening.chef, 'publish')
    await evening.opens()
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const { page } = expert
    const scripts = new Scripts(page)
    await page.goto('/meedoen', { waitUntil: 'networkidle' })
    await page.goto(`/bijeenkomst/${evening.id}`, { waitUntil: 'networkidle' })
    await scripts.weighLessThan(64, 'joining with a code, and coming in')

    const phone = new CompanionOnScreen(page)
    await phone.isAtHome()
    await expect(page.getByRole('button', { name: 'Hand omhoog' })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await scripts.weighLessThan(72, 'and taking part, with a line')
    for (const [kind, more] of [
      ['temperature', {}],
      ['consent', {}],
      ['yes_no', {}],
      ['single', {}],
      ['multiple', {}],
      ['dots', { dots: 5 }],
      ['score', {}],
      ['rank', {}],
      ['target_mix', { target: 300_000_00 }],
    ] as const) {
      const poll = await opensPoll(evening, kind, `Wat vindt u: ${kind}?`, more)
      const block = phone.block(`Wat vindt u: ${kind}?`)
      await expect(block.getByRole('button').first()).toBeVisible()
      await closesPoll(evening, poll)
      // What was voted on before the last two has gone to the earlier polls.
      const voted = page.locator('section').filter({ hasText: `Wat vindt u: ${kind}?` })
      await expect(voted.getByText('Toon als tabel').first()).toBeAttached()
    }
    await page.waitForLoadState('networkidle')
    await scripts.weighLessThan(80, 'and every kind of ballot and result: the whole evening')
    scripts.ends()
    await evening.does(evening.chef, 'close')
    await expert.leaves()
    await evening.leaves()
  })

  test('keeps the big screen light', async ({ browser }) => {
    const evening = await Evening.isPlanned(browser, house, { experts: 2 })
    await evening.does(evening.chef, 'publish')
    await evening.opens()
    await evening.allCheckIn()
    await opensPoll(evening, 'single', 'Wat werken we uit?')
    const { page } = evening.chef
    const scripts = new Scripts(page)
    await page.goto(`/scherm/${evening.id}`, { waitUntil: 'networkidle' })
    await scripts.weighLessThan(60, 'the big screen, with a line')
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

/** The scripts that a browser brings in: what its pages need at once and what they fetch after. */
class Scripts {
  readonly #page: Page
  readonly #weighed = new Map<string, Promise<Weight>>()

  constructor(page: Page) {
    this.#page = page
    page.on('response', this.#weigh)
  }

  readonly #weigh = (response: Response): void => {
    const isScript = response.request().resourceType() === 'script' || response.url().endsWith('.js')
    if (isScript && !this.#weighed.has(response.url())) this.#weighed.set(response.url(), weightOf(response))
  }

  /** What comes from here on is not weighed: the page may close before it is in. */
  ends(): void {
    this.#page.off('response', this.#weigh)
  }

  /** Up to now, as the browser transferred them (kB); beside it what gzip would make of them, for a browser without Brotli. */
  async weighLessThan(max: number, what: string): Promise<void> {
    const weights = await Promise.all(this.#weighed.values())
    const sum = (of: keyof Weight) => weights.reduce((sum, weight) => sum + weight[of], 0) / 1000
    const transferred = sum('transferred')
    console.info(`${what}: ${transferred.toFixed(1)} kB of script transferred; with gzip ${sum('gzip').toFixed(1)}`)
    expect(transferred, what).toBeLessThan(max)
    expect(transferred, 'it was transferred, not kept from before').toBeGreaterThan(10)
  }
}

/** Bytes. */
interface Weight {
  readonly transferred: number
  readonly gzip: number
}

/** While it is the page's: a browser forgets what another page fetched. */
async function weightOf(response: Response): Promise<Weight> {
  const [{ responseBodySize }, body] = await Promise.all([response.request().sizes(), response.body()])
  return { transferred: responseBodySize, gzip: gzipSync(body).length }
}
