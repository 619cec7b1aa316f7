import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('a Chef locks while experts write', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('the last words go along, everyone sees the lock, and the caret waits where it was', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const reader = await Visitor.comes(browser, house, { role: 'clerk' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)
    const otherBook = await BookOnScreen.opens(other.page)
    await reader.page.goto('/thema/sport/groenboek')

    await otherBook.text(2).click()
    await book.types(1, ' Tot hier schreef ik.')
    const caret = await book.caret(1)
    await chef.locks(1, 'We lezen samen')

    await test.step('everyone sees who, why, before typing', async () => {
      const words = new RegExp(`^Vergrendeld door ${leader.name} om \\d\\d:\\d\\d\\s· reden: We lezen samen$`)
      await expect(book.lockSign(1)).toHaveText(words)
      await expect(reader.page.locator('[data-section]').first().locator('header').getByText(words)).toBeVisible()
      await expect(
        expert.page.getByRole('navigation', { name: 'Naar een hoofdstuk' }).getByText('vergrendeld'),
      ).toHaveCount(1)
      await expect(book.text(1)).toContainText('Tot hier schreef ik.')
      await expect(book.aside()).toHaveCount(0)
    })

    await test.step('the writer hears it at once, another calmly, and the focus stays', async () => {
      await expect(expert.page.getByRole('alert').filter({ hasText: 'Het hoofdstuk waar u bent' })).toHaveCount(1)
      for (const { page } of [reader, other]) {
        await expect(page.getByRole('status').filter({ hasText: 'Hoofdstuk 1 is vergrendeld.' })).toHaveCount(1)
        await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
      }
      await book.expectClosed(1)
      await expect(book.text(1)).toBeFocused()
      await expert.page.keyboard.type('niet')
      await expect(book.text(1)).not.toContainText('niet')
      await expect(expert.page.getByRole('alert').filter({ hasText: 'Wat u typt' })).toHaveCount(1)
      await book.expectOpen(2)
    })

    await test.step('open again: one goes on where one was, and undo does not reach back over the lock', async () => {
      await chef.opensSection(1)
      await book.expectOpen(1)
      await expect(book.text(1)).toBeFocused()
      expect(await book.caret(1)).toBe(caret)
      await expert.page.keyboard.press('Control+z')
      await expert.page.keyboard.type(' En verder.')
      await expect(book.text(1)).toContainText('Tot hier schreef ik. En verder.')
      await expect(book.saved()).toBeVisible()
    })

    for (const visitor of [leader, expert, reader, other]) expect(visitor.complaints).toEqual([])
    for (const visitor of [leader, expert, reader, other]) await visitor.leaves()
  })

  test('somebody who types without a pause loses nothing: it is in the text, or set aside', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)
    await book.types(2, ' ')
    let typed = 0
    let stop = false
    const typing = (async () => {
      while (!stop) {
        await expert.page.keyboard.type(`w${typed} `)
        typed += 1
      }
    })()
    await expect(book.text(2)).toContainText('w20 ')
    await chef.locks(2)
    await book.expectClosed(2)
    stop = true
    await typing
    await expect(expert.page.getByText(/worden? opgeslagen/)).toHaveCount(0)
    // A word may be cut in two by the lock: half of it in the text, half of it set aside.
    const seen = (await book.text(2).innerText()) + (await book.asideWords(2).allInnerTexts()).join('')
    const numbers = [...seen.matchAll(/w(\d+)/g)].map((found) => Number(found[1]))
    expect(numbers, 'in order and without a hole, up to the lock').toEqual(numbers.map((_, index) => index))
    expect(numbers.length).toBeGreaterThan(20)
    await leader.leaves()
    await expert.leaves()
  })

  test('words that came too late are set aside, found again after a reload, and let in by the Chef', async ({
    browser,
  }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)

    await test.step('typed while the line was away, and the Chef locked meanwhile', async () => {
      await book.types(3, ' Vooraf.')
      await expect(book.saved()).toBeVisible()
      await expert.cutsTheLine()
      await book.types(3, ' Te laat geschreven.')
      await chef.locks(3)
      await expert.mendsTheLine()
      await expect(book.aside(3)).toContainText('Te laat geschreven.')
      await expect(book.aside(3)).toContainText('Het hoofdstuk was vergrendeld.')
      await expect(book.text(3)).toContainText('Vooraf.')
      await expect(book.text(3)).not.toContainText('Te laat geschreven.')
      await expect(expert.page.getByText(/1 opzijgezet$/).first()).toBeVisible()
      await expect(book.text(3)).toBeFocused()
      await expect(expert.page.getByRole('alert').filter({ hasText: 'opzijgezet' })).toHaveCount(1)
    })

    await test.step('they are there again after a reload', async () => {
      await expect(book.aside(3)).toContainText('Alleen u ziet dit')
      await expert.page.reload()
      await expect(book.aside(3)).toContainText('Te laat geschreven.')
      await expect(book.aside(3).getByRole('button', { name: 'Zet terug' })).toBeDisabled()
    })

    await test.step('they can be copied', async () => {
      await expert.context.grantPermissions(['clipboard-write'])
      await book.aside(3).getByRole('button', { name: 'Kopieer' }).click()
      await expect(book.aside(3).getByRole('status')).toHaveText(/\S/)
      expect(await expert.pastes()).toBe('Te laat geschreven.')
    })

    await test.step('handed to the Chef, who cannot let them in while it is locked', async () => {
      await book.aside(3).getByRole('button', { name: 'Geef aan de Chef' }).click()
      await expect(book.aside(3)).toContainText('Bij de Chef')
      const queue = await chef.queue(1)
      await expect(queue).toContainText(expert.name)
      await expect(queue).toContainText('Te laat geschreven.')
      await expect(queue.getByRole('button', { name: 'Zet in de tekst' })).toBeDisabled()
      await chef.opensSection(3)
      await queue.getByRole('button', { name: 'Zet in de tekst' }).click()
      await expect(book.text(3)).toContainText('Vooraf. Te laat geschreven.')
      await expect(book.aside()).toHaveCount(0)
      await chef.queue(0)
    })

    await test.step('they stand under the name of their writer', async () => {
      await leader.page.getByRole('switch', { name: 'Wie schreef dit?' }).click()
      const writers = leader.page.locator('[data-section]').nth(2).getByRole('list', { name: 'Geschreven door:' })
      await expect(writers.getByRole('listitem').filter({ hasText: expert.name })).toHaveCount(1)
      await expect(writers).not.toContainText(leader.name)
    })

    expect(expert.complaints).toEqual([])
    expect(leader.complaints).toEqual([])
    await leader.leaves()
    await expert.leaves()
  })

  test('the Chef gives words back, and the writer puts them back or throws them away', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)
    await expert.cutsTheLine()
    await book.types(1, ' Eerste stuk.')
    await book.types(2, ' Tweede stuk.')
    await chef.freezes('Pauze')
    await expert.mendsTheLine()
    await expect(expert.page.getByText('Het hele boek is vergrendeld').first()).toBeVisible()
    await expect(book.aside()).toHaveCount(2)
    await expect(book.aside(1)).toContainText('Het hele boek was vergrendeld.')

    await book.aside(1).getByRole('button', { name: 'Geef aan de Chef' }).click()
    await (await chef.queue(1)).getByRole('button', { name: 'Geef terug' }).click()
    await expect(book.aside(1)).toContainText('De Chef gaf ze terug')
    await leader.page.getByRole('button', { name: 'Maak het boek open' }).click()

    await book.aside(1).getByRole('button', { name: 'Zet terug' }).click()
    await expect(book.text(1)).toContainText('Eerste stuk.')
    await expect(book.aside(1)).toHaveCount(0)
    await book.aside(2).getByRole('button', { name: 'Weg ermee' }).click()
    await expert.page.getByRole('dialog').getByRole('button', { name: 'Gooi ze weg' }).click()
    await expect(book.aside()).toHaveCount(0)
    await expect(book.text(2)).not.toContainText('Tweede stuk.')
    await expert.page.reload()
    await expect(book.text(1)).toContainText('Eerste stuk.')
    await expect(book.aside()).toHaveCount(0)
    await leader.leaves()
    await expert.leaves()
  })

  test('everyone looks at one section, and then everywhere again', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)
    await chef.letsAllLookAt(2)
    await expect(expert.page.getByRole('link', { name: /^Iedereen kijkt naar hoofdstuk 2: / })).toBeVisible()
    await book.expectOpen(2)
    for (const place of [1, 3, 4, 5, 6]) await book.expectClosed(place)
    await expert.page.getByRole('link', { name: /^Iedereen kijkt naar hoofdstuk 2: / }).click()
    await expect(book.headings().nth(1)).toBeInViewport()
    await leader.page.getByRole('button', { name: 'Maak de andere hoofdstukken open' }).click()
    for (const place of [1, 2, 3, 4, 5, 6]) await book.expectOpen(place)
    expect(leader.complaints).toEqual([])
    await leader.leaves()
    await expert.leaves()
  })

  test('a lock with an end says when, and opens by itself', async ({ browser }) => {
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    // The clock of the Chef's laptop is half an hour late, less four seconds: half an hour from there is soon.
    await leader.page.addInitScript(() => {
      const now = Date.now
      Date.now = () => now() - 1_796_000
    })
    const chef = await ChefOnScreen.opens(leader.page)
    const book = await BookOnScreen.opens(expert.page)

    await test.step('a time that is not filled in is asked for', async () => {
      await chef.wishes(4, 'Vergrendel…')
      await chef.dialog().getByLabel('Tot een tijd').check()
      await chef.dialog().getByRole('button', { name: 'Vergrendel', exact: true }).click()
      await expect(chef.dialog().getByRole('alert')).toContainText('Vul een tijd in')
    })

    await chef.dialog().getByLabel('30 minuten').check()
    await chef.dialog().getByRole('button', { name: 'Vergrendel', exact: true }).click()
    await expect(book.lockSign(4)).toHaveText(/\s· tot \d\d:\d\d$/)
    await book.expectClosed(4)
    await book.expectOpen(4)
    await expect(book.lockSign(4)).toHaveCount(0)
    await expect(expert.page.getByRole('status').filter({ hasText: 'Hoofdstuk 4 is weer open.' })).toHaveCount(1)
    expect(leader.complaints).toEqual([])
    await leader.leaves()
    await expert.leaves()
  })
})
