import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('with keys alone', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('from the home page to a seat, a theme, its book, and a sentence in it', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, null)
    const { page } = visitor
    const tabTo = async (name: RegExp, most = 80) => {
      for (let i = 0; i < most; i++) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
        })
        if (name.test(focused)) return
      }
      throw new Error(`never came to ${name}`)
    }
    await page.goto('/')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
    await tabTo(/^Neem plaats$/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/plaats/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    // A seat in the theme group of Sport: open its group when it is folded, then the first expert.
    const seats = await (await visitor.context.request.get('/api/example/seats')).json()
    const seat = seats.seats.find(
      (one: { role: string; theme: { slug: string } | null }) => one.role === 'expert' && one.theme?.slug === 'sport',
    ) as { name: string }
    const group = page.locator('details', {
      has: page.getByRole('button', { name: new RegExp(seat.name), includeHidden: true }),
    })
    if ((await group.count()) > 0 && !(await group.first().evaluate((element: HTMLDetailsElement) => element.open))) {
      await tabTo(/^Sport/)
      await page.keyboard.press('Enter')
    }
    await tabTo(new RegExp(seat.name))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('banner').getByText(seat.name)).toBeVisible()

    await page.goto('/')
    await tabTo(/^Sport$/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/thema\/sport$/)
    await tabTo(/groenboek/i)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/groenboek$/)

    const book = new BookOnScreen(page)
    await expect(book.text(1)).toBeVisible()
    await tabTo(/hoofdstuk 1:/)
    await expect(book.text(1)).toBeFocused()
    await book.toTheEnd(1)
    await page.keyboard.type(' Met toetsen geschreven.')
    await expect(book.text(1)).toContainText('Met toetsen geschreven.')
    await expect(book.saved()).toBeVisible()
    await visitor.leaves()
  })

  test('the toolbar: Alt+F10 goes there, arrows walk, Escape comes back; a table can be left', async ({ browser }) => {
    const visitor = await Visitor.comes(browser, house, { role: 'expert', theme: 'veiligheid' })
    const { page } = visitor
    const book = await BookOnScreen.opens(page, '/thema/veiligheid/groenboek')
    await book.text(6).focus()
    await book.toTheEnd(6)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+F10')
    const toolbar = page.getByRole('toolbar')
    /** Arrows walk from button to button, and round. */
    const walkTo = async (name: string) => {
      const button = toolbar.getByRole('button', { name })
      for (let i = 0; i < 20; i++) {
        if (await button.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('ArrowRight')
      }
      throw new Error(`the arrows never came to ${name}`)
    }
    await expect(toolbar.locator(':focus')).toHaveCount(1)
    await walkTo('Schuin')
    await page.keyboard.press('Enter')
    await expect(toolbar.getByRole('button', { name: 'Schuin' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('Escape')
    await expect(book.text(6)).toBeFocused()
    await page.keyboard.type('schuine woorden')
    await expect(book.text(6).locator('em', { hasText: 'schuine woorden' })).toBeVisible()
    await page.keyboard.press('Enter')

    await page.getByRole('button', { name: 'Tabel invoegen' }).focus()
    await page.keyboard.press('Enter')
    await expect(book.text(6).locator('table').last()).toBeVisible()
    await book.text(6).focus()
    await page.keyboard.type('in de cel')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('onder de tabel')
    await expect(book.text(6).locator('table', { hasText: 'onder de tabel' })).toHaveCount(0)
    await expect(book.text(6)).toContainText('onder de tabel')

    await page.keyboard.press('Tab')
    await expect(book.text(6), 'Tab leaves the text').not.toBeFocused()
    await visitor.leaves()
  })

  test('a Chef locks, lets all look, freezes and opens; the focus comes back each time', async ({ browser }) => {
    const theme = 'onderwijs'
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme })
    const chef = await ChefOnScreen.opens(leader.page, `/thema/${theme}/groenboek`)
    const { page } = leader
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const menu = page.getByRole('button', { name: /^Hoofdstuk '.*' aanpassen$/ }).first()
    const focused = (name: string) => expect(page.locator(':focus')).toHaveAccessibleName(name)

    await test.step('a lock of half an hour, with a reason', async () => {
      await menu.focus()
      await press('Enter')
      await focused('Vergrendel…')
      await press('Enter')
      await focused('Tot ik het weer open')
      await press('ArrowDown', 'ArrowDown')
      await focused('30 minuten')
      await press('Tab')
      await focused('Reden (hoeft niet)')
      await page.keyboard.type('Even samen')
      await press('Enter')
      await expect(chef.sign(1)).toContainText('reden: Even samen')
      await expect(menu).toBeFocused()
    })

    await test.step('Escape changes nothing', async () => {
      await press('Enter')
      await focused('Maak open')
      await press('ArrowDown')
      await focused('Iedereen kijkt hier…')
      await press('Enter')
      await expect(chef.dialog()).toBeVisible()
      await press('Escape')
      await expect(chef.dialog()).toHaveCount(0)
      await expect(menu).toBeFocused()
    })

    await test.step('open again', async () => {
      await press('Enter')
      await focused('Maak open')
      await press('Enter')
      await expect(chef.sign(1)).toHaveCount(0)
      await expect(menu).toBeFocused()
    })

    await test.step('everyone looks here, and the others open together', async () => {
      await press('Enter')
      await focused('Vergrendel…')
      await press('ArrowDown')
      await focused('Iedereen kijkt hier…')
      await press('Enter')
      await focused('Tot ik het weer open')
      await press('Enter')
      await expect(chef.sign(2)).toBeVisible()
      await expect(menu).toBeFocused()
      await page.getByRole('button', { name: 'Maak de andere hoofdstukken open' }).focus()
      await press('Enter')
      await expect(chef.sign(2)).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'Voor de Chef' })).toBeFocused()
    })

    await test.step('the whole book, and open again', async () => {
      await press('Tab')
      await focused('Vergrendel het hele boek…')
      await press('Enter')
      await focused('Tot ik het weer open')
      await press('Enter')
      await expect(page.getByText('Het hele boek is vergrendeld', { exact: true })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Voor de Chef' })).toBeFocused()
      await press('Tab')
      await focused('Opzijgezette woorden (0)')
      await press('Tab')
      await focused('Maak het boek open')
      await press('Enter')
      await expect(page.getByText('Het hele boek is vergrendeld', { exact: true })).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'Voor de Chef' })).toBeFocused()
    })
    expect(leader.complaints).toEqual([])
    await leader.leaves()
  })

  test('words set aside: to the Chef, back, into the text, or away; the focus is never lost', async ({ browser }) => {
    const theme = 'veiligheid'
    const path = `/thema/${theme}/groenboek`
    const writer = await Visitor.comes(browser, house, { role: 'expert', theme })
    const leader = await Visitor.comes(browser, house, { role: 'chef', theme })
    const book = await BookOnScreen.opens(writer.page, path)
    const chef = await ChefOnScreen.opens(leader.page, path)
    const { page } = writer
    const focused = (name: string) => expect(page.locator(':focus')).toHaveAccessibleName(name)
    const tabBackTo = async (name: string) => {
      await page.keyboard.press('Shift+Tab')
      await focused(name)
    }
    await writer.cutsTheLine()
    await book.types(1, ' Het eerste.')
    await book.types(2, ' Het tweede.')
    await chef.freezes()
    await writer.mendsTheLine()
    await expect(book.aside(2)).toContainText('Alleen u ziet dit')
    await expect(book.text(2)).toBeFocused()

    await test.step('thinks twice about throwing away', async () => {
      await tabBackTo('Weg ermee')
      await page.keyboard.press('Enter')
      await focused('Bewaar ze')
      await page.keyboard.press('Enter')
      await focused('Weg ermee')
    })

    await test.step('gives them to the Chef', async () => {
      await tabBackTo('Geef aan de Chef')
      await page.keyboard.press('Enter')
      await expect(book.aside(2)).toContainText('Bij de Chef')
      await focused('Deze woorden zijn opzijgezet')
    })

    await test.step('the Chef gives them back, and opens the book', async () => {
      const summary = leader.page.getByText('Opzijgezette woorden (1)')
      await summary.focus()
      await leader.page.keyboard.press('Enter')
      await leader.page.keyboard.press('Tab')
      await expect(leader.page.getByRole('button', { name: 'Geef terug' })).toBeFocused()
      await leader.page.keyboard.press('Enter')
      await expect(leader.page.getByRole('heading', { name: 'Voor de Chef' })).toBeFocused()
      await expect(book.aside(2)).toContainText('De Chef gaf ze terug')
      await focused('Deze woorden zijn opzijgezet')
      await leader.page.getByRole('button', { name: 'Maak het boek open' }).press('Enter')
      await book.expectOpen(2)
    })

    await test.step('puts them back', async () => {
      await page.keyboard.press('Tab')
      await focused('Kopieer')
      await page.keyboard.press('Tab')
      await focused('Zet terug')
      await page.keyboard.press('Enter')
      await expect(book.text(2)).toContainText('Het tweede.')
      await expect(book.section(2).getByRole('heading').first()).toBeFocused()
    })

    await test.step('throws the others away', async () => {
      await book.aside(1).getByRole('button', { name: 'Weg ermee' }).press('Enter')
      await focused('Bewaar ze')
      await page.keyboard.press('Shift+Tab')
      await focused('Gooi ze weg')
      await page.keyboard.press('Enter')
      await expect(book.aside()).toHaveCount(0)
      await expect(book.section(1).getByRole('heading').first()).toBeFocused()
    })
    expect(writer.complaints).toEqual([])
    await writer.leaves()
    await leader.leaves()
  })
})
