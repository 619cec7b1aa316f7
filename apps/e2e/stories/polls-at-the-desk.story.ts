import { expect, test, type Browser } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expectAccessible, expectToFit } from '../support/accessible.ts'
import { CockpitOnScreen } from '../support/cockpit.ts'
import { Evening, personOf } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { opensPoll } from '../support/polls.ts'
import { Visitor } from '../support/visitor.ts'

const laptop = { viewport: { width: 1280, height: 800 } }

test.describe('polls, as the Chef leads them', () => {
  let house: House
  let evening: Evening
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(async () => {
    await evening.leaves()
    await house.remove()
  })

  /** An evening that is open, and that so many experts have come to. */
  async function isOpen(browser: Browser, experts: number): Promise<Evening> {
    evening = await Evening.isPlanned(browser, house, { experts, options: laptop })
    await evening.opens()
    await evening.allCheckIn()
    return evening
  }

  const onAPhone = (browser: Browser): Promise<Visitor> =>
    Visitor.comes(browser, house, { role: 'expert', theme: 'sport' }, { viewport: { width: 390, height: 844 } })

  test('[EVENING-4] whoever closes the evening is told which results are not published, and how to do that', async ({
    browser,
  }) => {
    const { page } = (await isOpen(browser, 1)).chef
    const later = await opensPoll(evening, 'yes_no', 'Gaat het zwembad op maandag dicht?', { reveal: 'on_publish' })
    await evening.does(evening.chef, 'poll/close', { poll: later })
    const open = await opensPoll(evening, 'yes_no', 'Gaat de sporthal in het weekend open?')
    const person = await personOf(evening.expert(0))
    await evening.does(evening.chef, 'attendance/correct', { person, mode: 'room' })
    const hands = { poll: open, block: randomUUID() }
    const counted = { counts: { yes: 1, no: 0, abstain: 0 }, voters: [person] }
    await evening.does(evening.chef, 'hands/enter', { ...hands, ...counted })
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    const told = cockpit.dialog().getByRole('listitem')
    const panel = cockpit.panel(/^Peilingen/)

    await test.step('both by name; the button goes to where they are published', async () => {
      await cockpit.presses('Sluit af…')
      await expect(told).toHaveText([
        /^Gaat de sporthal .* \(loopt nog\) \(handen wachten op een tweede persoon\)$/,
        'Gaat het zwembad op maandag dicht?',
      ])
      await expectAccessible(page, 'what is not published')
      await cockpit.dialog().getByRole('button', { name: 'Ga naar de peilingen' }).click()
      await expect(cockpit.dialog()).toHaveCount(0)
      await expect(panel.getByRole('heading', { name: /^Peilingen/ })).toBeFocused()
      await panel.getByRole('button', { name: 'Maak bekend: Gaat het zwembad op maandag dicht?' }).click()
      await cockpit.confirms('Maak bekend')
    })

    await test.step('what is left is told again, and once more when the evening is over', async () => {
      await cockpit.presses('Sluit af…')
      await expect(told).toHaveText([/^Gaat de sporthal/])
      await cockpit.confirms('Sluit de bijeenkomst')
      const over = cockpit.panel('De bijeenkomst is afgelopen')
      await expect(over.getByRole('listitem')).toHaveText([
        /^Gaat de sporthal .* \(handen wachten op een tweede persoon\)$/,
      ])
      await evening.does(evening.chef, 'hands/reject', hands)
      await evening.does(evening.chef, 'poll/publish', { poll: open })
      await expect(over.getByRole('listitem')).toHaveCount(0)
    })
    expect(evening.chef.complaints).toEqual([])
  })

  test('[POLL-10] why people block or worry is read by the Chef and by who voted, without names', async ({
    browser,
  }) => {
    const { page } = (await isOpen(browser, 2)).chef
    const poll = await opensPoll(evening, 'consent', 'Kunt u leven met een zwembad dat op maandag dicht is?')
    await CockpitOnScreen.opens(page, evening.address)
    const voter = await onAPhone(browser)
    const phone = voter.page
    await phone.goto(`/bijeenkomst/${evening.id}`)
    await phone.getByText('Ik kan hier niet mee leven').click()
    await expect(phone.getByText('Na afloop kan iedereen dit lezen, zonder uw naam.')).toBeVisible()
    await phone.getByLabel('Waarom?').fill('Dan kan mijn moeder niet meer zwemmen.')
    await expectAccessible(phone, 'why')
    await phone.getByRole('button', { name: 'Breng mijn stem uit' }).click()
    await expect(phone.getByText(/Uw stem is bewaard om/)).toBeVisible()
    await expect(page.getByText('Dan kan mijn moeder')).toHaveCount(0)
    await evening.does(evening.chef, 'poll/close', { poll })
    for (const seen of [page, phone])
      await expect(
        seen
          .getByRole('listitem')
          .filter({ hasText: /^Ik kan hier niet mee leven: .*Dan kan mijn moeder niet meer zwemmen\./ }),
      ).toBeVisible()
    await expectAccessible(page, 'reasons')
    await expectToFit(phone, 'reasons')
    expect(voter.complaints).toEqual([])
    await voter.leaves()
  })

  test('[POLL-11] what a poll takes is said while people vote: at the desk, on the phone and on the big screen', async ({
    browser,
  }) => {
    const { page } = (await isOpen(browser, 1)).chef
    const question = 'Gaat het zwembad op maandag dicht?'
    await opensPoll(evening, 'yes_no', question, { quorum: 50, threshold: 60 })
    const needed = /Nodig: een opkomst van 50.?%\. Nodig: 60.?% van de stemmen\./
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    await expect(cockpit.panel(/^Peilingen/).getByText(needed)).toBeVisible()
    await cockpit
      .panel(/^Peilingen/)
      .getByRole('button', { name: 'Toon op het scherm' })
      .click()
    const voter = await onAPhone(browser)
    await voter.page.goto(`/bijeenkomst/${evening.id}`)
    await expect(voter.page.getByText(needed)).toBeVisible()
    await expectToFit(voter.page, 'what it takes')
    await page.goto(`/scherm/${evening.id}`)
    await expect(page.getByText(question)).toBeVisible()
    await expect(page.getByText(needed)).toBeVisible()
    await voter.leaves()
  })

  test('[POLL-13] a secret poll that too few voted in cannot be published, and says what to do instead', async ({
    browser,
  }) => {
    const { page } = (await isOpen(browser, 5)).chef
    const question = 'Mag de zaal dicht?'
    const poll = await opensPoll(evening, 'yes_no', question, { visibility: 'secret', reveal: 'on_publish' })
    await evening.does(evening.chef, 'poll/close', { poll })
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    await expect(page.getByText('Bij minder dan 5 stemmen blijft een geheime uitslag geheim.')).toBeVisible()
    await expect(cockpit.button(`Maak bekend: ${question}`)).toHaveCount(0)
    await expectAccessible(page, 'too few ballots')
    await cockpit.chooses(`Meer over de peiling: ${question}`, 'Telt niet…')
    await cockpit.dialog().getByLabel('Waarom?').fill('Er waren te weinig stemmen.')
    await cockpit.confirms('Deze peiling telt niet')
    await expect(page.getByText('De peiling telt niet.', { exact: true })).toBeVisible()
    await cockpit.presses('Sluit af…')
    await expect(cockpit.dialog().getByRole('listitem'), 'nothing is left to publish').toHaveCount(0)
  })

  test('[POLL-1] what is missing in a poll is shown, also when it is to be opened at once', async ({ browser }) => {
    const { page } = (await isOpen(browser, 0)).chef
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    await cockpit.chooses('Nieuwe peiling…', 'Kiezen tot het bedrag is gehaald')
    const question = cockpit.dialog().getByLabel('Vraag', { exact: true })
    await question.fill('')
    await cockpit.dialog().getByRole('button', { name: 'Zet klaar en open' }).click()
    await expect(question).toBeFocused()
    await expect(question).toBeInViewport()
  })
})
