import { expect, type Locator, type Page } from '@playwright/test'
import type { Evening } from './evening.ts'
import type { Visitor } from './visitor.ts'

/** Somebody with the page of an evening open. */
export class CompanionOnScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async opens({ page }: Visitor, { id }: Evening, query = ''): Promise<CompanionOnScreen> {
    await page.goto(`/bijeenkomst/${id}${query}`)
    return new CompanionOnScreen(page)
  }

  async isAtHome(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ik doe thuis mee' }).click()
    await expect(this.page.getByText('U bent er: thuis')).toBeVisible()
  }

  /** The block with this heading. */
  block(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title })
  }

  /** What the page says by itself, at its top. */
  news(): Locator {
    return this.page.getByRole('status', { name: 'Nieuw voor u' })
  }

  saved(question: string): Locator {
    return this.block(question).getByText(/^Uw stem is bewaard om \d\d:\d\d\./)
  }
}
