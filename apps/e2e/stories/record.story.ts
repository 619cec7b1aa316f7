import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { expectAccessible, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const checker = fileURLToPath(new URL('../../../docs/record/check-export.mjs', import.meta.url))

test.describe('[RECORD-3] the auditor and the record', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('reads what somebody did, finds it by person and kind, and sees that the chain is right', async ({
    browser,
  }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    await lead.page.goto('/')
    await lead.page.getByRole('button', { name: /opmerkingen/i }).click()
    await expect(lead.page.getByRole('status').filter({ hasText: /opmerkingen/i })).toBeVisible()

    const auditor = await Visitor.comes(browser, house, { role: 'auditor' })
    const { page } = auditor
    await page.goto('/')
    await page.getByRole('link', { name: 'Naar de vastlegging' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'De vastlegging' })).toBeVisible()
    await expect(page.getByText(/^Klopt tot en met nummer \d+\. Gecontroleerd op/)).toBeVisible()
    const first = page.getByRole('row').nth(1)
    await expect(first).toContainText('Opmerkingen van Chefs aan- of uitgezet')
    await expect(first).toContainText(lead.name)
    await expect(first).toContainText('Projectleider')

    await page.getByLabel('Wat er gebeurde').selectOption({ label: 'Hoofdstuk toegevoegd' })
    await page.getByLabel('Thema').selectOption({ label: 'Sport' })
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await expect(page).toHaveURL(/soort=section%3Aadded/)
    await expect(page.getByRole('row')).toHaveCount(7)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await expect(page).toHaveURL(/wie=/)
    await page.getByRole('link', { name: 'Toon weer alles' }).click()
    await expect(page).toHaveURL(/\/vastlegging$/)
    await page.getByLabel('Wat er gebeurde').selectOption({ label: 'Passkey toegevoegd' })
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await expect(page.getByText('Er is niets gevonden. Kies iets anders.')).toBeVisible()
    expect(auditor.complaints).toEqual([])
    for (const visitor of [lead, auditor]) await visitor.leaves()
  })

  test('[RECORD-4] takes it along, and somebody outside finds it right', async ({ browser }) => {
    const auditor = await Visitor.comes(browser, house, { role: 'auditor' })
    await auditor.page.goto('/vastlegging')
    const coming = auditor.page.waitForEvent('download')
    await auditor.page.getByRole('link', { name: 'Om te controleren (JSONL)' }).click()
    const file = await (await coming).path()
    expect(execFileSync(process.execPath, [checker, file]).toString()).toMatch(/^Right: \d+ events of example-dialogue/)
    await auditor.page.reload()
    await expect(auditor.page.getByRole('row').nth(1)).toContainText('Vastlegging meegenomen')
    await auditor.leaves()
  })

  test('reads it without JavaScript too', async ({ browser }) => {
    const auditor = await Visitor.comes(browser, house, { role: 'auditor' }, { javaScriptEnabled: false })
    const { page } = auditor
    await page.goto('/vastlegging')
    await page.getByLabel('Wat er gebeurde').selectOption({ label: 'Hoofdstuk toegevoegd' })
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await expect(page.getByLabel('Wat er gebeurde')).toHaveValue('section:added')
    await expect(page.getByRole('row')).toHaveCount(49)
    await page.getByRole('link', { name: 'Controleer nu' }).click()
    await expect(page.getByText(/^Klopt tot en met nummer/)).toBeVisible()
    await auditor.leaves()
  })

  test('is told when the check cannot be made, and that others may not read it', async ({ browser }) => {
    const auditor = await Visitor.comes(browser, house, { role: 'auditor' })
    await auditor.page.goto('/vastlegging')
    await expect(auditor.page.getByText(/^Klopt tot en met/)).toBeVisible()
    // Before its scripts have come a page can do nothing but load anew.
    await auditor.page.waitForLoadState('networkidle')
    await auditor.cutsTheLine()
    await auditor.page.getByRole('link', { name: 'Controleer nu' }).click()
    await expect(auditor.page.getByText('De controle lukte niet.')).toBeVisible()
    await auditor.mendsTheLine()
    await auditor.page.getByRole('link', { name: 'Controleer nu' }).click()
    await expect(auditor.page.getByText('De controle lukte niet.')).toHaveCount(0)
    await auditor.leaves()

    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    await lead.page.goto('/')
    await expect(lead.page.getByRole('link', { name: 'Naar de vastlegging' })).toHaveCount(0)
    expect((await lead.page.goto('/vastlegging'))?.status()).toBe(403)
    await lead.leaves()
  })

  test('[RECORD-4] is told where the chain was changed behind its back', async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'witboek-record-'))
    const other = await new House({ DATA_DIR: folder }).open()
    const auditor = await Visitor.comes(browser, other, { role: 'auditor' })
    const tables = new DatabaseSync(join(folder, 'witboek.sqlite'))
    tables.exec(`update event set actor = 'somebody-else' where seq = 12`)
    tables.close()
    await auditor.page.goto('/vastlegging')
    await expect(auditor.page.getByText('De keten klopt niet')).toBeVisible()
    await expect(auditor.page.getByText('Handeling 12 is achteraf veranderd. Tot en met nummer 11 klopt')).toBeVisible()
    await expectAccessible(auditor.page, 'a chain that is not right')
    await auditor.leaves()
    await other.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const { name, viewport, colorScheme } of [
    { name: 'on a phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
    { name: 'on a laptop', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
    { name: 'on a big screen', viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  ] as const)
    test(`reads it ${name}, whoever they are`, async ({ browser }) => {
      const auditor = await Visitor.comes(browser, house, { role: 'auditor' }, { viewport, colorScheme })
      await auditor.page.goto('/vastlegging')
      await expect(auditor.page.getByText(/^Klopt tot en met/)).toBeVisible()
      await expectAccessible(auditor.page, name)
      await expectToFit(auditor.page, name)
      if (viewport.width < 500) await expectRoomForFingers(auditor.page, name)
      await auditor.leaves()
    })
})
