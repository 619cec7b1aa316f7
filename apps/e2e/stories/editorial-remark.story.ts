import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('[REMARK-1] [REMARK-4] a Chef says something beside the text', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('once the lead lets Chefs do so; the experts read it at once, and it leaves again', async ({ browser }) => {
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const chefs = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    const book = await BookOnScreen.opens(expert.page)
    const chef = await ChefOnScreen.opens(chefs.page)
    const menu = chefs.page.getByRole('button', { name: /^Hoofdstuk '.*' aanpassen$/ }).first()

    await test.step('before that the menu has no such wish', async () => {
      await menu.click()
      await expect(chefs.page.getByRole('menuitem', { name: 'Vergrendel…', exact: true })).toBeVisible()
      await expect(chefs.page.getByRole('menuitem', { name: 'Opmerking erbij…' })).toHaveCount(0)
      await chefs.page.keyboard.press('Escape')
    })

    await lead.page.goto('/')
    await lead.page.getByRole('button', { name: 'Sta opmerkingen toe' }).click()
    await expect(lead.page.getByText('Chefs kunnen nu opmerkingen zetten.')).toBeVisible()

    const words = 'Reken ook de huur van de kantine mee.'
    const text = await book.text(1).textContent()
    await test.step('the Chef places one, on the page that was open all along', async () => {
      await chef.wishes(1, 'Opmerking erbij…')
      const field = chef.dialog().getByLabel('Uw opmerking')
      await expect(field).toBeFocused()
      await chef.dialog().getByRole('button', { name: 'Zet de opmerking erbij' }).click()
      await expect(chef.dialog().getByRole('alert')).toHaveText('Schrijf eerst uw opmerking.')
      await expect(field).toBeFocused()
      await chefs.page.keyboard.type(words)
      await chef.dialog().getByRole('button', { name: 'Zet de opmerking erbij' }).click()
      await expect(chef.dialog()).toHaveCount(0)
    })

    const remarks = book.section(1).getByRole('list', { name: 'Opmerkingen van de Chef' })
    await expect(remarks).toContainText(words)
    await expect(remarks).toContainText(`Opmerking van ${chefs.name}, Chef`)
    await expect(remarks.getByRole('button')).toHaveCount(0)
    expect(await book.text(1).textContent(), 'the text of the experts is as it was').toBe(text)

    await test.step('and takes it away; the focus stays at the section', async () => {
      await chefs.page.getByRole('button', { name: `Haal weg: ${words}` }).click()
      await chef.dialog().getByRole('button', { name: 'Haal de opmerking weg' }).click()
      await expect(menu).toBeFocused()
    })
    await expect(remarks).toHaveCount(0)
    for (const { complaints } of [expert, chefs, lead]) expect(complaints).toEqual([])
    for (const visitor of [expert, chefs, lead]) await visitor.leaves()
  })
})
