import { randomUUID } from 'node:crypto'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { MeetingNow, VisitAnswer } from '@witboek/contract'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
} from '../support/accessible.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

/** An evening of Sport that runs, and those who are there. */
interface Evening {
  readonly id: string
  readonly chef: Visitor
  readonly expert: Visitor
  readonly other: Visitor
}

test.describe('what a Chef does not decide', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  async function anEvening(browser: Browser): Promise<Evening> {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const plan = { kind: 'green1', title: 'Eerste avond', place: 'Buurthuis', remoteLink: '' }
    const times = { startsAt: Date.UTC(2046, 10, 27, 18, 30), endsAt: Date.UTC(2046, 10, 27, 21) }
    const theme = 'example-theme-sport'
    const { id } = (await sends(chef, '/api/meetings/plan', { theme, ...plan, ...times })) as { id: string }
    await sends(chef, '/api/meetings/open', { meeting: id })
    return { id, chef, expert, other }
  }

  async function sends({ context, network }: Visitor, path: string, data: object): Promise<unknown> {
    const answer = await context.request.post(path, { data, headers: { Origin: network.address } })
    expect(answer.status(), path).toBe(200)
    return answer.json()
  }

  async function personOf({ context }: Visitor): Promise<string> {
    const visit = (await (await context.request.get('/api/visit')).json()) as VisitAnswer
    return visit.person?.id ?? ''
  }

  const now = async ({ context }: Visitor, id: string): Promise<MeetingNow> =>
    (await (await context.request.get(`/api/meetings/${id}/now`)).json()) as MeetingNow

  async function asks(by: Visitor, meeting: string, text: string): Promise<string> {
    const question = randomUUID()
    await sends(by, '/api/meetings/question/ask', { meeting, question, kind: 'question', text, anonymous: false })
    return question
  }

  const hides = (chef: Visitor, meeting: string, question: string, reason: string) =>
    sends(chef, '/api/meetings/question/hide', { meeting, question, reason })

  const appeals = (by: Visitor, meeting: string, question: string, reason: string) =>
    sends(by, '/api/meetings/question/appeal', { meeting, question, reason })

  async function reportsTheChef({ expert, chef, id }: Evening, reason: string): Promise<void> {
    const target = { kind: 'person', person: await personOf(chef) }
    await sends(expert, '/api/meetings/report/file', { meeting: id, report: randomUUID(), target, reason })
  }

  const card = (page: Page, title: string) => page.getByRole('article', { name: title })

  test('[MODERATE-3] [MODERATE-5] a question is hidden with a reason, its writer appeals, and the lead puts it back for everybody', async ({
    browser,
  }) => {
    const { id, chef, expert, other } = await anEvening(browser)
    const text = 'Waarom betaalt de voetbalclub zo weinig huur?'
    const question = await asks(expert, id, text)
    await hides(chef, id, question, 'Dit gaat over één club')
    expect((await now(other, id)).hall.questions).toMatchObject([{ text: null, hiddenFor: 'Dit gaat over één club' }])

    await test.step('whoever asked reads why, and does not agree', async () => {
      const { page } = expert
      await page.goto(`/bijeenkomst/${id}`)
      await page.getByRole('button', { name: 'Ik doe thuis mee' }).click()
      const own = page.getByRole('region', { name: 'Uw bericht is uit beeld gehaald' })
      await expect(own.getByText('Reden: Dit gaat over één club')).toBeVisible()
      await page.getByLabel('Waarom hoort het wel in beeld?').fill('De huur staat in de begroting')
      await page.getByRole('button', { name: 'Leg het voor' }).click()
      await expect(page.getByText('U hebt het voorgelegd.')).toBeVisible()
    })

    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    await test.step('the lead sees on the first page that something waits', async () => {
      await lead.page.goto('/')
      await expect(lead.page.getByText('Er wacht 1 op uw beslissing.')).toBeVisible()
      await lead.page.getByRole('link', { name: 'Naar de meldingen en bezwaren' }).click()
      const appeal = card(lead.page, `Bezwaar van ${expert.name}`)
      for (const words of [text, 'Dit gaat over één club', 'De huur staat in de begroting'])
        await expect(appeal).toContainText(words)
      await expect(appeal).toContainText(expert.name)
    })
    await test.step('and says why before deciding', async () => {
      const appeal = card(lead.page, `Bezwaar van ${expert.name}`)
      await appeal.getByRole('button', { name: 'Toon het bericht weer' }).click()
      await expect(appeal.getByText('Leg eerst uit waarom u dit beslist.')).toBeVisible()
      await expect(appeal.getByLabel('Uw uitleg')).toBeFocused()
      await appeal.getByLabel('Uw uitleg').fill('Over geld van de gemeente mag u vragen stellen')
      await appeal.getByRole('button', { name: 'Toon het bericht weer' }).click()
      await expect(
        lead.page.getByRole('status').getByText('U hebt beslist. Het bericht is weer te zien.'),
      ).toBeVisible()
      await expect(lead.page.getByRole('heading', { name: 'Wacht op u (0)' })).toBeFocused()
      await expect(appeal).toHaveCount(0)
    })
    await test.step('the decision stays to be read', async () => {
      await lead.page.getByRole('link', { name: 'Eerste avond – Sport: over 1 beslist' }).click()
      const decided = card(lead.page, `Bezwaar van ${expert.name}`)
      await expect(decided).toContainText('Over geld van de gemeente mag u vragen stellen')
      await expect(decided).toContainText('De huur staat in de begroting')
      await expect(decided.getByRole('button')).toHaveCount(0)
    })
    await test.step('everybody sees it again, and whoever asked hears what was decided', async () => {
      const back = expert.page.getByRole('region', { name: 'Uw bericht staat weer in beeld' })
      await expect(back).toContainText('Over geld van de gemeente mag u vragen stellen')
      await other.page.goto(`/bijeenkomst/${id}`)
      await other.page.getByRole('button', { name: 'Ik doe thuis mee' }).click()
      await other.page.getByText('Alle vragen en opmerkingen (1)').click()
      await expect(other.page.getByText(text, { exact: true })).toBeVisible()
    })
    for (const { complaints } of [chef, expert, other, lead]) expect(complaints).toEqual([])
  })

  test('[MODERATE-4] [MODERATE-5] a report about the Chef reaches the lead at once, and not the Chef', async ({
    browser,
  }) => {
    const evening = await anEvening(browser)
    const { id, chef, expert } = evening
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    await lead.page.goto(`/bijeenkomst/${id}/meldingen`)
    await expect(lead.page.getByText('Er wacht niets op uw beslissing.')).toBeVisible()
    await reportsTheChef(evening, 'Laat mensen niet uitspreken')

    const report = card(lead.page, `Melding over ${chef.name}`)
    await expect(report, 'without asking for it').toContainText('Laat mensen niet uitspreken')
    await expect(report).toContainText(expert.name)
    expect((await now(chef, id)).desk?.reports).toEqual([])
    const shut = await chef.page.goto(`/bijeenkomst/${id}/meldingen`)
    expect(shut?.status()).toBe(403)
    expect((await chef.page.goto('/meldingen'))?.status()).toBe(403)

    await report.getByLabel('Uw uitleg').fill('We hebben een gesprek gehad')
    await report.getByRole('button', { name: 'Ik heb deze persoon aangesproken' }).click()
    await expect(report).toContainText('Deze persoon is aangesproken.')
    await expect(report).toContainText('We hebben een gesprek gehad')
    await expect(report.getByRole('textbox')).toHaveCount(0)
    await expert.page.goto(`/bijeenkomst/${id}`)
    await expert.page.getByRole('button', { name: 'Ik doe thuis mee' }).click()
    await expert.page.getByText('Er gaat iets mis', { exact: true }).click()
    await expect(expert.page.getByText('We hebben een gesprek gehad'), 'who reported it reads it').toBeVisible()
    await lead.page.goto('/')
    await expect(lead.page.getByText('Er wacht nu niets op u.')).toBeVisible()
    expect(lead.complaints).toEqual([])
  })

  test('[MODERATE-4] where all are together, somebody without a name is described, and the lead reads whom and what', async ({
    browser,
  }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const plan = { theme: null, kind: 'other', title: 'Samen verder', place: 'Raadzaal', remoteLink: '' }
    const times = { startsAt: Date.UTC(2046, 10, 27, 18, 30), endsAt: Date.UTC(2046, 10, 27, 21) }
    const { id } = (await sends(lead, '/api/meetings/plan', { ...plan, ...times })) as { id: string }
    await sends(lead, '/api/meetings/open', { meeting: id })

    const { page } = expert
    await page.goto(`/bijeenkomst/${id}`)
    await page.getByRole('button', { name: 'Ik doe thuis mee' }).click()
    await page.getByText('Er gaat iets mis', { exact: true }).click()
    await expect(page.getByText('Meld het. Alleen de leiding van de dialoog leest het.')).toBeVisible()
    await page.getByLabel('Waar gaat het over?').selectOption({ label: 'Over iemand anders' })
    await page.getByLabel('Wat gaat er mis?').fill('Roept er steeds doorheen')
    await page.getByRole('button', { name: 'Meld dit' }).click()
    await expect(page.getByText('Schrijf op wie u bedoelt.')).toBeVisible()
    for (const width of [390, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      await expectAccessible(page, `somebody is described, ${width} wide`)
      await expectToFit(page, `somebody is described, ${width} wide`)
      if (width < 500) await expectRoomForFingers(page, `somebody is described, ${width} wide`)
    }
    await page.getByLabel('Wie bedoelt u?').fill('De man met de rode trui, vooraan')
    await page.getByRole('button', { name: 'Meld dit' }).click()
    await expect(page.getByText('Gemeld. Dank u.')).toBeVisible()
    await expect(page.getByText('De man met de rode trui, vooraan'), 'and reads it back').toBeVisible()

    await lead.page.goto('/meldingen')
    const report = card(lead.page, 'Melding over iemand zonder naam')
    await expect(report).toContainText('De man met de rode trui, vooraan')
    await expect(report).toContainText('Roept er steeds doorheen')
    await report.getByLabel('Uw uitleg').fill('Ik heb hem gevraagd te wachten op zijn beurt')
    await report.getByRole('button', { name: 'Ik heb deze persoon aangesproken' }).click()
    await expect(page.getByText('Ik heb hem gevraagd te wachten op zijn beurt')).toBeVisible()
    for (const { complaints } of [lead, expert]) expect(complaints).toEqual([])
  })

  test('a line that is lost: what was typed stays, and is decided when it is back', async ({ browser }) => {
    const evening = await anEvening(browser)
    await reportsTheChef(evening, 'Laat mensen niet uitspreken')
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    await lead.page.goto(`/bijeenkomst/${evening.id}/meldingen`)
    const report = card(lead.page, `Melding over ${evening.chef.name}`)
    await report.getByLabel('Uw uitleg').fill('Er was niets aan de hand')
    // The note of the page itself, and not that of the device, which may be there first.
    const outOfDate = lead.page.getByText(/^Geen verbinding\. Wat u hier ziet/)
    await lead.cutsTheLine()
    await expect(outOfDate).toBeVisible()
    await report.getByRole('button', { name: 'Er is niets nodig' }).click()
    await expect(report.getByRole('alert')).toBeVisible()
    await lead.mendsTheLine()
    await expect(outOfDate).toHaveCount(0)
    await expect(report.getByLabel('Uw uitleg')).toHaveValue('Er was niets aan de hand')
    await report.getByRole('button', { name: 'Er is niets nodig' }).click()
    await expect(report).toContainText('Er was niets nodig.')
  })

  for (const width of [390, 1280, 1920])
    test(`can be decided by everybody who may, light and dark, ${width} px`, async ({ browser }) => {
      const evening = await anEvening(browser)
      const { id, chef, expert, other } = evening
      const lead = await Visitor.comes(browser, house, { role: 'lead' }, { viewport: { width, height: 900 } })
      const { page } = lead
      const expectFine = async (state: string) => {
        await expectAccessibleInBothColours(page, state)
        await expectToFit(page, state)
        if (width < 500) await expectRoomForFingers(page, state)
      }
      await page.goto('/meldingen')
      await expectFine('nothing waits')
      for (const [by, text] of [
        [expert, `Wat kost ${'zwembadonderhoud'.repeat(6)} per jaar?`],
        [other, 'Een vraag\nop twee regels'],
      ] as const) {
        const question = await asks(by, id, text)
        await hides(chef, id, question, 'Hoort niet bij dit thema')
        await appeals(by, id, question, 'Het gaat over geld')
      }
      await reportsTheChef(evening, 'Laat mensen niet uitspreken')
      await page.goto('/meldingen')
      await card(page, `Melding over ${chef.name}`).getByRole('button', { name: 'Er is niets nodig' }).click()
      await expectFine('three wait, and one misses its reason')
      await page.goto(`/bijeenkomst/${id}/meldingen`)
      const appeal = card(page, `Bezwaar van ${expert.name}`)
      await appeal.getByLabel('Uw uitleg').fill('De Chef heeft gelijk')
      await appeal.getByRole('button', { name: 'Houd het verborgen' }).click()
      await expect(appeal).toContainText('Het bericht blijft verborgen.')
      await expectFine('two wait, and one was decided')
      await page.goto('/')
      await expectFine('the first page of the lead')
      await lead.wantsEnglish()
      await page.goto('/meldingen')
      await expect(page.getByRole('heading', { name: 'Reports and appeals' })).toBeVisible()
      await expectFine('in English')
    })
})
