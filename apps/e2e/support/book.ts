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
    return this.page.getByText(/^Alles opgeslagen/)
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
