import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { Evening } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('a page that fails while it is drawn says so, with a way on', async ({ browser }) => {
  const house = await new House().open()
  const evening = await Evening.isPlanned(browser, house, { experts: 0 })
  await evening.does(evening.chef, 'publish')
  const els = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const { page } = els
  await page.goto('/thema/sport/bijeenkomsten')
  await expect(page.locator('#svelte-announcer'), 'from here on the page fetches the next one itself').toBeAttached()
  await page.route(`**/api/meetings/${evening.id}`, (route) =>
    route.fulfill({ json: { theme: null, plans: false, leads: false, shows: false } }),
  )
  await page.getByRole('link', { name: 'Tweede avond' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Er ging iets mis' })).toBeVisible()
  await expect(page.getByRole('banner'), 'the site stands around it').toBeVisible()
  await expectAccessible(page, 'a page that fails')
  expect(els.complaints, 'one line for whoever is asked to read it aloud').toEqual([
    expect.stringMatching(
      /^Witboek: something went wrong on \/bijeenkomst\/\[meeting\]: TypeError: .+ \(immutable\/.+\)$/,
    ),
  ])

  await page.unroute(`**/api/meetings/${evening.id}`)
  await page.getByRole('link', { name: 'Probeer het opnieuw' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tweede avond' })).toBeVisible()
  await els.leaves()
  await evening.leaves()
  await house.remove()
})

test('a page that was opened before the server had a newer version says so, and the big screen goes along by itself', async ({
  browser,
}) => {
  const house = await new House().open()
  const evening = await Evening.isPlanned(browser, house, { experts: 0 })
  await evening.opens()
  const els = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const { page } = els
  const screen = (await evening.chef.opensAnotherTab()).page
  await page.goto(`/bijeenkomst/${evening.id}`)
  await screen.goto(`/scherm/${evening.id}`)
  // As after a new build: another version, and no parts of the old one. Once that is seen, the new parts are there.
  for (const opened of [page, screen]) {
    const parts = '**/_app/immutable/**'
    await opened.waitForLoadState('networkidle')
    await opened.route(parts, (route) => route.fulfill({ status: 404 }))
    await opened.route('**/_app/version.json', async (route) => {
      await opened.unroute(parts)
      await route.fulfill({ json: { version: 'newer' } })
    })
  }
  const fold = page.getByText('Er gaat iets mis')
  await fold.click()
  const again = page.getByRole('button', { name: 'Laad de pagina opnieuw' })
  await expect(again).toBeVisible()
  await expectAccessible(page, 'a newer version')
  await again.click()
  await expect(again).toHaveCount(0)
  await fold.click()
  await expect(page.getByLabel('Wat gaat er mis?')).toBeVisible()

  await evening.does(evening.chef, 'screen/show', { view: { what: 'meter' } })
  await expect(screen.locator('main')).toContainText('Taakstelling')

  await els.leaves()
  await evening.leaves()
  await house.remove()
})
