import { devices, expect, test, type Page } from '@playwright/test'
import type { SeatsAnswer } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer } from '@witboek/testkit/servers'
import { BookOnScreen, sportBook } from '../support/book.ts'
import { House } from '../support/house.ts'

const email = 'greet@voorbeeld.example'

let mail: MailServer
let house: House
test.beforeAll(async () => {
  mail = await aMailServer()
  house = await new House({ SMTP_URL: mail.url, MAIL_FROM: 'Gemeente <dialoog@voorbeeld.example>' }).open()
})
test.afterAll(async () => {
  await house.remove()
  await mail.end()
})

/** The link to this path in the newest mail to the expert, once there are so many. */
async function linkIn(count: number, path: string): Promise<string> {
  const those = () => mail.mails.filter(({ envelope }) => envelope.to.includes(email))
  await until(`letter ${count} is there`, () => those().length >= count)
  return linksIn(those().at(-1) ?? { text: '' }).find((link) => link.includes(path)) ?? ''
}

/** A device that asks its owner, and always gets a yes. */
async function hasAPasskeyDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('an invited expert opens the mail, writes, and comes back the next week on a phone', async ({ browser }) => {
  const laptop = { baseURL: house.address, viewport: { width: 1280, height: 900 } }

  await test.step('the Chef invites', async () => {
    const { request } = await browser.newContext(laptop)
    const { seats } = (await (await request.get('/api/example/seats')).json()) as SeatsAnswer
    const chef = seats.find(({ role, theme }) => role === 'chef' && theme?.slug === 'sport')?.person ?? ''
    const headers = { Origin: house.address }
    await request.post('/login/example', { form: { person: chef }, headers, maxRedirects: 0 })
    const page = await (await browser.newContext({ ...laptop, storageState: await request.storageState() })).newPage()
    await page.goto('/thema/sport/uitnodigingen')
    await page.getByLabel('Plak hier namen en adressen').fill(`Greet Hofman; ${email}`)
    await page.getByRole('button', { name: 'Controleer de lijst' }).click()
    await page.getByRole('button', { name: /^Verstuur \d+ uitnodiging/ }).click()
    await linkIn(1, '/uitnodiging/')
    await page.context().close()
  })

  const words = ' Ik zwem hier al veertig jaar.'
  await test.step('the first evening, on a laptop', async () => {
    const page = await (await browser.newContext(laptop)).newPage()
    await page.goto(await linkIn(1, '/uitnodiging/'))
    await page.getByLabel('De naam waarmee u meedoet').fill('Greet uit Noord')
    await page.getByLabel('Ja, ik doe mee en ik ga hiermee akkoord.').check()
    await page.getByRole('button', { name: 'Ja, ik doe mee' }).click()
    await expect(page.getByRole('banner')).toContainText('Greet uit Noord')
    const book = await BookOnScreen.opens(page)
    await book.types(1, words)
    await expect(book.saved()).toBeVisible()
    await page.context().close()
  })

  const phone = await browser.newContext({ ...devices['Pixel 7'], baseURL: house.address, locale: 'nl-NL' })
  const page = await phone.newPage()
  await hasAPasskeyDevice(page)
  await test.step('the next week, on a phone: a link by mail', async () => {
    await page.goto(`/aanmelden?naar=${sportBook}`)
    await page.getByLabel('E-mailadres').fill(email.toUpperCase())
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in uw mail')
    await page.goto(await linkIn(2, '/aanmelden/'))
    await page.getByRole('main').getByRole('button', { name: 'Aanmelden' }).click()
    await expect(page).toHaveURL(house.address + sportBook)
    const book = new BookOnScreen(page)
    await expect(book.text(1)).toContainText(words.trim())
    await book.types(1, ' En mijn kleinkinderen ook.')
    await expect(book.saved()).toBeVisible()
  })

  await test.step('[LETTER-5] no mail about meetings any more, and then again, with keys alone', async () => {
    await page.goto('/mijn')
    const mailing = page.getByRole('region', { name: 'Mail over bijeenkomsten' })
    const turn = mailing.getByRole('button')
    await expect(mailing).toContainText('Deze mail staat aan.')
    await expect(turn, 'the script of the page is there').toBeEnabled()
    await turn.focus()
    await page.keyboard.press('Enter')
    await expect(mailing.getByRole('status')).toHaveText('U krijgt geen mail meer over bijeenkomsten.')
    await expect(turn, 'one button, so that the focus stays').toBeFocused()
    await page.reload()
    await expect(mailing).toContainText('Deze mail staat uit.')
    await expect(turn).toHaveText('Zet deze mail aan')
    await expect(turn).toBeEnabled()
    await turn.press('Space')
    await expect(mailing.getByRole('status')).toHaveText('U krijgt weer mail over bijeenkomsten.')
    await page.reload()
    await expect(turn).toHaveText('Zet deze mail uit')
  })

  await test.step('and from then on with a passkey of that phone', async () => {
    await page.goto('/mijn')
    await page.getByLabel('Hoe noemt u dit apparaat?').fill('Mijn telefoon')
    await page.getByRole('button', { name: 'Maak een passkey' }).click()
    await expect(page.getByText("De passkey 'Mijn telefoon' is gemaakt.")).toBeVisible()
    await page.getByRole('banner').locator('summary').click()
    await page.getByRole('button', { name: /^(Sta op|Meld af|Afmelden)$/ }).click()
    await page.goto('/aanmelden')
    await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click()
    await expect(page.getByRole('banner')).toContainText('Greet uit Noord')
  })

  await test.step('it is one person all along', async () => {
    await page.goto(sportBook)
    await expect(new BookOnScreen(page).text(1)).toContainText('kleinkinderen')
    const book = await page.request.get('/api/themes/sport/books/green')
    const { people } = (await book.json()) as { people: { name: string }[] }
    expect(people.filter(({ name }) => name === 'Greet uit Noord')).toHaveLength(1)
  })
  await phone.close()
})
