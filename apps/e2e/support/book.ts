import { expect, type Locator, type Page } from '@playwright/test'

export const sportBook = '/thema/sport/groenboek'

/** The page of a book, as a person sees it. */
export class BookOnScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the book and waits until one can write in it. */
  static async opens(page: Page, path = sportBook): Promise<BookOnScreen> {
    await page.goto(path)
    const book = new BookOnScreen(page)
    await expect(book.text(1)).toBeVisible()
    return book
  }

  /** The text box of the n-th section, as a screen reader names it. */
  text(place: number): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`hoofdstuk ${place}:`) })
  }

  headings(): Locator {
    return this.page.locator('main [data-section] h2')
  }

  saved(): Locator {
    return this.page.getByText(/^Opgeslagen \d\d:\d\d/)
  }

  /** The n-th section, with its heading and all that stands under it. */
  section(place: number): Locator {
    return this.page.locator('[data-section]', { has: this.text(place) })
  }

  /** What stands at the heading of a section that is locked. */
  lockSign(place: number): Locator {
    return this.section(place)
      .locator('header')
      .getByText(/^Vergrendeld/)
  }

  /** The cards with own words that were set aside. */
  aside(place?: number): Locator {
    return (place ? this.section(place) : this.page).getByRole('article', { name: 'Deze woorden zijn opzijgezet' })
  }

  /** Only the words on such cards. */
  asideWords(place: number): Locator {
    return this.aside(place).getByTestId('words')
  }

  /** The text can be written in now. */
  async expectOpen(place: number): Promise<void> {
    await expect(this.text(place)).toHaveAttribute('contenteditable', 'true')
    await expect(this.text(place)).not.toHaveAttribute('aria-readonly')
  }

  /** The text can be read and not be written in; the box and its name stay. */
  async expectClosed(place: number): Promise<void> {
    await expect(this.text(place)).toHaveAttribute('contenteditable', 'false')
    await expect(this.text(place)).toHaveAttribute('aria-readonly', 'true')
  }

  /** Where the caret is, counted in letters from the beginning of the text. */
  caret(place: number): Promise<number> {
    return this.text(place).evaluate((text) => {
      const selection = document.getSelection()
      if (!selection?.focusNode || !text.contains(selection.focusNode)) return -1
      const range = document.createRange()
      range.selectNodeContents(text)
      range.setEnd(selection.focusNode, selection.focusOffset)
      return range.toString().length
    })
  }

  /** Puts the caret at the end of a section's text and types. */
  async types(place: number, words: string): Promise<void> {
    await this.text(place).click()
    await this.toTheEnd(place)
    await this.page.keyboard.type(words)
  }

  /** Control+End, once more when it came before the editor had given the caret its own first place. */
  async toTheEnd(place: number): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('Control+End')
      expect(await this.text(place).evaluate(caretIsAtEnd)).toBe(true)
    }).toPass()
  }
}

/** In the page: no letter stands behind the caret, now and a moment later. */
async function caretIsAtEnd(text: HTMLElement): Promise<boolean> {
  const lettersBehind = () => {
    const range = document.createRange()
    range.selectNodeContents(text)
    const selection = document.getSelection()
    if (!selection?.focusNode || !text.contains(selection.focusNode)) return Infinity
    range.setStart(selection.focusNode, selection.focusOffset)
    return range.toString().length
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  return lettersBehind() === 0
}
