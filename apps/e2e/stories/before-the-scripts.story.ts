import { expect, test } from '@playwright/test'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('a form that is sent before the scripts of its page have come is sent once they are there, with all that was typed', async ({
  browser,
}) => {
  const house = await new House().open()
  const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
  const { page } = chef
  let bring = (): void => {}
  const brought = new Promise<void>((resolve) => (bring = resolve))
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await brought
    await route.continue()
  })
  await page.goto('/thema/sport/bijeenkomsten', { waitUntil: 'commit' })
  await page.getByLabel('Titel').fill('Eerste avond')
  await page.getByLabel('Dag').fill('2031-03-04')
  await page.getByLabel('Plaats', { exact: true }).fill('Buurthuis De Brug')
  await page.getByRole('button', { name: 'Plan een bijeenkomst' }).click()
  await expect(page.getByLabel('Titel'), 'nothing is lost meanwhile').toHaveValue('Eerste avond')
  bring()
  await expect(page.getByText("De bijeenkomst 'Eerste avond' is gepland.")).toBeVisible()
  await expect(page.getByText('dinsdag 4 maart 2031, 19:30–22:00')).toBeVisible()
  await chef.leaves()
  await house.remove()
})
