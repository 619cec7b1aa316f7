import type { HomeAnswer, SeatsAnswer } from '@witboek/contract'
import { takeSeat } from '@witboek/testkit'

/** What the server lets one account do (`apps/server/src/books`): a few lines less than that, for who looks in besides. */
const linesPerAccount = 48
/** So many log in at the same moment. */
const atOnce = 8

interface Account {
  readonly person: string
  lines: number
  cookie: Promise<string> | null
}

/**
 * Who sits where in an example dialogue: the experts of a theme write in its book, anybody reads it. Several simulated
 * people share an account when there are more of them; each account gets as many lines as any other.
 */
export class Seats {
  /** The ids of the books, in the order of the themes. */
  readonly books: readonly string[]
  private readonly address: string
  private readonly writers: readonly (readonly Account[])[]
  private readonly readers: readonly Account[]
  private nextReader = 0
  private loggingIn = 0
  private readonly waiting: (() => void)[] = []

  private constructor(address: string, { themes }: HomeAnswer, { seats }: SeatsAnswer) {
    this.address = address
    const account = new Map(seats.map(({ person }): [string, Account] => [person, { person, lines: 0, cookie: null }]))
    const of = (holds: (seat: SeatsAnswer['seats'][number]) => boolean): Account[] =>
      seats.filter(holds).flatMap(({ person }) => account.get(person) ?? [])
    const withBook = themes.filter(({ greenBook }) => greenBook !== null)
    this.books = withBook.flatMap(({ greenBook }) => greenBook?.id ?? [])
    this.writers = withBook.map(({ theme }) => of((seat) => seat.role === 'expert' && seat.theme?.slug === theme.slug))
    this.readers = of(({ role }) => role === 'expert' || role === 'chef')
  }

  static async of(address: string): Promise<Seats> {
    const get = async <Answer>(path: string): Promise<Answer> => {
      const response = await fetch(address + path)
      if (!response.ok) throw new Error(`${address}${path} answered ${response.status}: is its example on?`)
      return (await response.json()) as Answer
    }
    return new Seats(address, await get<HomeAnswer>('/api/home'), await get<SeatsAnswer>('/api/example/seats'))
  }

  /** The cookie of somebody who may write in this book and has a line to spare. */
  writer(book: number): Promise<string> {
    const experts = this.writers[book] ?? []
    const [account] = [...experts].sort((a, b) => a.lines - b.lines)
    return this.take(account, `book ${book} has ${experts.length} writers`)
  }

  /** The cookie of anybody who may read. */
  reader(): Promise<string> {
    const account = this.readers[this.nextReader++ % this.readers.length]
    return this.take(account, `there are ${this.readers.length} readers`)
  }

  private take(account: Account | undefined, who: string): Promise<string> {
    if (!account || account.lines >= linesPerAccount)
      throw new Error(`${who}, each with ${linesPerAccount} lines: that is not enough for so many people`)
    account.lines += 1
    account.cookie ??= this.logIn(account.person)
    return account.cookie
  }

  private async logIn(person: string): Promise<string> {
    while (this.loggingIn >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.loggingIn += 1
    try {
      return await takeSeat(this.address, person)
    } finally {
      this.loggingIn -= 1
      this.waiting.shift()?.()
    }
  }
}
