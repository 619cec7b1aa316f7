import type { RoomBus, RoomEars } from '@witboek/book'
import type { BookId } from '@witboek/domain'

/** Between the rooms of several servers in one process. Words lie still until they are delivered, and may be lost. */
export class HandBus {
  /** `false`: nothing is heard any more, and the rooms are told so. */
  connected = true
  private readonly ears = new Map<number, Map<BookId, RoomEars>>()
  private waiting: (() => void)[] = []

  /** The bus as server `number` has it. */
  of(server: number): RoomBus {
    const own = new Map<BookId, RoomEars>()
    this.ears.set(server, own)
    const others = (book: BookId): RoomEars[] =>
      this.connected
        ? [...this.ears].flatMap(([other, books]) => (other === server ? [] : (books.get(book) ?? [])))
        : []
    const isConnected = () => this.connected
    return {
      get connected() {
        return isConnected()
      },
      spread: (book, entries) => {
        for (const ears of others(book)) this.waiting.push(() => ears.recorded(entries))
      },
      tell: (book, message) => {
        const heard = others(book)
        for (const ears of heard) this.waiting.push(() => ears.told(message))
        return Promise.resolve(heard.length)
      },
      listen: (book, _after, ears) => {
        own.set(book, ears)
        return () => void own.delete(book)
      },
    }
  }

  /** Everything said arrives; answers how much that was. */
  deliver(): number {
    const words = this.waiting.splice(0)
    for (const word of words) word()
    return words.length
  }

  /** Everything said and not yet heard is lost. */
  lose(): void {
    this.waiting = []
  }
}
