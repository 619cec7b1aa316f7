import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer } from '@witboek/testkit/servers'
import { expectAccessibleInBothColours, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

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

const chefs = (browser: Browser, options: BrowserContextOptions = {}) =>
  Visitor.comes(browser, house, { role: 'chef', theme: 'sport' }, options)

/** The link in the latest letter to somebody. */
async function letterTo(email: string): Promise<string> {
  const those = () => mail.mails.filter(({ envelope }) => envelope.to.includes(email))
  await until(`there is a letter to ${email}`, () => those().length > 0)
  return linksIn(those().at(-1) ?? { text: '' }).find((link) => link.includes('/uitnodiging/')) ?? ''
}

const steps = {
  list: (page: Page) => page.getByLabel('Plak hier namen en adressen'),
  check: (page: Page) => page.getByRole('button', { name: 'Controleer de lijst' }),
  send: (page: Page) => page.getByRole('button', { name: /^Verstuur \d+ uitnodiging/ }),
  /** Of the list of who is invited: the list that was checked stands above it until the letters have gone. */
  row: (page: Page, words: string | RegExp) =>
    page.getByRole('region', { name: 'Wie is uitgenodigd' }).getByRole('row').filter({ hasText: words }),
}

/** A Chef who has sent one letter. */
async function invites(browser: Browser, name: string): Promise<{ chef: Visitor; email: string; link: string }> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@voorbeeld.example`
  const chef = await chefs(browser)
  await chef.page.goto('/thema/sport/uitnodigingen')
  await steps.list(chef.page).fill(`${name}; ${email}`)
  await steps.check(chef.page).click()
  await steps.send(chef.page).click()
  return { chef, email, link: await letterTo(email) }
}

test('a Chef invites from a file of a spreadsheet, mends what is wrong, and follows what becomes of it', async ({
  browser,
}) => {
  const chef = await chefs(browser)
  const { page } = chef
  mail.refuse('fenna@verkeerd.example')
  await page.goto('/thema/sport')
  await page.getByRole('link', { name: 'Uitnodigingen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uitnodigingen voor Sport')
  await steps.check(page).click()
  await expect(steps.list(page)).toBeFocused()
  await expect(page.getByRole('alert')).toHaveText('Plak eerst een lijst of kies een bestand.')

  const rows = [
    'Naam;E-mail;Taal',
    'Zoë Bück;zoe@voorbeeld.example;nl',
    'Mo;mo@voorbeeld;en',
    'Fenna;fenna@verkeerd.example;nl',
  ]
  const file = { name: 'leden.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'latin1') }
  await page.getByLabel('Of kies een bestand').setInputFiles(file)
  await expect(steps.list(page)).toHaveValue(/Zoë Bück/)
  await steps.check(page).click()
  await expect(page.getByRole('heading', { name: '2. Klopt de lijst?' })).toBeFocused()
  const mos = page.getByRole('row').filter({ has: page.getByLabel('Verbeter het adres op regel 3') })
  await expect(mos).toContainText('Dit is geen e-mailadres')
  await page.getByLabel('Verbeter het adres op regel 3').fill('mo@voorbeeld.example')
  await page.getByLabel('Verbeter het adres op regel 3').press('Enter')
  await expect(page.getByText('3 mensen kunnen een uitnodiging krijgen.')).toBeVisible()

  await page.getByLabel('Uw woorden in het Nederlands').fill('Beste buren,\n\nKomt u meedenken?')
  await expect(page.getByRole('article')).toContainText(
    /Beste Zoë Bück,\s*Beste buren,\s*Komt u meedenken\?\s*Marit Hoekzema/,
  )
  await expect(page.getByText('1 persoon krijgt de brief in het Engels')).toBeVisible()
  await page.getByLabel('Uw woorden in het Engels').fill('Do come.')
  await expect(page.getByRole('article')).toContainText(/Dear Mo,\s*Do come\./)
  await steps.send(page).click()
  await expect(page.getByText('3 uitnodigingen gaan nu weg.')).toBeVisible()
  await expect(steps.row(page, 'Zoë Bück')).toContainText('Verstuurd')
  await expect(steps.row(page, 'Fenna')).toContainText('Niet aangekomen')
  const zoes = mail.mails.find(({ envelope }) => envelope.to.includes('zoe@voorbeeld.example'))
  expect(zoes?.text).toContain('Beste Zoë Bück,\n\nBeste buren,\n\nKomt u meedenken?')

  await page.getByRole('button', { name: 'Wat u kunt doen: Fenna' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Verbeter het adres' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mailadres').fill('fenna')
  await dialog.getByRole('button', { name: 'Bewaar en stuur opnieuw' }).click()
  await expect(dialog.getByRole('alert')).toContainText('geen e-mailadres')
  await dialog.getByLabel('E-mailadres').fill('fenna@voorbeeld.example')
  await dialog.getByRole('button', { name: 'Bewaar en stuur opnieuw' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Het adres is verbeterd.')).toBeVisible()
  await letterTo('fenna@voorbeeld.example')

  await page.getByRole('button', { name: 'Wat u kunt doen: Mo' }).click()
  await page.getByRole('menuitem', { name: 'Trek in' }).click()
  await dialog.getByRole('button', { name: 'Trek in' }).click()
  await expect(page.getByText('De uitnodiging aan Mo is ingetrokken.')).toBeVisible()
  await page.getByLabel('Laat zien').selectOption({ label: 'Ingetrokken (1)' })
  await expect(page.getByRole('row')).toHaveCount(2)
  expect(chef.complaints).toEqual([])
  await chef.leaves()
})

test('who is invited says yes, and sits in the theme group', async ({ browser }) => {
  const { chef, link } = await invites(browser, 'Els van Dijk')
  const guest = await Visitor.comes(browser, house, null)
  const { page } = guest
  await page.goto(link)
  await expect(page.getByText('Marit Hoekzema (Chef de Dossier)')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('als expert in het thema Sport?')
  await expect(page.locator('form[novalidate]')).toBeVisible()
  await page.getByRole('button', { name: 'Ja, ik doe mee' }).click()
  await expect(page.getByLabel('Ja, ik doe mee en ik ga hiermee akkoord.')).toBeFocused()
  await expect(page.getByRole('alert')).toHaveText('Meedoen kan alleen als u akkoord gaat.')
  await page.getByLabel('Ja, ik doe mee en ik ga hiermee akkoord.').check()
  await page.getByLabel('De naam waarmee u meedoet').fill('Els uit Oost')
  await page.getByRole('button', { name: 'Ja, ik doe mee' }).dblclick()
  await expect(page).toHaveURL(`${house.address}/thema/sport`)
  await expect(page.getByRole('banner')).toContainText('Els uit Oost')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U hebt al geaccepteerd')
  await chef.page.reload()
  await expect(steps.row(chef.page, 'Els van Dijk')).toContainText('Doet mee')
  expect([guest.complaints, chef.complaints]).toEqual([[], []])
  await guest.leaves()
  await chef.leaves()
})

test('the same without JavaScript, and a no', async ({ browser }) => {
  const one = await invites(browser, 'Jan Zonder Script')
  const other = await invites(browser, 'Ina Liever Niet')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(one.link)
  await page.getByLabel('Uw naam', { exact: true }).fill(' ')
  await page.getByLabel('Ja, ik doe mee en ik ga hiermee akkoord.').check()
  await page.getByRole('button', { name: 'Ja, ik doe mee' }).click()
  await expect(page.getByText('Vul een naam in.')).toBeVisible()
  await expect(page.getByText('Uw uitnodiging blijft open.')).toBeVisible()
  await page.getByLabel('Ja, ik doe mee en ik ga hiermee akkoord.').check()
  await page.getByRole('button', { name: 'Ja, ik doe mee' }).click()
  await expect(page).toHaveURL(`${house.address}/thema/sport`)
  await expect(page.getByRole('banner')).toContainText('Jan Zonder Script')

  await page.goto(other.link)
  await expect(page.getByText('U bent in deze browser aangemeld als Jan Zonder Script.')).toBeVisible()
  await page.getByRole('button', { name: 'Nee, ik doe niet mee' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor uw antwoord')
  await context.close()
  for (const { chef } of [one, other]) await chef.leaves()
})

test('script in a name or a letter stays words, for who invites and for who is invited', async ({ browser }) => {
  const script = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
  // The content security policy would stop script that got through; here nothing may get that far.
  const chef = await chefs(browser, { bypassCSP: true })
  const { page } = chef
  const expectHarmless = async (where: string) => {
    const found = await page.evaluate(() => [
      'ran' in window,
      document.querySelectorAll('main :is(img[src="x"], script, [onerror])').length,
    ])
    expect(found, where).toEqual([false, 0])
  }
  await page.goto('/thema/sport/uitnodigingen')
  await steps.list(page).fill(`naam;e-mail\n"${script.replaceAll('"', '""')}";stout@voorbeeld.example`)
  await steps.check(page).click()
  await page.getByLabel('Uw woorden in het Nederlands').fill(script)
  await expect(page.getByRole('article')).toContainText(`Beste ${script}`)
  await expectHarmless('the three steps')
  await steps.send(page).click()
  await expect(steps.row(page, 'stout@voorbeeld.example')).toContainText(script)
  await expectHarmless('the list')
  await page.goto(await letterTo('stout@voorbeeld.example'))
  await expect(page.locator('blockquote')).toHaveText(script)
  await expect(page.getByLabel('Uw naam', { exact: true })).toHaveValue(script)
  await expectHarmless('the letter')
  await chef.leaves()
})

test('without a line one is told so, and goes on when it is back', async ({ browser }) => {
  const chef = await chefs(browser)
  const { page } = chef
  await page.goto('/thema/sport/uitnodigingen')
  await steps.list(page).fill('Kees; kees@voorbeeld.example')
  await expect(steps.check(page)).toBeEnabled()
  await chef.cutsTheLine()
  await steps.check(page).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(steps.list(page)).toHaveValue('Kees; kees@voorbeeld.example')
  await chef.mendsTheLine()
  await steps.check(page).click()
  await expect(steps.send(page)).toBeVisible()
  await chef.leaves()
})

for (const width of [390, 1280, 1920])
  test(`WCAG 2.2 AA, as far as a program can see: light and dark, ${width} px`, async ({ browser }) => {
    const chef = await chefs(browser, { viewport: { width, height: 900 } })
    const { page } = chef
    const looks = async (state: string) => {
      await expectAccessibleInBothColours(page, state)
      await expectToFit(page, state)
      if (width === 390) await expectRoomForFingers(page, state)
    }
    await page.goto('/thema/sport/uitnodigingen')
    await expect(steps.check(page)).toBeVisible()
    await looks('the first step, and the list')
    const email = `lang.adres.van.iemand-${width}@een-heel-lang-domein.voorbeeld.example`
    await steps.list(page).fill(`Iemand met een lange naam; ${email}\n${email}\nniemand`)
    await steps.check(page).click()
    await expect(page.getByRole('article')).toBeVisible()
    await looks('all three steps')
    await steps.send(page).click()
    const link = await letterTo(email)
    await expect(steps.row(page, email)).toContainText('Verstuurd')
    await looks('the list')
    if (width !== 1280) await chef.wantsEnglish()
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sport')
    await looks('the letter')
    await page
      .locator('form')
      .filter({ has: page.locator('[name=consent]') })
      .getByRole('button')
      .click()
    await expect(page.getByRole('alert')).toBeVisible()
    await looks('the letter, with what is missing')
    await page.goto('/uitnodiging/onzin')
    await looks('a letter that nobody got')
    await chef.leaves()
  })
