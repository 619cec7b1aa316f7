import type { Page } from '@playwright/test'
import { bookFrame, bookSlot, digestFrame, inSlot, outOfSlot, readSectionMessage, sectionMessage } from '@witboek/book'

/** Stands between a page and the server on the line of its book, for what comes by only once in a long while. */
export class OnTheLine {
  /** How full the page is told that its sections are, in percent; `null`: as it is. */
  filled: number | null = null
  private tell: ((frame: Buffer) => void) | null = null

  /** Before the page is opened. */
  static async of(page: Page): Promise<OnTheLine> {
    const line = new OnTheLine()
    await page.routeWebSocket(/\/collab\//, (route) => {
      const server = route.connectToServer()
      line.tell = (frame) => route.send(frame)
      server.onMessage((frame) => route.send(typeof frame === 'string' ? frame : line.passed(frame)))
    })
    return line
  }

  /** A lock is about to fall on these sections: for some seconds the page waits for it. */
  closes(sections: readonly string[]): void {
    this.tell?.(Buffer.from(inSlot(bookSlot, bookFrame('closing', { round: 1_000, sections }))))
  }

  private passed(frame: Buffer): Buffer {
    const { slot, message } = outOfSlot(frame)
    if (this.filled === null || slot === bookSlot || message[0] !== sectionMessage.digest) return frame
    const read = readSectionMessage(message)
    return read.type === 'digest' ? Buffer.from(inSlot(slot, digestFrame(read.seq, read.digest, this.filled))) : frame
  }
}
