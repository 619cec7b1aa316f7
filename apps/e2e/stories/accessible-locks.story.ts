import { expect, test, type Page } from '@playwright/test'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
  inBothColours,
} from '../support/accessible.ts'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { OnTheLine } from '../support/on-the-line.ts'
import { Visitor, type Who } from '../support/visitor.ts'

const theme = 'sport'
const path = `/thema/${theme}/groenboek`

test.describe('locks and words set aside are accessible, light and dark', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('every state, in Dutch and in English', async ({ browser }) => {
    const comes = (who: Who) => Visitor.comes(browser, house, { ...who, theme })
    /** The same person at a second screen, which speaks English. */
    const comesInEnglish = async (who: Who) => {
      const visitor = await comes(who)
      await visitor.wantsEnglish()
      await visitor.page.goto(path)
      await expect(visitor.page.getByText(/^(Ready to write|You see changes at once)$/)).toBeVisible()
      return visitor
    }
    const writer = await comes({ role: 'expert' })
    const leader = await comes({ role: 'chef' })
    const book = await BookOnScreen.opens(writer.page, path)
    const desk = await ChefOnScreen.opens(leader.page, path)
    const english = {
      writer: await comesInEnglish({ role: 'expert' }),
      leader: await comesInEnglish({ role: 'chef' }),
    }
    const look = async (pages: readonly Page[], state: string) => {
      for (const page of pages) await expectAccessibleInBothColours(page, state)
    }
    const writers = [writer.page, english.writer.page]
    const leaders = [leader.page, english.leader.page]

    await test.step('the dialog for a lock, with what is missing', async () => {
      await desk.wishes(1, 'Vergrendel…')
      await desk.dialog().getByLabel('Tot een tijd').check()
      await desk.dialog().getByRole('button', { name: 'Vergrendel', exact: true }).click()
      await expect(desk.dialog().getByRole('alert')).toBeVisible()
      await english.leader.page
        .getByRole('button', { name: /^Change section/ })
        .first()
        .click()
      await english.leader.page.getByRole('menuitem', { name: 'Everyone looks here…' }).click()
      await expect(english.leader.page.getByRole('dialog')).toBeVisible()
      await look(leaders, 'the dialog for a lock')
      for (const page of leaders) await page.keyboard.press('Escape')
      for (const page of leaders) await expect(page.getByRole('dialog')).toHaveCount(0)
    })

    await test.step('a locked section, with words set aside and words that are back', async () => {
      await writer.cutsTheLine()
      await book.types(1, ' Te laat.')
      await book.types(3, '')
      await writer.page.keyboard.press('Backspace')
      await expect(writer.page.getByText('Geen verbinding: 10 wijzigingen bewaard op dit apparaat')).toBeVisible()
      await look([writer.page], 'kept on this device')
      await desk.locks(1, 'We lezen samen')
      await desk.locks(3)
      await writer.mendsTheLine()
      await expect(book.aside(1)).toContainText('Alleen u ziet dit')
      await expect(book.section(3).getByText('Wat u wegnam, staat er weer.')).toBeVisible()
      await expect(english.writer.page.getByRole('article', { name: 'These words were set aside' })).toBeVisible()
      await look(writers, 'a locked section with words set aside')
    })

    await test.step('throwing words away', async () => {
      await book.aside(1).getByRole('button', { name: 'Weg ermee' }).click()
      await expect(writer.page.getByRole('dialog')).toBeVisible()
      await look([writer.page], 'throwing words away')
      await writer.page.keyboard.press('Escape')
    })

    await test.step('words with the Chef', async () => {
      await book.aside(1).getByRole('button', { name: 'Geef aan de Chef' }).click()
      await desk.queue(1)
      await english.leader.page.getByText('Words set aside (1)').click()
      await look(leaders, 'the Chef’s queue')
      await expect(book.aside(1)).toContainText('Bij de Chef')
      await look(writers, 'words with the Chef')
    })

    await test.step('everyone looks at one section', async () => {
      await desk.letsAllLookAt(2)
      await expect(writer.page.getByText(/^Iedereen kijkt naar hoofdstuk 2/)).toBeVisible()
      await expect(english.writer.page.getByText(/^Everyone looks at section 2/)).toBeVisible()
      await look([...writers, ...leaders], 'everyone looks at one section')
    })

    await test.step('a locked book, and who wrote it', async () => {
      await desk.freezes('Pauze')
      await expect(writer.page.getByText('Het hele boek is vergrendeld').first()).toBeVisible()
      await expect(english.writer.page.getByText('The whole book is locked').first()).toBeVisible()
      for (const page of writers) await page.getByRole('switch').click()
      for (const page of writers) await expect(page.getByRole('list', { name: /:$/ }).first()).toBeVisible()
      await look([...writers, ...leaders], 'a locked book, and who wrote it')
    })

    await test.step('all of it on a phone', async () => {
      for (const page of [...writers, ...leaders]) {
        await page.setViewportSize({ width: 390, height: 844 })
        await expectToFit(page, 'a locked book on a phone')
        await expectRoomForFingers(page, 'a locked book on a phone')
      }
      await look([...writers, ...leaders], 'a locked book on a phone')
    })

    await test.step('a place that ended', async () => {
      const lead = await Visitor.comes(browser, house, { role: 'lead' })
      await lead.page.goto(`/thema/${theme}`)
      await lead.page.getByRole('button', { name: `Neem de plaats af: ${writer.name}` }).click()
      await look([lead.page], 'the dialog for a seat')
      await lead.page.getByRole('dialog').getByRole('button', { name: 'Neem de plaats af' }).click()
      await expect(writer.page.getByText(/^Meeschrijven kan nu niet/)).toBeVisible()
      await expect(english.writer.page.getByText(/^You cannot write along now/)).toBeVisible()
      await look(writers, 'a place that ended')
      await lead.page.goto('/')
      await lead.page.getByRole('button', { name: /^Naar de volgende fase/ }).click()
      await expect(lead.page.getByRole('dialog')).toBeVisible()
      await look([lead.page], 'the dialog for the next phase')
      await lead.leaves()
    })

    for (const visitor of [writer, leader, english.writer, english.leader]) await visitor.leaves()
  })

  test('a section that is closing, and one that is nearly full', async ({ browser }) => {
    const writer = await Visitor.comes(browser, house, { role: 'expert', theme })
    const line = await OnTheLine.of(writer.page)
    line.filled = 92
    const book = await BookOnScreen.opens(writer.page, path)
    await book.types(1, ' Nog een zin.')
    const note = book.section(1).getByText('Dit hoofdstuk is voor 92 % vol.')
    await expect(note).toBeVisible()
    await expectAccessibleInBothColours(writer.page, 'nearly full')
    const second = (await book.section(2).getAttribute('id')) ?? ''
    await inBothColours(writer.page, async (colours) => {
      line.closes([second])
      await expect(book.section(2).getByText('De Chef sluit dit hoofdstuk.', { exact: false })).toBeVisible()
      await expectAccessible(writer.page, `closing, ${colours}`)
    })
    await writer.leaves()
  })
})
