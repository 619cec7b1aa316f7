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

  await page.unroute(`**/api/meetings/${evening.id}`)
  await page.getByRole('link', { name: 'Probeer het opnieuw' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tweede avond' })).toBeVisible()
  await els.leaves()
  await evening.leaves()
  await house.remove()
})
