import { expect, test, type Page } from '@playwright/test'
import type { BookAnswer } from '@witboek/contract'
import { expectAccessible, expectAccessibleInBothColours } from '../support/accessible.ts'
import { Evening } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { closesPoll, opensPoll } from '../support/polls.ts'
import { Visitor } from '../support/visitor.ts'

const beamer = { viewport: { width: 1280, height: 720 } }
const items = ['Welkom', 'Het zwembad', 'Besluiten'] as const

test.describe('the big screen in the hall', () => {
  let house: House
  let evening: Evening
  let wall: Visitor
  test.beforeEach(async ({ browser }) => {
    house = await new House().open()
    evening = await Evening.isPlanned(browser, house, { experts: 5 })
    wall = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' }, beamer)
    await wall.page.goto(`/scherm/${evening.id}`)
    await expect(wall.page.getByText('Deze bijeenkomst begint straks.')).toBeVisible()
    await evening.opens()
  })
  test.afterEach(async () => {
    expect(wall.complaints).toEqual([])
    await wall.leaves()
    await evening.leaves()
    await house.remove()
  })

  const shows = (view: object) => evening.does(evening.chef, 'screen/show', { view })

  /** All of it is on the screen, whatever stands there. */
  async function expectWhole(page: Page, state: string): Promise<void> {
    const over = await page.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement
      const view = document.querySelector('.view')
      return [scrollHeight - innerHeight, scrollWidth - innerWidth, view ? view.scrollHeight - view.clientHeight : 0]
    })
    expect(
      over.map((each) => Math.max(0, each)),
      state,
    ).toEqual([0, 0, 0])
  }

  test('[SCREEN-1] shows what the Chef chooses, and always how to join', async () => {
    const { page } = wall
    await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible()
    await expect(page.getByText('Meld u op uw telefoon met deze zaalcode:')).toBeVisible()
    await evening.allCheckIn()
    const ids = items.map(() => crypto.randomUUID())
    for (const [i, title] of items.entries())
      await evening.does(evening.chef, 'agenda/add', {
        item: ids[i],
        plan: { title, goal: 'discuss', minutes: 20, sections: [], polls: [] },
        after: ids[i - 1] ?? null,
      })
    const book = (await (await evening.chef.context.request.get('/api/themes/sport/books/green')).json()) as BookAnswer
    const [section] = book.manifest.sections
    const poll = await opensPoll(evening, 'single', 'Wat werken we uit?', { reveal: 'on_close' })

    const views: readonly (readonly [string, () => Promise<unknown>, string | RegExp])[] = [
      ['agenda', () => shows({ what: 'agenda' }), 'Het zwembad'],
      ['nobody speaks', () => shows({ what: 'speaker' }), 'Niemand is nu aan het woord.'],
      ['section', () => shows({ what: 'section', section: section?.id }), section?.heading ?? ''],
      ['meter', () => shows({ what: 'meter' }), 'Taakstelling'],
      ['no timer', () => shows({ what: 'timer' }), 'De klok staat uit.'],
      ['no announcement', () => shows({ what: 'announcement' }), 'Er is nu geen mededeling.'],
      ['poll', () => shows({ what: 'poll', poll }), '0 van 5 stemmen'],
    ]
    for (const [state, show, words] of views) {
      await show()
      await expect(page.getByText(words).first(), state).toBeVisible()
      await expect(page.getByText('Zaalcode'), `${state}: how to join`).toBeVisible()
      await expectWhole(page, state)
      await expectAccessible(page, state)
    }

    await test.step('an item begins: it is the one that stands out', async () => {
      await shows({ what: 'agenda' })
      await evening.does(evening.chef, 'agenda/start', { item: ids[1] })
      await expect(page.locator('[aria-current="step"]')).toContainText('Het zwembad')
    })
    await test.step('[QUEUE-2] who speaks, and who is next', async () => {
      await evening.raises(0)
      await evening.raises(1)
      await evening.does(evening.chef, 'queue/limit', { seconds: 120 })
      await evening.does(evening.chef, 'speaker/call', { speaker: null })
      await shows({ what: 'speaker' })
      await expect(page.getByText(evening.expert(0).name)).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: evening.expert(1).name })).toBeVisible()
      await expect(page.getByText(/^1:5\d te gaan$/)).toBeVisible()
      await evening.raises(2)
      const last = (await evening.now(evening.chef)).hall.queue.waiting.at(-1)?.id
      await evening.does(evening.chef, 'speaker/move', { speaker: last, before: null, reason: 'Moet de bus halen' })
      const moved = page.getByRole('listitem').filter({ hasText: evening.expert(2).name })
      await expect(moved, '[QUEUE-4] everybody reads why').toContainText('verplaatst: Moet de bus halen')
      await expectWhole(page, 'speaking')
    })
    await test.step('[TIMER-1] a clock, of the server', async () => {
      await evening.does(evening.chef, 'timer/start', { target: 'item', seconds: 600 })
      await shows({ what: 'timer' })
      await expect(page.getByRole('timer', { name: 'Tijd voor dit punt' })).toContainText(/9:\d\d|10:00/)
      await expectWhole(page, 'timer')
    })
    await test.step('what the Chef says to everybody', async () => {
      await evening.does(evening.chef, 'announcement/make', {
        announcement: crypto.randomUUID(),
        text: 'Koffie in de hal.',
      })
      await shows({ what: 'announcement' })
      await expect(page.getByText('Koffie in de hal.')).toBeVisible()
    })
    await test.step('a break, and the end', async () => {
      await evening.does(evening.chef, 'pause')
      await expect(page.getByText('Het is nu pauze.')).toBeVisible()
      await evening.does(evening.chef, 'resume')
      await expect(page.getByText('Het is nu pauze.')).toHaveCount(0)
      await evening.does(evening.chef, 'close')
      await expect(page.getByText('Deze bijeenkomst is afgelopen. Dank u wel!')).toBeVisible()
    })
  })

  test('[POLL-10] a tally is not seen before its time, and never a name', async () => {
    const { page } = wall
    await evening.allCheckIn()
    const names = evening.experts.map(({ name }) => name)
    const expectNoNames = async () => {
      for (const name of names) await expect(page.getByText(name)).toHaveCount(0)
    }
    await test.step('secret: the result once it is published', async () => {
      const poll = await opensPoll(evening, 'single', 'Wie wordt rapporteur?', {
        visibility: 'secret',
        reveal: 'on_publish',
      })
      await shows({ what: 'poll', poll })
      for (const expert of evening.experts)
        await evening.does(expert, 'poll/cast-secret', { poll, choices: { option: 'hal' } })
      await expect(page.getByText('5 van 5 stemmen')).toBeVisible()
      await evening.does(evening.chef, 'poll/close', { poll })
      await expect(page.getByText('De peiling is gesloten.')).toBeVisible()
      await expect(page.getByText('Gekozen:')).toHaveCount(0)
      await expect(page.getByText('100%')).toHaveCount(0)
      await evening.does(evening.chef, 'poll/publish', { poll })
      await expect(page.getByText('Gekozen: Sporthal verhuren in het weekend.')).toBeVisible()
      await expectNoNames()
    })
    await test.step('named: the numbers, and the names on phones only', async () => {
      const poll = await opensPoll(evening, 'yes_no', 'Blijft het zwembad?', { visibility: 'named', reveal: 'live' })
      await shows({ what: 'poll', poll })
      await evening.does(evening.expert(0), 'poll/cast', {
        poll,
        key: crypto.randomUUID(),
        choices: { option: 'yes' },
      })
      await expect(page.getByText('1 stem, 100%')).toBeVisible()
      await expect(page.getByText('Tussenstand')).toBeVisible()
      await closesPoll(evening, poll)
      await expect(page.getByText('Gekozen: Ja.')).toBeVisible()
      await expectNoNames()
    })
  })

  test('a line that is lost: the screen says so, keeps what it shows, and comes back by itself', async () => {
    const { page } = wall
    await shows({ what: 'agenda' })
    await expect(page.getByText('Er staat nog niets op de agenda.')).toBeVisible()
    await wall.cutsTheLine()
    await expect(page.getByText('geen verbinding')).toBeVisible()
    await expect(page.getByText('Er staat nog niets op de agenda.')).toBeVisible()
    await evening.does(evening.chef, 'announcement/make', {
      announcement: crypto.randomUUID(),
      text: 'Koffie in de hal.',
    })
    await shows({ what: 'announcement' })
    await wall.mendsTheLine()
    await expect(page.getByText('Koffie in de hal.')).toBeVisible()
    await expect(page.getByText('geen verbinding')).toHaveCount(0)

    await test.step('the server is gone for a while', async () => {
      await house.close('SIGKILL')
      await expect(page.getByText('geen verbinding')).toBeVisible()
      await house.open()
      await expect(page.getByText('geen verbinding')).toHaveCount(0)
      await shows({ what: 'agenda' })
      await expect(page.getByText('Er staat nog niets op de agenda.')).toBeVisible()
    })
  })

  test('many options fit too: the longest, and how many there are besides', async () => {
    const { page } = wall
    await evening.allCheckIn()
    const options = Array.from({ length: 14 }, (_, i) => ({
      id: `v${i}`,
      label: `Voorstel ${i + 1}: iets dat een hele regel vraagt om te zeggen`,
      amount: null,
    }))
    const poll = await opensPoll(evening, 'single', 'Welk voorstel werken we vanavond met elkaar uit?', { options })
    await shows({ what: 'poll', poll })
    await expect(page.getByText('en nog 5, op uw telefoon')).toBeVisible()
    await expectWhole(page, 'many options')
    await evening.does(evening.expert(0), 'poll/cast', {
      poll,
      key: crypto.randomUUID(),
      choices: { option: 'v13' },
    })
    await closesPoll(evening, poll)
    await expect(page.getByText('1 stem, 100%')).toBeVisible()
    await expect(page.getByText('En nog 4 met minder.')).toBeVisible()
    await expectWhole(page, 'many results')
  })

  test('is read from the last row, light and dark, at 1280 and 1920 px', async () => {
    const { page } = wall
    await evening.allCheckIn()
    for (let i = 0; i < 5; i += 1) await evening.raises(i)
    await evening.does(evening.chef, 'speaker/call', { speaker: null })
    const poll = await opensPoll(evening, 'single', 'Welk voorstel werken we vanavond met elkaar uit?', {
      reveal: 'live',
    })
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
    ] as const)
      for (const [what, words] of [
        ['join', 'en typ deze code'],
        ['speaker', evening.expert(1).name],
        ['poll', 'Tussenstand'],
      ] as const) {
        await page.setViewportSize({ width, height })
        await shows(what === 'poll' ? { what, poll } : { what })
        await expect(page.getByText(words).first()).toBeVisible()
        await expectWhole(page, `${what}, ${width}`)
        await expectAccessibleInBothColours(page, `${what}, ${width}`)
        const smallest = await page.evaluate(() =>
          Math.min(
            ...[...document.querySelectorAll('.view *')]
              .filter(
                (each) =>
                  each.checkVisibility() &&
                  [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
              )
              .filter((each) => !each.closest('.visually-hidden'))
              .map((each) => parseFloat(getComputedStyle(each).fontSize)),
          ),
        )
        expect(smallest / height, `${what}, ${width}: letters are at least a fortieth of the height`).toBeGreaterThan(
          1 / 40,
        )
      }
  })
})
