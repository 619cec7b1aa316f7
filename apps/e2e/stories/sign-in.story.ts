import { expect, test, type Browser, type BrowserContext, type BrowserContextOptions } from '@playwright/test'
import type { PersonAdded, SeatsAnswer } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { aMailServer, anIssuer, linksIn, type Issuer, type MailServer } from '@witboek/testkit/servers'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
} from '../support/accessible.ts'
import { House } from '../support/house.ts'

const email = 'wil@voorbeeld.example'

let mail: MailServer
let issuer: Issuer
let house: House
test.beforeAll(async ({ browser }) => {
  mail = await aMailServer()
  issuer = await anIssuer({ people: [{ sub: 'wil', name: 'W. de Haan', email }] })
  house = await new House({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Gemeente <dialoog@voorbeeld.example>',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: issuer.clientId,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    OIDC_NAME: 'Gemeente Voorbeeld',
  }).open()
  issuer.sendsBackTo(`${house.address}/login/oidc/return`)
  await addsWil(browser)
})
test.afterAll(async () => {
  await house.remove()
  await issuer.stop()
  await mail.end()
})

const comes = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: house.address, viewport: { width: 1280, height: 900 }, ...options })

/** The lead of the example gives somebody of the staff two seats, and says their address. */
async function addsWil(browser: Browser): Promise<void> {
  const { request } = await comes(browser)
  const { seats } = (await (await request.get('/api/example/seats')).json()) as SeatsAnswer
  const headers = { Origin: house.address }
  const lead = seats.find(({ role }) => role === 'lead')?.person ?? ''
  await request.post('/login/example', { form: { person: lead }, headers, maxRedirects: 0 })
  const seat = (role: string) => ({ role, theme: null })
  const wil = { realName: 'Wil de Haan', name: 'Wil', email, language: 'nl', ...seat('clerk') }
  const added = await request.post('/api/people/add', { data: wil, headers })
  const { person } = (await added.json()) as PersonAdded
  const given = await request.post('/api/people/give-seat', { data: { person, ...seat('civilServant') }, headers })
  expect([added.ok(), given.ok()]).toEqual([true, true])
}

/** The link of the mail that came after so many. */
async function linkAfter(count: number): Promise<string> {
  await until('the mail is there', () => mail.mails.length > count)
  return linksIn({ text: mail.mails.at(-1)?.text ?? '' })[0] ?? ''
}

test('somebody signs in with a link by mail, changes seats, and signs off', async ({ browser }) => {
  const page = await (await comes(browser)).newPage()
  const before = mail.mails.length
  await page.goto('/thema/sport')
  await page.getByRole('banner').getByRole('link', { name: 'Aanmelden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aanmelden')
  await page.getByRole('button', { name: 'Stuur mij een link' }).click()
  await expect(page.getByLabel('E-mailadres')).toBeFocused()
  await expect(page.getByRole('alert')).toHaveText(/Vul een e-mailadres in/)
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByRole('button', { name: 'Stuur mij een link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in uw mail')
  await expect(page).toHaveTitle(/Kijk in uw mail/)
  await expect(page.getByText(email)).toHaveCount(0)

  const link = await linkAfter(before)
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aanmelden met uw link')
  await page.getByRole('main').getByRole('button', { name: 'Aanmelden' }).dblclick()
  await expect(page).toHaveURL(`${house.address}/thema/sport`)
  const headers = await (await sent).allHeaders()
  expect([headers['origin'], headers['referer']]).toEqual([house.address, `${house.address}/`])

  const holder = page.getByRole('banner').locator('.seat-holder')
  await expect(holder.locator('summary')).toContainText(/Wil\s*Griffier/)
  await holder.locator('summary').click()
  await holder.getByRole('button', { name: 'Ambtenaar' }).click()
  await expect(page).toHaveURL(`${house.address}/thema/sport`)
  await expect(holder.locator('summary')).toContainText(/Wil\s*Ambtenaar/)

  await page.goto(link)
  await expect(page.getByText('U bent op dit apparaat nu aangemeld als Wil.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page.getByText('Deze link werkt niet meer')).toBeVisible()
  await expect(page).toHaveTitle(/Aanmelden lukte nog niet/)
  await page.getByRole('banner').locator('summary').click()
  await page.getByRole('button', { name: 'Sta op' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Aanmelden' })).toBeVisible()
})

test('the same without JavaScript', async ({ browser }) => {
  const page = await (await comes(browser, { javaScriptEnabled: false })).newPage()
  const before = mail.mails.length
  await page.goto('/aanmelden?naar=/thema/zorg-en-welzijn')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Blijf 30 dagen aangemeld').check()
  await page.getByRole('button', { name: 'Stuur mij een link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in uw mail')
  await page.goto(await linkAfter(before))
  await page.getByRole('main').getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page).toHaveURL(`${house.address}/thema/zorg-en-welzijn`)
  await expect(page.getByRole('banner').locator('summary')).toContainText('Wil')
  const [login] = (await page.context().cookies()).filter(({ name }) => name === 'witboek-login')
  expect(login?.httpOnly).toBe(true)
  expect((login?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(29 * 24 * 3600)
})

test('staff sign in by the issuer of the town', async ({ browser }) => {
  const page = await (await comes(browser)).newPage()
  await page.goto('/aanmelden?naar=/thema/sport')
  await page.getByRole('link', { name: 'Aanmelden via Gemeente Voorbeeld' }).click()
  await expect(page).toHaveURL(new RegExp(`^${issuer.url}/`))
  await page.getByRole('button', { name: 'Terug' }).click()
  await expect(page.getByText('Aanmelden via de gemeente lukte niet.')).toBeVisible()
  await page.getByRole('link', { name: 'Aanmelden via Gemeente Voorbeeld' }).click()
  await page.getByRole('button', { name: 'W. de Haan' }).click()
  await expect(page).toHaveURL(`${house.address}/thema/sport`)
  await expect(page.getByRole('banner').locator('summary')).toContainText('Wil')
})

test('the link in a mail is told to nobody, and kept by nobody on the way', async ({ browser }) => {
  const context = await comes(browser)
  const page = await context.newPage()
  const told: string[] = []
  page.on('request', (request) => told.push(request.headers()['referer'] ?? ''))
  const token = 'x'.repeat(43)
  const response = await page.goto(`/aanmelden/${token}`)
  await page.getByRole('link', { name: 'Alle thema’s' }).click()
  await expect(page).toHaveURL(`${house.address}/`)
  expect(response?.headers()).toMatchObject({
    'referrer-policy': 'strict-origin',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  })
  expect(told.filter((referer) => referer.includes(token))).toEqual([])
  expect(new URL(page.url()).origin).toBe(house.address)
})

for (const [name, width, height] of [
  ['a phone', 390, 844],
  ['a laptop', 1280, 800],
  ['a big screen', 1920, 1080],
] as const)
  test(`the pages for signing in can be read by everybody, on ${name}, light and dark`, async ({ browser }) => {
    const page = await (await comes(browser, { viewport: { width, height } })).newPage()
    for (const path of [
      '/aanmelden',
      '/aanmelden?probleem=link-not-valid',
      '/aanmelden?probleem=not-understood',
      '/aanmelden?gevraagd=ja',
      `/aanmelden/${'x'.repeat(43)}`,
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessibleInBothColours(page, path)
      await expectToFit(page, path)
      if (name === 'a phone') await expectRoomForFingers(page, path)
    }
  })

test('an installation without the example asks to sign in, and no more', async ({ browser }) => {
  const town = await new House({ EXAMPLE: 'off' }).open()
  const page = await (await comes(browser, { baseURL: town.address })).newPage()
  await page.goto('/plaats')
  await page.getByRole('banner').getByRole('link', { name: 'Aanmelden' }).click()
  await expect(page.getByText('Er kan hier geen mail worden verstuurd.')).toBeVisible()
  await expect(page.getByText('Neem plaats')).toHaveCount(0)
  await expectAccessible(page, 'no mail')
  await town.remove()
})
