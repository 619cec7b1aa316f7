import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible, expectRoomForFingers, expectToFit, inBothColours } from '../support/accessible.ts'
import { BookOnScreen } from '../support/book.ts'
import { readsQrCode } from '../support/camera.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const phone = { viewport: { width: 390, height: 844 } }
const aCode = /[A-Z0-9]{3} [A-Z0-9]{3}/

test.describe('an evening that anybody in the hall can join', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  /** The Chef of Sport at the page of a meeting that was planned and opened there; with its code. */
  async function anEvening(browser: Browser): Promise<{ readonly chef: Visitor; readonly code: string }> {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const { page } = chef
    await page.goto('/thema/sport')
    await page.getByRole('link', { name: 'Bijeenkomsten van deze themagroep' }).click()
    await page.getByLabel('Titel').fill('Eerste avond')
    await page.getByLabel('Dag').fill('2031-03-04')
    await page.getByLabel('Plaats', { exact: true }).fill('Buurthuis De Brug')
    await page.getByRole('button', { name: 'Plan een bijeenkomst' }).click()
    await expect(page.getByText('dinsdag 4 maart 2031, 19:30–22:00')).toBeVisible()
    await page.getByRole('link', { name: 'Leid deze bijeenkomst: Eerste avond' }).click()
    await page.getByRole('button', { name: 'Open de bijeenkomst' }).click()
    await expect(page.getByText('De bijeenkomst is open.')).toBeVisible()
    const panel = page.getByRole('region', { name: 'Code en gasten' })
    await expect(panel).toContainText(aCode)
    return { chef, code: aCode.exec(await panel.innerText())?.[0] ?? '' }
  }

  const screenOf = ({ page }: Visitor): string => page.url().replace(/bijeenkomst\/([^/]+)\/regie/, 'scherm/$1')

  async function joins(page: Page, code: string, name: string): Promise<void> {
    await page.goto('/')
    await page.getByRole('link', { name: 'Meedoen met een code' }).click()
    await page.getByLabel('De code op het scherm').fill(code)
    await page.getByRole('button', { name: 'Verder' }).click()
    await asks(page, name)
  }

  /** Says a name and yes, and waits for the Chef. */
  async function asks(page: Page, name: string): Promise<void> {
    await page.getByLabel('Uw naam').fill(name)
    await page.getByLabel('Ja, ik doe mee als gast').check()
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await expect(page.getByRole('heading', { name: 'U staat op de lijst' })).toBeVisible()
  }

  async function expectFine(page: Page, state: string): Promise<void> {
    await expectAccessible(page, state)
    await expectToFit(page, state)
    if ((page.viewportSize()?.width ?? 0) < 500) await expectRoomForFingers(page, state)
  }

  const expectFineInBothColours = (page: Page, state: string): Promise<void> =>
    inBothColours(page, (colours) => expectFine(page, `${state}, ${colours}`))

  test('from the code on the screen to the last line: somebody waits, reads, writes, and goes home', async ({
    browser,
  }) => {
    const { chef, code } = await anEvening(browser)
    const screen = await chef.opensAnotherTab()
    await screen.page.goto(screenOf(chef))
    await expect(screen.page.getByText(code, { exact: true })).toBeVisible()
    await expect(screen.page.getByRole('img', { name: /QR-code/ })).toBeVisible()
    await expect(screen.page.getByRole('banner'), 'the screen stands alone').toHaveCount(0)
    await expectFine(screen.page, 'the big screen')

    const els = await Visitor.comes(browser, house, null, phone)
    await test.step('a phone reads the QR code of the screen, and is where the name is asked', async () => {
      const address = await readsQrCode(screen.page)
      const { origin, pathname, search } = new URL(address ?? '')
      expect(origin + pathname).toBe(`${house.address}/meedoen/${code.replace(' ', '')}`)
      expect(search, 'the code of the hall comes along').toMatch(/^\?zaal=[A-Z0-9]{4}$/)
      await els.page.goto(pathname + search)
      await asks(els.page, 'Els')
    })
    await expectFine(els.page, 'waiting')
    await chef.page.getByRole('button', { name: 'Laat binnen: Els' }).click()
    await expectFine(chef.page, 'the page of the Chef, with a guest')
    await expect(els.page.getByRole('heading', { name: 'U mag naar binnen' })).toBeVisible()
    await expectFine(els.page, 'let in')
    await els.page.getByRole('link', { name: 'Open het boek' }).click()
    const book = new BookOnScreen(els.page)
    await expect(els.page.getByText('U leest mee als gast.')).toBeVisible()

    await chef.page.getByRole('switch', { name: 'Mag meeschrijven: Els' }).click()
    await book.expectOpen(1)
    await book.types(1, ' Dit zegt een gast.')
    await expect(book.saved()).toBeVisible()
    await chef.page.getByRole('switch', { name: 'Mag meeschrijven: Els' }).click()
    await book.expectClosed(1)
    await expect(book.text(1)).toContainText('Dit zegt een gast.')

    await chef.page.getByRole('button', { name: 'Sluit af…' }).click()
    await chef.page.getByRole('dialog').getByRole('button', { name: 'Sluit de bijeenkomst' }).click()
    await expect(chef.page.getByText('De bijeenkomst is afgesloten.')).toBeVisible()
    await expect(els.page.getByRole('alert').filter({ hasText: 'beëindigd' })).toBeVisible()
    await expect(screen.page.getByText('Deze bijeenkomst is afgelopen. Dank u wel!')).toBeVisible()
    for (const { complaints } of [chef, screen, els]) expect(complaints).toEqual([])
  })

  test('without JavaScript somebody joins all the same, and a wrong code can be mended', async ({ browser }) => {
    const { chef, code } = await anEvening(browser)
    const els = await Visitor.comes(browser, house, null, { ...phone, javaScriptEnabled: false })
    const { page } = els
    await page.goto('/meedoen')
    await page.getByLabel('De code op het scherm').fill('abc')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByText('Zo ziet een code er niet uit.')).toBeVisible()
    await page.getByLabel('De code op het scherm').fill(code.startsWith('CCC') ? 'DDD DDD' : 'CCC CCC')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('heading', { name: 'Deze code klopt niet' })).toBeVisible()
    await page.getByLabel('De code op het scherm').fill(code)
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByLabel('Uw naam').fill('Els')
    await page.getByLabel('Ja, ik doe mee als gast').check()
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await expect(page.getByRole('heading', { name: 'U staat op de lijst' })).toBeVisible()
    await chef.page.getByRole('button', { name: 'Laat binnen: Els' }).click()
    await expect(chef.page.getByText('1 persoon is binnengelaten.')).toBeVisible()
    await page.getByRole('link', { name: 'Kijk opnieuw' }).click()
    await expect(page.getByRole('heading', { name: 'U mag naar binnen' })).toBeVisible()
  })

  test('a line that is lost: the lobby and the screen keep what they show, and find out when it is back', async ({
    browser,
  }) => {
    const { chef, code } = await anEvening(browser)
    const screen = await chef.opensAnotherTab()
    await screen.page.goto(screenOf(chef))
    const els = await Visitor.comes(browser, house, null, phone)
    await joins(els.page, code, 'Els')
    await expect(chef.page.getByText('Er wacht 1 persoon.')).toBeVisible()
    await els.cutsTheLine()
    await expect(els.page.getByText('Even geen verbinding.')).toBeVisible()
    await expect(els.page.getByRole('heading', { name: 'U staat op de lijst' })).toBeVisible()
    await chef.page.getByRole('button', { name: 'Laat binnen: Els' }).click()
    await expect(chef.page.getByText('1 persoon is binnengelaten.')).toBeVisible()
    await els.mendsTheLine()
    await expect(els.page.getByRole('heading', { name: 'U mag naar binnen' })).toBeVisible()
    await expect(els.page.getByText('Even geen verbinding.')).toHaveCount(0)

    await chef.cutsTheLine()
    await expect(screen.page.getByText('geen verbinding')).toBeVisible()
    await expect(screen.page.getByText(code, { exact: true })).toBeVisible()
    await chef.mendsTheLine()
    await expect(screen.page.getByText('geen verbinding')).toHaveCount(0)
  })

  for (const width of [390, 1280])
    test(`can be used by everybody, light and dark, ${width} px`, async ({ browser }) => {
      const { chef, code } = await anEvening(browser)
      const viewport = { width, height: 900 }
      const els = await Visitor.comes(browser, house, null, { viewport })
      await els.page.goto('/meedoen')
      await expectFineInBothColours(els.page, 'typing a code')
      await els.page.goto('/meedoen?code=abc')
      await expectFineInBothColours(els.page, 'no code')
      await els.page.goto(`/meedoen/${code.replace(' ', '')}`)
      await expectFineInBothColours(els.page, 'saying who one is')
      await els.page.goto('/meedoen/adres/nergens')
      await expectFineInBothColours(els.page, 'confirming an address')
      await els.page.goto('/wachtkamer')
      await expectFineInBothColours(els.page, 'waiting for nothing')
      await joins(els.page, code, 'Els')
      await expectFineInBothColours(els.page, 'waiting')
      await chef.page.setViewportSize(viewport)
      await expectFineInBothColours(chef.page, 'somebody waits')
      await chef.page.getByRole('button', { name: 'Sluit af…' }).click()
      await expect(chef.page.getByRole('dialog')).toBeVisible()
      await expectFineInBothColours(chef.page, 'closing')
      await chef.page.getByRole('button', { name: 'Laat hem open' }).click()
      await chef.page.getByRole('button', { name: 'Wijzig de bijeenkomst…' }).click()
      await expect(chef.page.getByRole('dialog').getByLabel('Titel')).toBeVisible()
      await expectFineInBothColours(chef.page, 'changing')
      await chef.page.goto(screenOf(chef))
      await expectFineInBothColours(chef.page, 'the screen')
      await chef.page.goto('/thema/sport/bijeenkomsten')
      await expectFineInBothColours(chef.page, 'the list')
    })
})
