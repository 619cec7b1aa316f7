import { expect, test, type Page } from '@playwright/test'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
} from '../support/accessible.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const video = 'https://video.example'

test.describe('an evening, before it begins', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House({ VIDEO_LINK: `${video}/{meeting}`, VIDEO_FRAMES: video }).open()
  })
  test.afterEach(() => house.remove())

  async function fillsIn(page: Page, title: string, button: string): Promise<void> {
    await page.getByLabel('Titel').fill(title)
    await page.getByLabel('Dag').fill('2031-03-04')
    await page.getByLabel('Ja, met de videodienst van de gemeente').check()
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByText(`De bijeenkomst '${title}' is gepland.`)).toBeVisible()
  }

  /** In the menu of a meeting. */
  async function chooses(page: Page, title: string, wish: string): Promise<void> {
    await page.getByRole('button', { name: `Wijzig of zeg af: ${title}` }).click()
    await page.getByRole('menuitem', { name: wish, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }

  const meeting = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title })

  test('[MEET-7] [MEET-10] is planned in quiet, published, followed by a calendar, and cancelled', async ({
    browser,
  }) => {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    await chef.page.goto('/thema/sport/bijeenkomsten')
    await fillsIn(chef.page, 'Eerste avond', 'Plan een bijeenkomst')
    await expert.page.goto('/thema/sport/bijeenkomsten')
    await expect(expert.page.getByText('Er is nog geen bijeenkomst gepland.')).toBeVisible()

    await chef.page.getByRole('button', { name: 'Publiceer: Eerste avond' }).click()
    await expect(chef.page.getByText("De bijeenkomst 'Eerste avond' is gepubliceerd.")).toBeVisible()
    await expert.page.reload()
    await expect(meeting(expert.page, 'Eerste avond')).toContainText('U kunt ook van huis meedoen, met video.')
    await expect(expert.page.getByRole('button', { name: /Publiceer|Zeg/ })).toHaveCount(0)

    const dialog = chef.page.getByRole('dialog')
    await chooses(chef.page, 'Eerste avond', 'Wijzig deze bijeenkomst…')
    await expect(dialog.locator('form :is(input, select)').first(), 'not the cross that closes').toBeFocused()
    await dialog.getByLabel('Plaats', { exact: true }).fill('Sporthal Zuid')
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await expect(chef.page.getByText("De bijeenkomst 'Eerste avond' is gewijzigd.")).toBeVisible()
    await expect(meeting(chef.page, 'Eerste avond')).toContainText('Sporthal Zuid')

    await expert.page.goto('/mijn')
    await expert.page.getByRole('button', { name: 'Maak een geheim adres' }).click()
    const address = await expert.page.getByLabel('Uw geheime adres').inputValue()
    const calendar = async () => {
      const answer = await fetch(house.address + new URL(address).pathname)
      return (await answer.text()).replaceAll('\r\n ', '')
    }
    expect(await calendar()).toContain('SUMMARY:Eerste avond – Sport')
    expect(await calendar()).toContain('LOCATION:Sporthal Zuid')
    await expectAccessible(expert.page, 'one’s own calendar')

    await chooses(chef.page, 'Eerste avond', 'Zeg de bijeenkomst af')
    await dialog.getByRole('button', { name: 'Zeg de bijeenkomst af' }).click()
    await expect(dialog.getByText('Schrijf op waarom')).toBeVisible()
    await expect(dialog.getByLabel('Waarom gaat ze niet door?')).toBeFocused()
    await dialog.getByLabel('Waarom gaat ze niet door?').fill('De zaal is dicht')
    await dialog.getByRole('button', { name: 'Zeg de bijeenkomst af' }).click()
    await expect(chef.page.getByText("De bijeenkomst 'Eerste avond' is afgezegd.")).toBeVisible()
    await expect(chef.page.locator('.news'), 'its menu is gone: one goes on from what is said').toBeFocused()
    await expert.page.goto('/thema/sport/bijeenkomsten')
    await expect(meeting(expert.page, 'Eerste avond')).toContainText('Reden: De zaal is dicht')
    expect(await calendar()).toContain('STATUS:CANCELLED')
    for (const { complaints } of [chef, expert]) expect(complaints).toEqual([])
  })

  test('[MEET-12] of all themes together: the lead plans it, and every theme reads of it', async ({ browser }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    await lead.page.goto('/')
    await lead.page.getByRole('link', { name: 'Naar de bijeenkomsten' }).click()
    await lead.page.locator('summary').getByText('Plan een bijeenkomst voor iedereen').click()
    await fillsIn(lead.page, 'Startavond', 'Plan een bijeenkomst voor iedereen')
    await lead.page.getByRole('button', { name: 'Publiceer: Startavond' }).click()
    await expect(lead.page.getByText("De bijeenkomst 'Startavond' is gepubliceerd.")).toBeVisible()
    for (const theme of ['sport', 'onderwijs']) {
      const expert = await Visitor.comes(browser, house, { role: 'expert', theme })
      await expert.page.goto('/bijeenkomsten')
      await expect(meeting(expert.page, 'Startavond')).toBeVisible()
      await expect(expert.page.getByText('Plan een bijeenkomst voor iedereen')).toHaveCount(0)
    }
  })

  test('[MEET-11] nothing of the video service is loaded before somebody asks for it', async ({ browser }) => {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    await chef.page.goto('/thema/sport/bijeenkomsten')
    await fillsIn(chef.page, 'Eerste avond', 'Plan een bijeenkomst')
    await meeting(chef.page, 'Eerste avond').getByRole('link', { name: 'Leid deze bijeenkomst' }).click()
    await chef.page.waitForURL(/bijeenkomst\/[^/]+\/regie$/)
    const id = new URL(chef.page.url()).pathname.split('/').at(-2)
    await chef.context.request.post('/api/meetings/open', {
      data: { meeting: id },
      headers: { Origin: new URL(chef.page.url()).origin },
    })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const asked: string[] = []
    await expert.context.route(`${video}/**`, (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<h1>Hier is de video</h1>' })
    })
    await expert.page.goto('/thema/sport/bijeenkomsten')
    await meeting(expert.page, 'Eerste avond').getByRole('link', { name: 'Ga naar de bijeenkomst' }).click()
    await expect(expert.page.getByText('maakt deze pagina verbinding met video.example')).toBeVisible()
    expect(asked).toEqual([])
    await expectAccessible(expert.page, 'before the video')

    await expert.page.getByRole('button', { name: 'Toon de video hier' }).click()
    const frame = expert.page.frameLocator('iframe')
    await expect(frame.getByText('Hier is de video')).toBeVisible()
    await expect(expert.page.locator('iframe')).toHaveAttribute('title', 'Video van video.example')
    await expert.page.reload()
    await expect(frame.getByText('Hier is de video'), 'known in this tab').toBeVisible()
    const other = await expert.opensAnotherTab()
    await other.page.goto(expert.page.url())
    await expect(other.page.getByRole('button', { name: 'Toon de video hier' })).toBeVisible()
    await expert.page.getByRole('button', { name: 'Stop de video' }).click()
    await expect(expert.page.locator('iframe')).toHaveCount(0)
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([video]))
    for (const { complaints } of [chef, expert, other]) expect(complaints).toEqual([])
  })

  for (const width of [390, 1280])
    test(`can be planned by everybody who may, light and dark, ${width} px`, async ({ browser }) => {
      const { page } = await Visitor.comes(browser, house, { role: 'lead' }, { viewport: { width, height: 900 } })
      const expectFine = async (state: string) => {
        await expectAccessibleInBothColours(page, state)
        await expectToFit(page, state)
        if (width < 500) await expectRoomForFingers(page, state)
      }
      await page.goto('/bijeenkomsten')
      await page.locator('summary').getByText('Plan een bijeenkomst voor iedereen').click()
      await page.getByLabel('Ja, met een eigen link').check()
      await page.getByRole('button', { name: 'Plan een bijeenkomst voor iedereen', exact: true }).click()
      await expectFine('a plan that misses its times and its link')
      await fillsIn(page, 'Startavond', 'Plan een bijeenkomst voor iedereen')
      await expectFine('all meetings, with a draft')
      await chooses(page, 'Startavond', 'Verwijder het plan')
      await expectFine('before a draft goes')
      await page.getByRole('button', { name: 'Laat staan' }).click()
      await page.getByRole('button', { name: 'Publiceer: Startavond' }).click()
      await chooses(page, 'Startavond', 'Zeg de bijeenkomst af')
      await expectFine('before a meeting is cancelled')
      await page.getByRole('button', { name: 'Laat staan' }).click()
      await chooses(page, 'Startavond', 'Wijzig deze bijeenkomst…')
      await expectFine('changing a meeting')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'Wijzig of zeg af: Startavond' })).toBeFocused()
      await page.goto('/thema/sport/bijeenkomsten')
      await expectFine('the meetings of a theme')
    })
})
