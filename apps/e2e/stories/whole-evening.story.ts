import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { CockpitOnScreen } from '../support/cockpit.ts'
import { Evening } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const beamer = { viewport: { width: 1280, height: 720 } }

test.describe('a whole evening from four seats', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('the Chef with a laptop, an expert in the hall, an expert at home, and the big screen', async ({ browser }) => {
    const evening = await Evening.isPlanned(browser, house, { experts: 0 })
    const { chef } = evening
    const hall = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' }, phone)
    const home = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const wall = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' }, beamer)
    const cockpit = await CockpitOnScreen.opens(chef.page, evening.address)
    const seats = { chef, hall, home, wall }

    await test.step('the Chef fills the agenda and opens; the wall shows how to come in', async () => {
      await wall.page.goto(`/scherm/${evening.id}`)
      await expect(wall.page.getByText('Deze bijeenkomst begint straks.')).toBeVisible()
      await cockpit.presses('Vul de agenda')
      await cockpit.presses('Open de bijeenkomst')
      await cockpit.hears('De bijeenkomst is open.')
      await expect(wall.page.getByRole('img', { name: /QR-code/ })).toBeVisible()
    })

    await test.step('[ATTEND-2] one comes in with the code on the wall, one from home', async () => {
      const roomCode = await wall.page.locator('.hall [aria-hidden]').first().innerText()
      await hall.page.goto(`/bijeenkomst/${evening.id}`)
      await hall.page.getByRole('button', { name: 'Ik ben in de zaal' }).click()
      await hall.page.getByLabel('De zaalcode op het grote scherm').fill(roomCode)
      await hall.page.getByRole('button', { name: 'Meld mij' }).click()
      await expect(hall.page.getByText('U bent er: in de zaal')).toBeVisible()
      await home.page.goto(`/bijeenkomst/${evening.id}`)
      await home.page.getByRole('button', { name: 'Ik doe thuis mee' }).click()
      await expect(home.page.getByText('U bent er: thuis')).toBeVisible()
      await expect(chef.page.getByText('1 in de zaal, 1 thuis')).toBeVisible()
    })

    await test.step('an item begins, and stands everywhere', async () => {
      await cockpit.presses(/^Begin met: /)
      const { agenda } = (await evening.now(chef)).hall
      const title = agenda.find(({ state }) => state === 'current')?.title ?? ''
      await cockpit.panel('Groot scherm').getByRole('button', { name: 'Agenda', exact: true }).click()
      for (const { page } of [hall, home, wall]) await expect(page.getByText(title).first()).toBeVisible()
    })

    await test.step('[QUEUE-2] both ask for the word, and get it in turn', async () => {
      await hall.page.getByRole('button', { name: 'Hand omhoog' }).click()
      await expect(hall.page.getByText(/Uw hand is omhoog/)).toBeVisible()
      await home.page.getByRole('button', { name: 'Hand omhoog' }).click()
      await cockpit.presses(`Geef het woord aan ${hall.name}`)
      await expect(hall.page.getByText('U hebt het woord.').first()).toBeVisible()
      await cockpit.panel('Groot scherm').getByRole('button', { name: 'Spreker', exact: true }).click()
      await expect(wall.page.getByText(hall.name).first()).toBeVisible()
      await cockpit.presses(`Geef het woord aan ${home.name}`)
      await expect(home.page.getByText('U hebt het woord.').first()).toBeVisible()
      await expect(wall.page.getByText(home.name).first()).toBeVisible()
      await cockpit
        .panel(/^Het woord/)
        .getByRole('button', { name: 'Klaar', exact: true })
        .click()
    })

    await test.step('[POLL-10] both vote, and nobody sees numbers before the end', async () => {
      const poll = crypto.randomUUID()
      const plan = {
        question: 'Houden we het zwembad?',
        explanation: '',
        kind: 'yes_no',
        options: [],
        visibility: 'open',
      }
      const rules = { reveal: 'on_close', requiresPresence: true, quorum: null, threshold: null }
      const rest = { dots: null, target: null, closesAfter: null }
      await evening.does(chef, 'poll/draft', { poll, item: null, plan: { ...plan, ...rules, ...rest } })
      await evening.does(chef, 'poll/open', { poll })
      await cockpit.panel('Groot scherm').getByRole('button', { name: 'Peiling', exact: true }).click()
      await expect(wall.page.getByText('Houden we het zwembad?')).toBeVisible()
      for (const { page } of [hall, home]) {
        await page.getByRole('button', { name: 'Ja', exact: true }).click()
        await expect(page.getByText(/Uw stem is bewaard om/)).toBeVisible()
        await expect(page.getByText('Tussenstand')).toHaveCount(0)
      }
      await expect(wall.page.getByText('2 van 2 stemmen')).toBeVisible()
      await evening.does(chef, 'poll/close', { poll })
      await evening.does(chef, 'poll/publish', { poll })
      for (const { page } of [hall, home, wall]) await expect(page.getByText('Gekozen: Ja.').first()).toBeVisible()
    })

    await test.step('the line of the wall drops, and it comes back by itself', async () => {
      await wall.cutsTheLine()
      await cockpit.panel('Groot scherm').getByRole('button', { name: 'Agenda', exact: true }).click()
      await wall.mendsTheLine()
      await expect(wall.page.getByText('Gekozen: Ja.')).toHaveCount(0)
    })

    await test.step('the server is renewed in the middle, and everybody goes on', async () => {
      await house.close()
      await house.open()
      await home.page.getByRole('button', { name: 'Hand omhoog' }).click()
      await expect(home.page.getByText(/Uw hand is omhoog/)).toBeVisible()
      await expect(cockpit.button(`Geef het woord aan ${home.name}`)).toBeVisible()
    })

    await test.step('[EVENING-4] [MINUTES-1] the Chef closes; minutes say how it was', async () => {
      for (const [seat, { page }] of Object.entries(seats)) await expectAccessible(page, seat)
      await cockpit.presses('Sluit af…')
      await cockpit.confirms('Sluit de bijeenkomst')
      for (const { page } of [hall, home]) await expect(page.getByText('Bedankt voor uw inbreng')).toBeVisible()
      await expect(wall.page.getByText('Deze bijeenkomst is afgelopen. Dank u wel!')).toBeVisible()
      await evening.does(chef, 'minute')
      await home.page.goto(`/bijeenkomst/${evening.id}/verslag`)
      await expect(home.page.getByRole('heading', { name: 'Verslag: Tweede avond' })).toBeVisible()
      await expect(home.page.getByText('Houden we het zwembad?')).toBeVisible()
      await expect(home.page.getByText('Gekozen: Ja.')).toBeVisible()
      for (const name of [hall.name, home.name])
        await expect(home.page.getByRole('row').filter({ hasText: name })).toBeVisible()
    })

    for (const { complaints } of Object.values(seats)) expect(complaints).toEqual([])
    for (const visitor of [hall, home, wall]) await visitor.leaves()
    await evening.leaves()
  })
})
