import { expect, type Locator, type Page } from '@playwright/test'
import { sportBook } from './book.ts'

/** A Chef at the page of a book: the menus of sections, the dialogs, the desk. */
export class ChefOnScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async opens(page: Page, path = sportBook): Promise<ChefOnScreen> {
    await page.goto(path)
    const chef = new ChefOnScreen(page)
    await expect(page.getByRole('button', { name: 'Vergrendel het hele boek…' })).toBeVisible()
    return chef
  }

  /** Chooses something in the menu of the n-th section. */
  async wishes(place: number, wish: string): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Hoofdstuk '.*' aanpassen$/ })
      .nth(place - 1)
      .click()
    await this.page.getByRole('menuitem', { name: wish, exact: true }).click()
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** Locks the n-th section; the dialog is gone when the lock has fallen. */
  async locks(place: number, reason = ''): Promise<void> {
    await this.wishes(place, 'Vergrendel…')
    await this.confirms('Vergrendel', reason)
  }

  async opensSection(place: number): Promise<void> {
    await this.wishes(place, 'Maak open')
    await expect(this.sign(place)).toHaveCount(0)
  }

  async letsAllLookAt(place: number, reason = ''): Promise<void> {
    await this.wishes(place, 'Iedereen kijkt hier…')
    await this.confirms('Vergrendel de andere', reason)
  }

  async freezes(reason = ''): Promise<void> {
    await this.page.getByRole('button', { name: 'Vergrendel het hele boek…' }).click()
    await this.confirms('Vergrendel het boek', reason)
  }

  sign(place: number): Locator {
    return this.page
      .locator('[data-section]')
      .nth(place - 1)
      .locator('header')
      .getByText(/^Vergrendeld/)
  }

  /** The queue of words that writers gave to the Chef, unfolded. */
  async queue(count: number): Promise<Locator> {
    const summary = this.page.getByText(`Opzijgezette woorden (${count})`)
    await expect(summary).toBeVisible()
    const queue = this.page.locator('details', { has: summary })
    if ((await queue.getAttribute('open')) === null) await summary.click()
    return queue.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: 'Geef terug' }) })
  }

  private async confirms(button: string, reason: string): Promise<void> {
    if (reason) await this.dialog().getByLabel('Reden (hoeft niet)').fill(reason)
    await this.dialog().getByRole('button', { name: button, exact: true }).click()
    await expect(this.dialog()).toHaveCount(0)
  }
}
