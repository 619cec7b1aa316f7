import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer } from '@witboek/testkit/servers'
import { expectAccessible, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { sends } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

test.describe('from an empty house to the first phases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-empty-'))
  let mail: MailServer
  let house: House
  let link = ''
  test.beforeAll(async () => {
    mail = await aMailServer()
    const environment = {
      DATA_DIR: folder,
      EXAMPLE: 'off',
      SMTP_URL: mail.url,
      MAIL_FROM: 'Gemeente Wilgenrade <dialoog@wilgenrade.example>',
    }
    const args = ['apps/server/src/administrator/command.ts', '--name', 'Tineke de Vries']
    const said = execFileSync(process.execPath, [...args, '--email', 'tineke@wilgenrade.example'], {
      cwd: repository,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    })
    link = new URL(said.trim().split('\n').at(-1) ?? '').pathname
    house = await new House(environment).open()
  })
  test.afterAll(async () => {
    await house.remove()
    await mail.end()
    rmSync(folder, { recursive: true, force: true })
  })

  async function comesIn(page: Page, path: string): Promise<void> {
    await page.goto(path)
    await page.getByRole('main').getByRole('button', { name: 'Aanmelden' }).click()
  }

  /** Somebody who was added by hand asks for a link, and comes in by it. */
  async function signsIn(browser: Browser, email: string): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, house, null)
    const before = mail.mails.length
    await visitor.page.goto('/aanmelden')
    await visitor.page.getByLabel('E-mailadres').fill(email)
    await visitor.page.getByRole('button', { name: 'Stuur mij een link' }).click()
    await until('the mail is there', () => mail.mails.length > before)
    const url = new URL(linksIn({ text: mail.mails.at(-1)?.text ?? '' })[0] ?? '')
    await comesIn(visitor.page, url.pathname)
    return visitor
  }

  async function adds(page: Page, name: string, email: string, role: string, theme = ''): Promise<void> {
    await page.getByRole('button', { name: 'Voeg iemand toe' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Naam', { exact: true }).fill(name)
    await dialog.getByLabel('E-mailadres').fill(email)
    await dialog.getByLabel('Rol').selectOption({ label: role })
    if (theme) await dialog.getByLabel('Thema').selectOption({ label: theme })
    await dialog.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(page.getByText(new RegExp(`${name} is toegevoegd als ${role}`))).toBeVisible()
    await expect(page.getByRole('rowheader', { name })).toBeVisible()
  }

  test('[PEOPLE-6] [SET-UP-1] the administrator signs in, sets the dialogue up, and gives the first seats', async ({
    browser,
  }) => {
    const administrator = await Visitor.comes(browser, house, null)
    const { page } = administrator
    await comesIn(page, link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Richt de dialoog in')
    await expectAccessible(page, 'the form for a dialogue')
    await page.getByRole('button', { name: 'Maak de dialoog' }).click()
    await expect(page.getByLabel('Gemeente')).toBeFocused()
    await expectAccessible(page, 'the form with something missing')
    for (const width of [390, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      await expectToFit(page, `the form at ${width} px`)
      if (width === 390) await expectRoomForFingers(page, 'the form')
    }
    await page.getByLabel('Gemeente').fill('Wilgenrade')
    await page.getByLabel('Vraag 1').fill('Waar gaat het geld heen?')
    await page.getByRole('button', { name: 'Haal weg: Onderwijs' }).click()
    await expect(page.getByRole('heading', { name: 'De thema’s' })).toBeFocused()
    await page.getByRole('button', { name: 'Nog een thema' }).click()
    await page.keyboard.type('Sport')
    await page.getByRole('button', { name: 'Maak de dialoog' }).click()
    await expect(page.getByRole('alert')).toHaveText(/bijna. dezelfde naam/)
    await page.getByRole('group', { name: 'Thema 8' }).getByLabel('Naam').fill('Duurzaamheid')
    await page.getByRole('button', { name: 'Maak de dialoog' }).click()

    await expect(page).toHaveURL(/\/mensen$/)
    await adds(page, 'Lies Bakker', 'lies@wilgenrade.example', 'Projectleider')
    await adds(page, 'Griet Hofman', 'griet@wilgenrade.example', 'Griffier')
    await adds(page, 'Sjef Wolters', 'sjef@wilgenrade.example', 'Chef de Dossier', 'Sport')
    await expect(page.getByRole('row', { name: /Lies Bakker/ })).toContainText('nooit')
    expect(administrator.complaints).toEqual([])
    await administrator.leaves()
  })

  test('[ACCESS-2] the Clerk records what the Council set, and the lead goes on; amounts come later', async ({
    browser,
  }) => {
    const clerk = await signsIn(browser, 'griet@wilgenrade.example')
    await expect(clerk.page.getByText('De bedragen en de kaders komen later.')).toBeVisible()
    await expect(clerk.page.getByText('nog niet bekend')).toHaveCount(8)
    await clerk.page.getByRole('button', { name: 'Naar de volgende fase: Kaders' }).click()
    await expect(clerk.page.getByRole('dialog')).toContainText('Dat legt u nu vast')
    await clerk.page.getByRole('button', { name: 'Ga naar de volgende fase' }).click()
    await expect(clerk.page.getByText('De dialoog is nu in de fase ‘Kaders’'.replace(/[‘’]/g, "'"))).toBeVisible()
    await expect(clerk.page.getByText(/De projectleiding zet die stap/)).toBeVisible()

    const lead = await signsIn(browser, 'lies@wilgenrade.example')
    await lead.page.getByRole('button', { name: 'Naar de volgende fase: Werving' }).click()
    await lead.page.getByRole('button', { name: 'Ga naar de volgende fase' }).click()
    await expect(lead.page.getByText("De dialoog is nu in de fase 'Werving'.")).toBeVisible()
    for (const path of ['/', '/thema/duurzaamheid', '/thema/sport/groenboek']) {
      await lead.page.goto(path)
      await expect(lead.page.getByText('De bedragen en de kaders komen later.').first()).toBeVisible()
      await expect(lead.page.getByRole('main')).not.toContainText(/NaN|Infinity|€\s?0/)
      await expectAccessible(lead.page, `${path} without amounts`)
      await lead.page.setViewportSize({ width: 390, height: 844 })
      await expectToFit(lead.page, `${path} without amounts`)
      await lead.page.setViewportSize({ width: 1280, height: 900 })
    }
    await lead.page.goto('/mensen')
    await expect(lead.page.getByRole('row', { name: /Griet Hofman/ })).toContainText('vandaag')
    for (const { complaints } of [clerk, lead]) expect(complaints).toEqual([])
    for (const visitor of [clerk, lead]) await visitor.leaves()
  })

  test('[INVITE-1] the Chef who was given a seat invites the first expert, who comes in by the letter', async ({
    browser,
  }) => {
    const chef = await signsIn(browser, 'sjef@wilgenrade.example')
    await chef.page.goto('/thema/sport')
    await chef.page.getByRole('link', { name: 'Uitnodigingen' }).click()
    await chef.page.getByLabel('Plak hier namen en adressen').fill('Els Vermaat; els@voorbeeld.example')
    await chef.page.getByRole('button', { name: 'Controleer de lijst' }).click()
    await chef.page.getByRole('button', { name: /^Verstuur \d+ uitnodiging/ }).click()
    const letter = () => mail.mails.find(({ envelope }) => envelope.to.includes('els@voorbeeld.example'))
    await until('the letter is there', () => letter() !== undefined)
    const link = linksIn({ text: letter()?.text ?? '' }).find((one) => one.includes('/uitnodiging/')) ?? ''

    const expert = await Visitor.comes(browser, house, null)
    await expert.page.goto(new URL(link).pathname)
    await expert.page.getByLabel('Ja, ik doe mee en ik ga hiermee akkoord.').check()
    await expert.page.getByLabel('De naam waarmee u meedoet').fill('Els')
    await expert.page.getByRole('button', { name: 'Ja, ik doe mee' }).click()
    await expect(expert.page.getByRole('banner')).toContainText('Expert')
    await expert.page.goto('/thema/sport/groenboek')
    await expect(expert.page.getByText('Hier is nog niets geschreven.').first()).toBeVisible()
    await chef.page.goto('/thema/sport')
    await expect(chef.page.getByText('Els', { exact: true })).toBeVisible()
    for (const { complaints } of [chef, expert]) expect(complaints).toEqual([])
    for (const visitor of [chef, expert]) await visitor.leaves()
  })

  test('[MEET-4] the kick-off is over: the lead is offered the green phase in its minutes, and takes it', async ({
    browser,
  }) => {
    const lead = await signsIn(browser, 'lies@wilgenrade.example')
    const { page } = lead
    const says = async (path: string, fields: object) => (await sends(lead, path, fields)) as { id: string }
    await page.goto('/')
    await page.getByRole('button', { name: 'Naar de volgende fase: Start' }).click()
    await page.getByRole('button', { name: 'Ga naar de volgende fase' }).click()
    await expect(page.getByText("De dialoog is nu in de fase 'Start'.")).toBeVisible()

    const startsAt = Date.now()
    const plan = {
      kind: 'kickoff',
      title: 'Startavond',
      place: '',
      remoteLink: '',
      startsAt,
      endsAt: startsAt + 3_600_000,
    }
    const { id: meeting } = await says('/api/meetings/plan', { theme: null, ...plan })
    await says('/api/meetings/open', { meeting })
    await page.goto(`/bijeenkomst/${meeting}/verslag`)
    const offer = page.getByRole('region', { name: 'Hierna: de groene fase' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(offer, 'not while it goes on').toHaveCount(0)
    await says('/api/meetings/close', { meeting })
    await page.reload()
    const next = offer.getByRole('button', { name: 'Naar de volgende fase: Groenboek' })
    await expect(next, 'the script of the page is there').toBeEnabled()
    await next.press('Enter')
    await page.getByRole('button', { name: 'Ga naar de volgende fase' }).press('Enter')
    await expect(page.getByText("De dialoog is nu in de fase 'Groenboek'.")).toBeVisible()
    await expect(offer).toHaveCount(0)
    expect(lead.complaints).toEqual([])
    await lead.leaves()
  })
})
