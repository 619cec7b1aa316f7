import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** WCAG 2.2 AA, as far as a program can see. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // Without frames of others axe needs no second page to put its answers together in, and a page costs as much as a look.
  const alone = page.frames().length === 1
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: tags, resultTypes: ['violations'] })
    .setLegacyMode(alone)
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(found, state).toEqual([])
}

/** In light and in dark, in one visit: to come there again costs more than to look again. */
export async function inBothColours(page: Page, look: (colours: 'light' | 'dark') => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await look(colorScheme)
  }
}

/** As `expectAccessible`, in light and in dark. */
export async function expectAccessibleInBothColours(page: Page, state: string): Promise<void> {
  await inBothColours(page, (colours) => expectAccessible(page, `${state}, ${colours}`))
}

/** Nothing sticks out sideways. */
export async function expectToFit(page: Page, state: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${state}: nothing sticks out sideways`).toBeLessThanOrEqual(0)
}

/** On a phone: whatever is pressed in the main part of a page is at least 44 px high and wide. Links in text are text. */
export async function expectRoomForFingers(page: Page, state: string): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, summary, label:has(input)), [role="dialog"] button')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ box: element.getBoundingClientRect(), words: element.textContent?.trim() }))
      .filter(({ box }) => box.height < 44 || box.width < 44)
      .map(({ box, words }) => `${words} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )
  expect(small, state).toEqual([])
}
