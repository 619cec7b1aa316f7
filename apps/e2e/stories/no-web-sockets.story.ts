import { expect, test } from '@playwright/test'
import { BookOnScreen, sportBook } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('a network that lets no WebSockets through: the book is there to read, and the page says that one cannot write yet', async ({
  browser,
}) => {
  const house = await new House().open()
  const expert = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  let blocked = true
  await expert.context.routeWebSocket(/collab|socket\.io/, async (socket) => {
    if (blocked) await socket.close()
    else socket.connectToServer()
  })
  await expert.page.goto(sportBook)
  await expect(expert.page.getByText('Geen verbinding. U kunt lezen, maar nog niet schrijven.').first()).toBeVisible()
  await expect(expert.page.getByText('Bij sport denkt iedereen aan clubs en wedstrijden.')).toBeVisible()
  await expect(expert.page.locator('[contenteditable="true"]')).toHaveCount(0)

  // Another network, or a proxy that was put right: without a new page it goes on by itself.
  blocked = false
  const book = new BookOnScreen(expert.page)
  await book.expectOpen(1)
  await book.types(1, ' Nu wel.')
  await expect(book.saved()).toBeVisible()
  expect(expert.complaints).toEqual([])
  await expert.leaves()
  await house.remove()
})
