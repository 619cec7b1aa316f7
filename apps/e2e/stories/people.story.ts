import { expect, test } from '@playwright/test'
import { expectAccessible, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('everybody in the dialogue', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('[PEOPLE-3] the lead finds somebody and changes their seats, with the keyboard alone', async ({ browser }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    const { page } = lead
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: 'Mensen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mensen')
    await expectAccessible(page, 'the list')
    await page.getByLabel('Zoek').fill('omer kap')
    await expect(page.getByText('1 van 66 mensen')).toBeVisible()
    const change = page.getByRole('button', { name: 'Wijzig de plaatsen van Ömer Kaplan' })
    await change.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ömer Kaplan' })
    await expect(dialog).toBeVisible()
    await expectAccessible(page, 'the seats of somebody')

    await dialog.getByLabel('Rol').selectOption({ label: 'Expert' })
    await dialog.getByLabel('Thema').selectOption({ label: 'Onderwijs' })
    await dialog.getByRole('button', { name: 'Geef deze plaats' }).press('Enter')
    await expect(dialog.getByRole('alert')).toHaveText(/Een expert hoort bij één themagroep/)
    await expectAccessible(page, 'a seat that is refused')
    await dialog.getByLabel('Rol').selectOption({ label: 'Raadslid' })
    await dialog.getByRole('button', { name: 'Geef deze plaats' }).press('Enter')
    await expect(dialog.getByRole('status')).toHaveText(/Ömer Kaplan is nu ook Raadslid/)
    await dialog.getByRole('button', { name: 'Neem af: Raadslid' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Laat het zo' })).toBeFocused()
    await expectAccessible(page, 'a seat that is about to end')
    await page.getByRole('button', { name: 'Neem de plaats af' }).press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('Ömer Kaplan is geen Raadslid meer.')
    await page.keyboard.press('Escape')
    await expect(change).toBeFocused()
    await expect(page.getByLabel('Zoek')).toHaveValue('omer kap')

    await page.getByLabel('Zoek').fill('niemand heet zo')
    await expect(page.getByText(/Niemand gevonden/)).toBeVisible()
    await page.getByRole('button', { name: 'Toon iedereen' }).click()
    await page.getByLabel('Thema').selectOption({ label: 'Sport' })
    await page.getByLabel('Rol').selectOption({ label: 'Chef de Dossier' })
    await expect(page.getByText('1 van 66 mensen')).toBeVisible()
    expect(lead.complaints).toEqual([])
    await lead.leaves()
  })

  test('the list fits a phone before any script has come', async ({ browser }) => {
    const noScripts = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }
    const administrator = await Visitor.comes(browser, house, { role: 'administrator' }, noScripts)
    await administrator.page.goto('/mensen')
    await expectToFit(administrator.page, 'without scripts')
    await administrator.leaves()
  })

  test('[PEOPLE-2] the administrator adds somebody; what is missing is said beside its field', async ({ browser }) => {
    const administrator = await Visitor.comes(
      browser,
      house,
      { role: 'administrator' },
      { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    )
    const { page } = administrator
    await page.goto('/mensen')
    await expectToFit(page, 'the list on a phone')
    await expectRoomForFingers(page, 'the list on a phone')
    await page.getByRole('button', { name: 'Voeg iemand toe' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(dialog.getByLabel('Naam', { exact: true })).toBeFocused()
    await expect(dialog.getByLabel('E-mailadres')).toHaveAccessibleDescription(/Vul een e-mailadres in/)
    await expectAccessible(page, 'adding somebody, with something missing')
    await expectRoomForFingers(page, 'adding somebody')
    await dialog.getByLabel('Naam', { exact: true }).fill('Noor van Dam')
    await dialog.getByLabel('E-mailadres').fill('noor@wilgenrade.example')
    await dialog.getByLabel('Rol').selectOption({ label: 'Controleur' })
    await dialog.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'Noor van Dam is toegevoegd als Controleur' }),
    ).toBeVisible()
    await expectAccessible(page, 'the list on a phone, dark')
    expect(administrator.complaints).toEqual([])
    await administrator.leaves()
  })

  test('[PEOPLE-5] the auditor reads the list without addresses, and an expert does not', async ({ browser }) => {
    const auditor = await Visitor.comes(browser, house, { role: 'auditor' })
    await auditor.page.goto('/mensen?thema=sport&rol=chef')
    await expect(auditor.page.getByText('U leest mee')).toBeVisible()
    await expect(auditor.page.getByRole('row')).toHaveCount(2)
    await expect(auditor.page.getByRole('columnheader', { name: 'E-mailadres' })).toHaveCount(0)
    await expect(auditor.page.getByRole('button', { name: /Wijzig|Voeg/ })).toHaveCount(0)
    await auditor.leaves()
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    await expert.page.goto('/mensen')
    await expect(expert.page.getByRole('heading', { level: 1 })).toHaveText('Dat kan hier niet')
    await expect(expert.page.getByRole('link', { name: 'Mensen' })).toHaveCount(0)
    await expert.leaves()
  })

  test('[PEOPLE-5] is there to read and to search without JavaScript', async ({ browser }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' }, { javaScriptEnabled: false })
    await lead.page.goto('/mensen')
    await lead.page.getByLabel('Zoek').fill('penningmeester')
    await lead.page.getByRole('button', { name: 'Toon', exact: true }).click()
    await expect(lead.page.getByRole('rowheader', { name: /Gerrit Holtkamp/ })).toBeVisible()
    await expect(lead.page.getByRole('row')).toHaveCount(2)
    await lead.leaves()
  })
})
