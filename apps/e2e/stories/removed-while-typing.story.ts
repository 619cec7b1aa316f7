import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test.describe('[PEOPLE-4] the administrator removes somebody who is typing', () => {
  let house: House
  test.beforeAll(async () => {
    house = await new House().open()
  })
  test.afterAll(() => house.remove())

  test('each word is in the text or set aside, the page says what happened, and the others write on', async ({
    browser,
  }) => {
    const administrator = await Visitor.comes(browser, house, { role: 'administrator' })
    const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
    const book = await BookOnScreen.opens(expert.page)
    const otherBook = await BookOnScreen.opens(other.page)

    await administrator.page.goto('/mensen')
    await administrator.page.getByLabel('Zoek').fill(expert.name)
    await administrator.page.getByRole('button', { name: `Wijzig de plaatsen van ${expert.name}` }).click()
    await administrator.page.getByRole('button', { name: 'Verwijder uit de dialoog' }).click()
    const confirm = administrator.page.getByRole('dialog').getByRole('button', { name: 'Verwijder', exact: true })
    await expect(confirm).toBeVisible()

    await book.types(1, ' ')
    let stop = false
    const typing = (async () => {
      for (let typed = 0; !stop; typed++) await expert.page.keyboard.type(`w${typed} `)
    })()
    await expect(otherBook.text(1)).toContainText('w20 ')
    await confirm.click()
    await expect(administrator.page.getByText(`${expert.name} is verwijderd uit de dialoog.`)).toBeVisible()
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
    await otherBook.types(1, ' Wij gaan door.')
    await expect(otherBook.saved()).toBeVisible()
    await expect(otherBook.text(1)).toContainText('w20 ')

    await test.step('and a fresh page asks them to sign in', async () => {
      await expert.page.goto('/thema/sport/groenboek')
      await expect(expert.page.getByRole('textbox')).toHaveCount(0)
    })
    for (const { complaints } of [administrator, other]) expect(complaints).toEqual([])
    for (const visitor of [administrator, expert, other]) await visitor.leaves()
  })
})

const lettersOf = (text: string): string => text.replaceAll(/\s/g, '')
