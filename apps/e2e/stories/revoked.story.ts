import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('the lead changes who may write, while people write', () => {
  let house: House
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(() => house.remove())

  test('a seat ends: the page says so in words, what was saved stays, and the others write on', async ({ browser }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const book = await BookOnScreen.opens(expert.page)
    const otherBook = await BookOnScreen.opens(other.page)
    await book.types(1, ' Mijn laatste zin.')
    await expect(book.saved()).toBeVisible()

    await lead.page.goto('/thema/sport')
    await lead.page.getByRole('button', { name: `Neem de plaats af: ${expert.name}` }).click()
    const dialog = lead.page.getByRole('dialog')
    await expect(dialog).toContainText('Schrijven stopt meteen')
    await dialog.getByRole('button', { name: 'Neem de plaats af' }).click()
    await expect(lead.page.getByText(`De plaats van ${expert.name} is afgenomen.`)).toBeVisible()
    await expect(lead.page.getByRole('button', { name: `Neem de plaats af: ${expert.name}` })).toHaveCount(0)

    await expect(
      expert.page.getByRole('alert').filter({ hasText: 'Uw plaats in deze themagroep is beëindigd' }),
    ).toBeVisible()
    await book.expectClosed(1)
    await expect(book.text(1)).toContainText('Mijn laatste zin.')
    await expect(otherBook.text(1)).toContainText('Mijn laatste zin.')
    await otherBook.types(1, ' Wij gaan door.')
    await expect(otherBook.saved()).toBeVisible()
    for (const visitor of [lead, expert, other]) await visitor.leaves()
  })

  test('a seat ends while somebody types: each word is in the text, or set aside to copy', async ({ browser }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const book = await BookOnScreen.opens(expert.page)
    const otherBook = await BookOnScreen.opens(other.page)
    await lead.page.goto('/thema/sport')
    await lead.page.getByRole('button', { name: `Neem de plaats af: ${expert.name}` }).click()
    await book.types(1, ' ')
    let stop = false
    const typing = (async () => {
      for (let typed = 0; !stop; typed++) await expert.page.keyboard.type(`w${typed} `)
    })()
    await expect(otherBook.text(1)).toContainText('w20 ')
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Neem de plaats af' }).click()
    await expect(
      expert.page.getByRole('alert').filter({ hasText: 'Uw plaats in deze themagroep is beëindigd' }),
    ).toBeVisible()
    await book.expectClosed(1)
    stop = true
    await typing
    const aside = (await book.aside(1).count()) > 0 ? await book.asideWords(1).allInnerTexts() : []
    // On the page of whoever wrote it stands all that they typed; the text is what others have.
    await expect(async () => {
      const [typed, text] = await Promise.all([book, otherBook].map((page) => page.text(1).innerText()))
      expect(lettersOf(`${text}${aside.join('')}`)).toBe(lettersOf(typed ?? ''))
    }).toPass()
    for (const name of ['Zet terug', 'Geef aan de Chef', 'Weg ermee'])
      await expect(book.aside().getByRole('button', { name })).toHaveCount(0)
    for (const visitor of [lead, expert, other]) await visitor.leaves()
  })

  test('the next phase: writing in the green books stops live, and reading goes on', async ({ browser }) => {
    const lead = await Visitor.comes(browser, house, { role: 'lead' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const book = await BookOnScreen.opens(expert.page)
    await book.types(2, ' Op tijd.')
    await expect(book.saved()).toBeVisible()

    await lead.page.goto('/')
    await lead.page.getByRole('button', { name: 'Naar de volgende fase: Toetsing van de groenboeken' }).click()
    await expect(lead.page.getByRole('dialog')).toContainText('Het schrijven in de groenboeken stopt')
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Ga naar de volgende fase' }).click()
    await expect(lead.page.getByText("De dialoog is nu in de fase 'Toetsing van de groenboeken'.")).toBeVisible()

    await book.expectClosed(2)
    await expect(
      expert.page.getByRole('status').filter({ hasText: 'U kunt dit boek nu alleen nog lezen.' }),
    ).toHaveCount(1)
    await expect(expert.page.getByText('In deze fase wordt er niet aan dit boek geschreven.')).toBeVisible()
    await expect(book.text(2)).toContainText('Op tijd.')
    expect(expert.complaints).toEqual([])
    expect(lead.complaints).toEqual([])
    await lead.leaves()
    await expert.leaves()
  })
})

const lettersOf = (text: string): string => text.replaceAll(/\s/g, '')
