import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { ChefOnScreen } from '../support/chef.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('"saved" is said in words, and only when it is so', async ({ browser }) => {
  const house = await new House().open()
  const leader = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' })
  const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const chef = await ChefOnScreen.opens(leader.page)
  const book = await BookOnScreen.opens(expert.page)
  const words = expert.page.locator('.saved span')

  await test.step('on its way while the server has not answered', async () => {
    await expect(words).toHaveText('Klaar om te schrijven')
    await book.types(1, '')
    expert.network.holdAnswers()
    await expert.page.keyboard.type('een')
    await expect(words).toHaveText('3 worden opgeslagen')
    expert.network.letAnswersThrough()
    await expect(words).toHaveText(/^Opgeslagen \d\d:\d\d$/)
  })

  await test.step('kept on this device without a line, counted', async () => {
    await expert.cutsTheLine()
    await expect(words).toHaveText('Geen verbinding. U kunt doortypen: we bewaren het op dit apparaat.')
    await book.types(2, 'twaalf letters'.slice(0, 11))
    await book.types(3, '!')
    await expect(words).toHaveText('Geen verbinding: 12 wijzigingen bewaard op dit apparaat')
    await expect(expert.page.getByRole('status').filter({ hasText: /^Geen verbinding$/ })).toHaveCount(1)
  })

  await test.step('set aside is not saved, and is counted apart', async () => {
    await chef.freezes()
    await expert.mendsTheLine()
    await expect(words).toHaveText(/^Opgeslagen \d\d:\d\d · 2 opzijgezet$/)
    await expect(book.aside(2)).toContainText('twaalf lett')
    await expect(book.aside(3)).toContainText('!')
  })

  expect(expert.complaints).toEqual([])
  await leader.leaves()
  await expert.leaves()
  await house.remove()
})
