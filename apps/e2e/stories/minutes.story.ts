import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { PollAuditAnswer, SeatsAnswer } from '@witboek/contract'
import { expectAccessible, expectRoomForFingers, expectToFit } from '../support/accessible.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

const first = { startsAt: Date.UTC(2046, 10, 27, 18, 30), endsAt: Date.UTC(2046, 10, 27, 21) }
const second = { startsAt: Date.UTC(2046, 11, 4, 18, 30), endsAt: Date.UTC(2046, 11, 4, 21) }

test.describe('the minutes of an evening', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  async function sends({ context, network }: Visitor, path: string, data: object): Promise<unknown> {
    const answer = await context.request.post(path, { data, headers: { Origin: network.address } })
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
    return answer.json()
  }

  async function plans(chef: Visitor, title: string, times: typeof first): Promise<string> {
    const plan = { theme: 'example-theme-sport', kind: 'green1', title, place: 'Buurthuis', remoteLink: '', ...times }
    const { id } = (await sends(chef, '/api/meetings/plan', plan)) as { id: string }
    await sends(chef, '/api/meetings/open', { meeting: id })
    return id
  }

  /** An evening of Sport with somebody at home who spoke, voted and asked, and as many at home as wished; it is closed. */
  async function aClosedEvening(browser: Browser, atHome = 1): Promise<{ id: string; chef: Visitor; expert: Visitor }> {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const meeting = await plans(chef, 'Eerste avond', first)
    const [item, poll] = [randomUUID(), randomUUID()]
    const does = (who: Visitor, path: string, fields: object = {}) =>
      sends(who, `/api/meetings/${path}`, { meeting, ...fields })
    const plan = { title: 'Het zwembad', goal: 'decide', minutes: 20, sections: [], polls: [] }
    await does(chef, 'agenda/add', { item, plan, after: null })
    await does(chef, 'agenda/start', { item })
    await does(expert, 'attendance/check-in', { mode: 'remote', roomCode: '' })
    for (const person of await expertsOfSport(chef, atHome))
      await does(chef, 'attendance/correct', { person, mode: 'remote' })
    await does(expert, 'speaker/raise', { speaker: randomUUID(), kind: 'normal', note: '', person: null })
    await does(chef, 'speaker/call', { speaker: null })
    const text = 'Wat kost de sauna?'
    await does(expert, 'question/ask', { question: randomUUID(), kind: 'question', text, anonymous: false })
    await does(chef, 'poll/draft', {
      ...{ poll, item },
      plan: {
        ...{ question: 'Dicht op maandag?', explanation: '', kind: 'yes_no', options: [], visibility: 'open' },
        ...{ reveal: 'on_close', requiresPresence: true, quorum: null, threshold: null, dots: null, target: null },
        closesAfter: null,
      },
    })
    await does(chef, 'poll/open', { poll })
    await does(expert, 'poll/cast', { poll, key: randomUUID(), choices: { option: 'yes' } })
    await does(chef, 'poll/close', { poll })
    await does(chef, 'poll/publish', { poll })
    await does(chef, 'close')
    return { id: meeting, chef, expert }
  }

  async function expertsOfSport({ context }: Visitor, count: number): Promise<readonly string[]> {
    const { seats } = (await (await context.request.get('/api/example/seats')).json()) as SeatsAnswer
    const those = seats.filter(({ role, theme }) => role === 'expert' && theme?.slug === 'sport')
    return those.slice(0, count).map(({ person }) => person)
  }

  const saved = (page: Page) => page.getByText(/Alles is bewaard om/)
  const notes = (page: Page) => page.getByLabel('Wat er gezegd is: Het zwembad')

  test('[MINUTES-1] [MINUTES-2] make themselves; the Chef adds what was said, and everything is saved by itself', async ({
    browser,
  }) => {
    const { id, chef, expert } = await aClosedEvening(browser)
    const { page } = chef

    await test.step('nobody else reads them yet', async () => {
      await expert.page.goto(`/bijeenkomst/${id}/verslag`)
      await expect(expert.page.getByText('Het verslag is nog niet klaar')).toBeVisible()
      await expectAccessible(expert.page, 'not complete yet')
    })

    await test.step('what happened stands there, and is not for typing', async () => {
      await page.goto(`/bijeenkomst/${id}/verslag`)
      await expect(page.getByRole('heading', { level: 1, name: 'Verslag: Eerste avond' })).toBeVisible()
      await expect(page.getByRole('article').filter({ hasText: 'Het zwembad' })).toContainText(
        '1 persoon had het woord.',
      )
      await expect(page.getByText('1 van de 1 mensen stemden.')).toBeVisible()
      await expect(page.getByRole('row', { name: new RegExp(expert.name) })).toContainText('thuis')
      await expect(page.getByText('Wat kost de sauna?')).toBeVisible()
      await expect(page.getByRole('spinbutton')).toHaveCount(0)
    })

    await test.step('notes, an agreement and an action', async () => {
      await notes(page).fill('De groep wil het bad houden.')
      const item = page.getByRole('article').filter({ hasText: 'Het zwembad' })
      await item.getByRole('button', { name: 'Voeg een afspraak toe' }).click()
      await expect(item.getByLabel('Afspraak 1: Wat spreekt de groep af?')).toBeFocused()
      await page.keyboard.type('Op maandag gaat het bad dicht')
      await item.getByRole('button', { name: 'Voeg een actie toe' }).click()
      await page.keyboard.type('Bedragen opzoeken')
      await item.getByLabel('Wie doet het?').fill('Bea')
      await item.getByLabel('Wanneer is het klaar?').fill('2047-01-10')
      await expect(saved(page)).toBeVisible()
      await expectAccessible(page, 'while writing')
      await page.reload()
      await expect(notes(page)).toHaveValue('De groep wil het bad houden.')
      await expect(page.getByLabel('Afspraak 1: Wat spreekt de groep af?')).toHaveValue('Op maandag gaat het bad dicht')
      await expect(page.getByLabel('Wanneer is het klaar?')).toHaveValue('2047-01-10')
    })

    await test.step('what is taken away can be put back', async () => {
      await page.getByRole('button', { name: 'Verwijder deze afspraak' }).click()
      await expect(page.getByText('De afspraak is verwijderd.')).toBeVisible()
      await expect(page.getByLabel('Afspraak 1: Wat spreekt de groep af?')).toHaveCount(0)
      await page.getByRole('button', { name: 'Zet terug' }).click()
      await expect(page.getByLabel('Afspraak 1: Wat spreekt de groep af?')).toHaveValue('Op maandag gaat het bad dicht')
      await expect(saved(page)).toBeVisible()
    })

    await test.step('they are complete, and the group reads them', async () => {
      await page.getByRole('button', { name: 'Het verslag is klaar' }).click()
      await expectAccessible(page, 'asking once more')
      await page.getByRole('button', { name: 'Ja, het is klaar' }).click()
      await expect(page.getByText('De groep kan het nu lezen.')).toBeVisible()
      await expert.page.reload()
      await expect(expert.page.getByText('Op maandag gaat het bad dicht')).toBeVisible()
      await expect(expert.page.getByRole('row', { name: /Bedragen opzoeken/ })).toContainText('Bea')
      await expect(expert.page.getByRole('textbox')).toHaveCount(0)
      await expectAccessible(expert.page, 'reading')
    })

    await test.step('on paper', async () => {
      for (const [name, begins] of [
        ['Als PDF, om te lezen en te printen', '%PDF-'],
        ['Als ODT, om verder te bewerken', 'PK'],
      ] as const) {
        const [download] = await Promise.all([
          expert.page.waitForEvent('download'),
          expert.page.getByRole('link', { name }).click(),
        ])
        expect(download.suggestedFilename()).toMatch(/^verslag-eerste-avond\.(pdf|odt)$/)
        expect((await readFile(await download.path())).subarray(0, begins.length).toString()).toBe(begins)
      }
    })

    await test.step('[POLL-15] whoever reads them counts the votes again', async () => {
      const [download] = await Promise.all([
        expert.page.waitForEvent('download'),
        expert.page.getByRole('link', { name: /^Neem het bewijs mee/ }).click(),
      ])
      const { ballots } = JSON.parse(await readFile(await download.path(), 'utf8')) as PollAuditAnswer
      expect(ballots).toHaveLength(1)
    })

    await test.step('[MINUTES-3] the group says yes at its next evening, and nothing changes any more', async () => {
      await expect(page.getByText('Dit kan tijdens een volgende bijeenkomst')).toBeVisible()
      await plans(chef, 'Tweede avond', second)
      await page.reload()
      await page.getByRole('button', { name: 'De groep heeft het vastgesteld' }).click()
      await expect(page.getByRole('dialog')).toContainText('Tweede avond')
      await page.getByRole('button', { name: 'Ja, de groep stelt het vast' }).click()
      await expect(page.getByText(/De groep stelde dit verslag vast op .* tijdens 'Tweede avond'/)).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveCount(0)
    })
    for (const { complaints } of [chef, expert]) expect(complaints).toEqual([])
  })

  test('[MINUTES-2] whoever completes them reads first which results are not in them, and where to publish', async ({
    browser,
  }) => {
    const { id, chef } = await aClosedEvening(browser)
    const { page } = chef
    const plan = { question: 'Blijft de sauna open?', explanation: '', kind: 'yes_no', options: [], visibility: 'open' }
    const rules = { reveal: 'on_publish', requiresPresence: false, quorum: null, threshold: null }
    const rest = { dots: null, target: null, closesAfter: null }
    const other = await plans(chef, 'Tweede avond', second)
    const poll = randomUUID()
    await sends(chef, '/api/meetings/poll/draft', {
      ...{ meeting: other, poll, item: null, plan: { ...plan, ...rules, ...rest } },
    })
    await sends(chef, '/api/meetings/poll/open', { meeting: other, poll })
    await sends(chef, '/api/meetings/close', { meeting: other })

    await page.goto(`/bijeenkomst/${other}/verslag`)
    await page.getByRole('button', { name: 'Het verslag is klaar' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Van deze peiling is de uitslag nog niet bekendgemaakt.')
    await expect(dialog).toContainText('Blijft de sauna open?')
    await expectAccessible(page, 'a result that is not published')
    await dialog.getByRole('button', { name: 'Nog niet' }).click()
    await page.getByRole('link', { name: 'Maak de uitslag bekend in de regie' }).click()
    await page.getByRole('button', { name: 'Maak bekend: Blijft de sauna open?' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Maak bekend', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)

    for (const meeting of [other, id]) {
      await page.goto(`/bijeenkomst/${meeting}/verslag`)
      await page.getByRole('button', { name: 'Het verslag is klaar' }).click()
      await expect(dialog).toContainText('Iedereen die de bijeenkomst mag zien')
      await expect(dialog).not.toContainText('nog niet bekendgemaakt')
    }
    expect(chef.complaints).toEqual([])
  })

  test('[MINUTES-2] nothing that was typed is lost when the line is', async ({ browser }) => {
    const { id, chef } = await aClosedEvening(browser)
    const { page } = chef
    await page.goto(`/bijeenkomst/${id}/verslag`)
    await notes(page).fill('De groep wil het bad houden.')
    await expect(saved(page)).toBeVisible()

    await test.step('it stays in the page, and says so', async () => {
      await chef.cutsTheLine()
      await notes(page).fill('De groep wil het bad houden. Niemand is tegen.')
      await expect(page.getByText('Nog niet bewaard. Er is geen verbinding.').first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Het verslag is klaar' })).toBeDisabled()
      await expect(notes(page)).toHaveValue('De groep wil het bad houden. Niemand is tegen.')
      await expectAccessible(page, 'without a line')
    })
    await test.step('and is saved when the line is there again', async () => {
      await chef.mendsTheLine()
      await expect(saved(page)).toBeVisible()
      await page.reload()
      await expect(notes(page)).toHaveValue('De groep wil het bad houden. Niemand is tegen.')
    })
    await test.step('somebody else wrote the same place meanwhile: one chooses, and nothing is written over unseen', async () => {
      const elsewhere = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
      await elsewhere.page.goto(`/bijeenkomst/${id}/verslag`)
      await chef.cutsTheLine()
      await notes(page).fill('Niemand is tegen.')
      await expect(page.getByText('Nog niet bewaard. Er is geen verbinding.').first()).toBeVisible()
      await notes(elsewhere.page).fill('Eén mens is tegen.')
      await expect(saved(elsewhere.page)).toBeVisible()
      await chef.mendsTheLine()
      await expect(page.getByText('Iemand anders schreef hier intussen dit:')).toBeVisible()
      await expect(page.getByRole('blockquote')).toHaveText('Eén mens is tegen.')
      await expectAccessible(page, 'two texts for one place')
      await page.getByRole('button', { name: 'Houd mijn tekst' }).click()
      await expect(saved(page)).toBeVisible()
      await expect(notes(elsewhere.page), 'who does not write sees it').toHaveValue('Niemand is tegen.')
    })
  })

  test('[PARITY-1] the hall and home are compared in sentences, a picture and a table, on a phone too', async ({
    browser,
  }) => {
    const { id, chef } = await aClosedEvening(browser, 5)
    const lead = await Visitor.comes(browser, house, { role: 'lead' }, { viewport: { width: 360, height: 740 } })
    await lead.page.goto(`/bijeenkomst/${id}/verslag`)
    const report = lead.page.getByRole('region', { name: 'Zaal en thuis vergeleken' }).first()
    await expect(report.getByText('Iedereen deed mee van huis.')).toBeVisible()
    await expect(report.getByRole('heading', { name: 'Keer aan het woord, per persoon' })).toBeVisible()
    await report.getByText('Toon als tabel').click()
    await expect(report.getByRole('row', { name: /Keer aan het woord/ })).toHaveText(
      /Keer aan het woord\s*0\s*0\s*1\s*0,2/,
    )
    await expect(lead.page.getByRole('textbox'), 'the lead does not write').toHaveCount(0)
    await expectToFit(lead.page, 'on a phone')
    await expectRoomForFingers(lead.page, 'on a phone')
    await expectAccessible(lead.page, 'on a phone')
    await lead.wantsEnglish()
    await lead.page.reload()
    await expect(lead.page.getByRole('heading', { name: 'The hall and home compared' })).toBeVisible()

    await chef.page.setViewportSize({ width: 360, height: 740 })
    await chef.page.goto(`/bijeenkomst/${id}/verslag`)
    await chef.page.getByRole('button', { name: 'Voeg een actie toe' }).first().click()
    await expectToFit(chef.page, 'writing on a phone')
    await expectRoomForFingers(chef.page, 'writing on a phone')
    for (const { complaints } of [lead, chef]) expect(complaints).toEqual([])
  })

  test('[PARITY-2] of fewer than five people nothing is told', async ({ browser }) => {
    const { id, chef } = await aClosedEvening(browser, 2)
    await chef.page.goto(`/bijeenkomst/${id}/verslag`)
    const report = chef.page.getByRole('region', { name: 'Zaal en thuis vergeleken' })
    await expect(report.getByRole('listitem')).toHaveText([
      'Iedereen deed mee van huis.',
      /^Thuis deden minder dan 5 mensen mee\./,
    ])
    await expect(report.getByRole('table')).toHaveCount(0)
  })
})
