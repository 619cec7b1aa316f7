import { expect, type Locator, type Page } from '@playwright/test'

/** A Chef at the page from which an evening is led. */
export class CockpitOnScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async opens(page: Page, address: string): Promise<CockpitOnScreen> {
    await page.goto(address)
    const cockpit = new CockpitOnScreen(page)
    await expect(cockpit.button('Sneltoetsen')).toBeEnabled()
    return cockpit
  }

  /** Part of the page, by its title. */
  panel(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title })
  }

  button(name: string | RegExp, exact = true): Locator {
    return this.page.getByRole('button', { name, exact })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.button(name).first().click()
  }

  /** In the menu of something. */
  async chooses(menu: string | RegExp, wish: string): Promise<void> {
    await this.button(menu).first().click()
    await this.page.getByRole('menuitem', { name: wish, exact: true }).click()
  }

  async confirms(name: string): Promise<void> {
    await this.dialog().getByRole('button', { name, exact: true }).click()
    await expect(this.dialog()).toHaveCount(0)
  }

  /** What stands in the line at the bottom. */
  async hears(words: string | RegExp): Promise<void> {
    await expect(this.page.locator('.line p').filter({ hasText: words })).toBeVisible()
  }

  async undoes(): Promise<void> {
    await this.presses('Ongedaan maken')
    await this.hears('Ongedaan gemaakt.')
  }

  /** With the Tab key, and no other. */
  async tabsTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`the Tab key does not come to ${String(target)}`)
  }

  async tabsAndPresses(name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.tabsTo(this.button(name).first())
    await this.page.keyboard.press(key)
  }
}
