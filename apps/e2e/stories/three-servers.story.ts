import { expect, test, type Browser } from '@playwright/test'
import type { SeatsAnswer } from '@witboek/contract'
import { BookOnScreen } from '../support/book.ts'
import { Town } from '../support/town.ts'

/** An expert of Sport with a browser of their own, who comes in by this address. */
async function expertComes(browser: Browser, address: string, nth: number): Promise<BookOnScreen> {
  const context = await browser.newContext({ baseURL: address, ignoreHTTPSErrors: true })
  const { seats } = (await (await context.request.get('/api/example/seats')).json()) as SeatsAnswer
  const seat = seats.filter(({ role, theme }) => role === 'expert' && theme?.slug === 'sport')[nth]
  await context.request.post('/login/example', {
    form: { person: seat?.person ?? '', next: '/' },
    headers: { Origin: address },
    maxRedirects: 0,
  })
  return BookOnScreen.opens(await context.newPage())
}

/** Notes for how long (ms) at a time the page says something else than that all is well. */
const watchesTheWords = (book: BookOnScreen): Promise<void> =>
  book.page.evaluate(() => {
    const seen = { longest: 0, since: 0 }
    Object.assign(window, { notWell: seen })
    setInterval(() => {
      const well = !/Geen verbinding|Even geduld|niet bewaard/.test(document.body.innerText)
      const now = performance.now()
      if (well) seen.since = 0
      else seen.since ||= now
      if (seen.since) seen.longest = Math.max(seen.longest, now - seen.since)
    }, 25)
  })

const longestNotWell = (book: BookOnScreen): Promise<number> =>
  book.page.evaluate(() => Math.round((window as unknown as { notWell: { longest: number } }).notWell.longest))

test('three servers behind a proxy: people on different ones write together, and hardly notice that one is killed', async ({
  browser,
}) => {
  const town = await new Town().open()
  try {
    const first = await expertComes(browser, town.address, 0)
    await first.types(1, ' Door de proxy.')
    await expect(first.saved()).toBeVisible()
    const withLines = (await town.lines()).findIndex((lines) => lines > 0)
    const [server, other] = [town.servers[withLines], town.servers[(withLines + 1) % 3]]
    // All lines of a book go to one server; whoever comes in elsewhere is in the same book all the same.
    const second = await expertComes(browser, other?.process.url ?? '', 1)
    await expect(second.text(1)).toContainText('Door de proxy.')
    await second.types(2, ' Op een andere server.')
    await expect(first.text(2)).toContainText('Op een andere server.')
    expect((await town.lines()).filter((lines) => lines > 0)).toHaveLength(2)

    await test.step('the server of the first is killed while both write', async () => {
      await watchesTheWords(first)
      await first.types(1, ' Net voor')
      await server?.process.kill()
      await first.page.keyboard.type(' en net na de storing.', { delay: 20 })
      await second.types(3, ' Intussen.')
      await expect(second.text(1)).toContainText('Net voor en net na de storing.')
      await expect(first.text(3)).toContainText('Intussen.')
      await expect(first.saved()).toBeVisible()
      const noticed = await longestNotWell(first)
      console.info(`the page of the first said for ${noticed} ms at most that something was wrong`)
    })

    await test.step('it comes back, and all is as it was', async () => {
      await server?.process.restart()
      await first.types(4, ' Weer met drie.')
      await expect(second.text(4)).toContainText('Weer met drie.')
      await expect(second.saved()).toBeVisible()
      expect(await second.text(1).innerText()).toBe(await first.text(1).innerText())
    })
  } finally {
    await town.close()
  }
})
