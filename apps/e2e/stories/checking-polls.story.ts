import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { PollAuditAnswer } from '@witboek/contract'
import { expectAccessible, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { Evening, personOf } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { closesPoll, opensPoll } from '../support/polls.ts'
import { Visitor } from '../support/visitor.ts'

const question = 'Gaat het zwembad op maandag dicht?'
const second = 'Verhuren we de sporthal in het weekend?'

test.describe('[POLL-19] the auditor and the polls of an evening', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('sees who voted in a secret poll once it is closed, by asking for it, and finds that look on the record', async ({
    browser,
  }) => {
    const evening = await Evening.isPlanned(browser, house, { experts: 6 })
    await evening.opens()
    await evening.allCheckIn()
    const secret = await opensPoll(evening, 'yes_no', question, { visibility: 'secret' })
    const votes = (poll: string, nth: number, option: string) =>
      evening.does(evening.expert(nth), 'poll/cast-secret', { poll, choices: { option } })
    // Whoever comes first in the alphabet does not vote first.
    for (const nth of [4, 1, 3, 0, 2]) await votes(secret, nth, nth % 2 ? 'yes' : 'no')

    const auditor = await Visitor.comes(browser, house, { role: 'auditor' })
    const { page } = auditor
    const card = (text: string) => page.getByRole('article', { name: text })
    const look = (text: string) => page.getByRole('button', { name: `Bekijk de namen en leg dat vast: ${text}` })

    await test.step('while people vote there is nothing to ask', async () => {
      await page.goto(`/bijeenkomst/${evening.id}`)
      await expect(page.getByText('U leest mee met deze avond.')).toBeVisible()
      await expect(
        page.getByRole('button', { name: 'Ik ben in de zaal' }),
        'an auditor is nobody of the group',
      ).toHaveCount(0)
      await page.getByRole('link', { name: 'Kijk de peilingen na' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Peilingen nakijken' })).toBeVisible()
      await expect(card(question)).toContainText('Dat kunt u zien als de peiling gesloten is.')
      await expect(look(question)).toBeHidden()
    })

    await test.step('closed and published, it is asked with the keyboard, and nothing was recorded before', async () => {
      await closesPoll(evening, secret)
      await page.reload()
      await expect(card(question)).toContainText('Kijkt u? Dan komt in de vastlegging dat u keek')
      expect(await looksOnRecord(auditor)).toBe(0)
      await expect(look(question), 'the script of the page is there').toBeEnabled()
      await look(question).focus()
      await page.keyboard.press('Enter')
      const heading = card(question).getByRole('heading', { name: '5 mensen hebben gestemd' })
      await expect(heading).toBeFocused()
      await expect(card(question)).toContainText('In de stembus liggen 5 stemmen. Dat zijn er evenveel als namen.')
      const names = [0, 1, 2, 3, 4].map((nth) => evening.expert(nth).name)
      expect(await namesIn(card(question))).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'nl')))
      expect(await looksOnRecord(auditor)).toBe(1)
      await isWellMade(page, 'with names')
    })

    await test.step('the proof is taken along', async () => {
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: `Neem het bewijs mee (JSON): ${question}` }).click()
      const download = await coming
      expect(download.suggestedFilename()).toBe(`peiling-${secret}.json`)
      const proof = JSON.parse(readFileSync(await download.path(), 'utf8')) as PollAuditAnswer
      expect([proof.poll, proof.ballots.length]).toEqual([secret, 5])
    })

    await test.step('where all voted the same it is said before; without a line nothing is shown and nothing recorded', async () => {
      const alike = await opensPoll(evening, 'yes_no', second, { visibility: 'secret' })
      for (const nth of [0, 1, 2, 3, 4]) await votes(alike, nth, 'yes')
      await closesPoll(evening, alike)
      await page.reload()
      await expect(card(second)).toContainText('Dan weet u dus ook wat deze mensen stemden.')
      await auditor.cutsTheLine()
      await look(second).click()
      await expect(card(second).getByRole('alert')).toContainText('Er is geen verbinding')
      await auditor.mendsTheLine()
      expect(await looksOnRecord(auditor)).toBe(1)
      await isWellMade(page, 'with a no')
    })

    await test.step('the record says who looked at which poll, and leads back to it', async () => {
      await page.goto('/vastlegging?soort=roll:read')
      const row = page.getByRole('row').nth(1)
      await expect(row).toContainText('Bekeken wie er stemden in een geheime peiling')
      await expect(row).toContainText(auditor.name)
      await isWellMade(page, 'the record')
      await row.getByRole('link', { name: `peiling …${secret.slice(-8)}` }).click()
      await expect(page).toHaveURL(`/bijeenkomst/${evening.id}/peilingen#peiling-${secret}`)
      await expect(look(question), 'to look again is another look').toBeVisible()
    })

    await test.step('it is for nobody else', async () => {
      const { page: other } = evening.chef
      await other.goto(`/bijeenkomst/${evening.id}/peilingen`)
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Dat kan hier niet')
    })
    expect(auditor.complaints).toEqual([])
    await auditor.leaves()
    await evening.leaves()
  })

  test('reads what there is when there are no polls, no votes, or hands that nobody has checked yet', async ({
    browser,
  }) => {
    const evening = await Evening.isPlanned(browser, house, { experts: 5 })
    await evening.opens()
    const auditor = await Visitor.comes(browser, house, { role: 'auditor' })
    const { page } = auditor
    const card = (text: string) => page.getByRole('article', { name: text })
    await page.goto(`/bijeenkomst/${evening.id}/peilingen`)
    await expect(page.getByText('Bij deze bijeenkomst is nog geen peiling geopend.')).toBeVisible()
    await isWellMade(page, 'no polls')

    await evening.allCheckIn()
    const empty = await opensPoll(evening, 'yes_no', second, { visibility: 'secret' })
    await evening.does(evening.chef, 'poll/close', { poll: empty })
    const person = await personOf(evening.expert(0))
    await evening.does(evening.chef, 'attendance/correct', { person, mode: 'room' })
    const poll = await opensPoll(evening, 'yes_no', question)
    const counted = { block: randomUUID(), counts: { yes: 1, no: 0, abstain: 0 }, voters: [person] }
    await evening.does(evening.chef, 'hands/enter', { poll, ...counted })
    for (const language of ['nl', 'en'] as const) {
      if (language === 'en') await auditor.wantsEnglish()
      await page.reload()
      const [waits, none, alike] =
        language === 'nl'
          ? ['Er zijn ook handen geteld.', 'Er zijn geen stemmen. Dan horen er ook geen namen te zijn.', /hetzelfde/]
          : ['Hands were counted too.', 'There are no votes. Then there should be no names either.', /the same/]
      await expect(card(question)).toContainText(waits)
      await expect(card(second)).toContainText(none)
      await expect(card(second)).not.toContainText(alike)
      await isWellMade(page, language)
    }
    expect(auditor.complaints).toEqual([])
    await auditor.leaves()
    await evening.leaves()
  })
})

const namesIn = (card: Locator) => card.getByRole('listitem').allTextContents()

async function looksOnRecord({ context }: Visitor): Promise<number> {
  const answer = await context.request.get('/api/record?type=roll:read')
  return ((await answer.json()) as { lines: unknown[] }).lines.length
}

async function isWellMade(page: Page, what: string): Promise<void> {
  for (const width of [390, 1280, 1920]) {
    const state = `${what}, ${width} wide`
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page, state)
    await expectToFit(page, state)
    if (width === 390) await expectRoomForFingers(page, state)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
