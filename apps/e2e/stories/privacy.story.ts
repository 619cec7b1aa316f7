import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { expectAccessible, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('[PRIVACY-2] [PRIVACY-5] an expert takes everything along, and stops: the words stay, the name does not', async ({
  browser,
}) => {
  const house = await new House().open()
  const leaves = await Visitor.comes(
    browser,
    house,
    { role: 'expert', theme: 'sport' },
    { viewport: { width: 390, height: 844 } },
  )
  const stays = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
  const book = await BookOnScreen.opens(leaves.page)
  const otherBook = await BookOnScreen.opens(stays.page)
  await book.types(1, ' Het bad kan wel dicht.')
  await expect(otherBook.text(1)).toContainText('Het bad kan wel dicht.')
  const open = await leaves.opensAnotherTab()
  await BookOnScreen.opens(open.page)

  await test.step('reads first what is kept, from the foot of any page', async () => {
    await leaves.page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
    await expect(leaves.page.getByRole('heading', { level: 1, name: 'Uw gegevens in deze dialoog' })).toBeVisible()
    await expectAccessible(leaves.page, 'privacy')
    await expectToFit(leaves.page, 'privacy')
    await expectRoomForFingers(leaves.page, 'privacy')
    await leaves.page.getByRole('link', { name: 'Naar Mijn gegevens' }).click()
  })

  await test.step('takes it along as a file', async () => {
    const download = leaves.page.waitForEvent('download')
    await leaves.page.getByRole('link', { name: 'Haal het bestand op (JSON)' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('witboek-mijn-gegevens.json')
    const told = await readFile(await file.path(), 'utf8')
    expect(told).toContain('Het bad kan wel dicht.')
    expect(told).not.toContain(stays.name)
    await expect(leaves.page.getByRole('status').filter({ hasText: 'Uw gegevens zijn opgehaald' })).toBeVisible()
  })

  await test.step('stops with keys alone, not by a slip', async () => {
    await leaves.page.getByRole('button', { name: 'Ik wil stoppen' }).press('Enter')
    await expect(leaves.page.getByRole('radio', { name: 'Een schuilnaam' })).toBeChecked()
    const name = leaves.page.getByRole('textbox', { name: /^Typ uw naam over/ })
    await name.fill('iemand')
    await name.press('Enter')
    await expect(leaves.page.getByText('Dit is niet de naam die u moest overtypen.')).toBeVisible()
    await expect(name).toHaveAccessibleDescription(/Dit is niet de naam/)
    await expectAccessible(leaves.page, 'stopping')
    await name.fill(leaves.name.toUpperCase())
    await name.press('Enter')
    await expect(leaves.page.getByRole('heading', { level: 1, name: 'U bent gestopt' })).toBeVisible()
    expect(await leaves.context.cookies()).toEqual([])
  })

  await test.step('is out in the other tab too, and the others see a pseudonym', async () => {
    await expect(new BookOnScreen(open.page).text(1)).not.toHaveAttribute('contenteditable', 'true')
    await stays.page.reload()
    await stays.page.getByRole('switch', { name: 'Wie schreef dit?' }).click()
    const writers = otherBook.section(1).getByRole('list', { name: 'Geschreven door:' })
    await expect(writers.getByRole('listitem').filter({ hasText: 'Oud-deelnemer 1' })).toHaveCount(1)
    await expect(writers.getByRole('listitem').filter({ hasText: leaves.name })).toHaveCount(0)
    await expect(otherBook.text(1)).toContainText('Het bad kan wel dicht.')
  })

  expect([...leaves.complaints, ...stays.complaints]).toEqual([])
  await Promise.all([leaves.leaves(), stays.leaves()])
  await house.remove()
})

test('[PRIVACY-4] an administrator removes the data of somebody who asked', async ({ browser }) => {
  const house = await new House().open()
  const asked = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const administrator = await Visitor.comes(browser, house, { role: 'administrator' })
  const { page } = administrator
  await page.goto('/mensen')
  await page.getByRole('button', { name: `Wijzig de plaatsen van ${asked.name}` }).click()
  await page.getByRole('button', { name: 'Haal de gegevens weg' }).click()
  const dialog = page.getByRole('dialog', { name: `De gegevens van ${asked.name} weghalen?` })
  await expectAccessible(page, 'asking before the data is removed')
  await dialog.getByRole('button', { name: 'Haal weg' }).click()
  await expect(page.getByText(`De gegevens van ${asked.name} zijn weggehaald.`)).toBeVisible()
  await expect(page.getByRole('button', { name: `Wijzig de plaatsen van ${asked.name}` })).toHaveCount(0)
  await asked.page.goto('/mijn')
  await expect(asked.page.getByText('Meld u aan om uw gegevens te zien.')).toBeVisible()
  await Promise.all([asked.leaves(), administrator.leaves()])
  await house.remove()
})
