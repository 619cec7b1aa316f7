import { expect, test } from '@playwright/test'
import { BookOnScreen } from '../support/book.ts'
import { House } from '../support/house.ts'
import { Visitor } from '../support/visitor.ts'

test('who wrote this: colours, lines, initials and a list of names; remembered, and silent for a screen reader', async ({
  browser,
}) => {
  const house = await new House().open()
  const one = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
  const other = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 1 })
  const book = await BookOnScreen.opens(one.page)
  const otherBook = await BookOnScreen.opens(other.page)
  await book.types(1, ' Van de een.')
  await expect(otherBook.text(1)).toContainText('Van de een.')
  await otherBook.types(1, ' Van de ander.')
  await expect(book.text(1)).toContainText('Van de ander.')

  const toggle = one.page.getByRole('switch', { name: 'Wie schreef dit?' })
  await expect(toggle).toHaveAttribute('aria-checked', 'false')
  const heard = await book.text(1).ariaSnapshot()
  await toggle.click()

  const writers = book.section(1).getByRole('list', { name: 'Geschreven door:' })
  await expect(writers.getByRole('listitem').filter({ hasText: one.name })).toHaveCount(1)
  await expect(writers.getByRole('listitem').filter({ hasText: other.name })).toHaveCount(1)
  const marked = book.text(1).locator('.written-by')
  await expect.poll(async () => (await marked.allTextContents()).join('')).toContain('Van de een. Van de ander.')
  const looks = await marked.evaluateAll((spans) =>
    spans.map((span) => `${span.getAttribute('data-person-colour')} ${span.getAttribute('data-person-line')}`),
  )
  expect(new Set(looks).size).toBeGreaterThanOrEqual(2)
  expect(await book.text(1).ariaSnapshot(), 'nothing of it is read aloud').toBe(heard)

  await test.step('follows somebody new who starts to write', async () => {
    const third = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 2 })
    const thirdBook = await BookOnScreen.opens(third.page)
    await thirdBook.types(1, ' En van een derde.')
    await expect(writers.getByRole('listitem').filter({ hasText: third.name })).toHaveCount(1)
    await expect.poll(async () => (await marked.allTextContents()).join('')).toContain('En van een derde.')
    await third.leaves()
  })

  await test.step('is remembered on this device, and can be switched off', async () => {
    await one.page.reload()
    await expect(writers.getByRole('listitem').filter({ hasText: other.name })).toHaveCount(1)
    await toggle.click()
    await expect(marked).toHaveCount(0)
    await expect(writers).toHaveCount(0)
  })

  expect(one.complaints).toEqual([])
  await one.leaves()
  await other.leaves()
  await house.remove()
})
