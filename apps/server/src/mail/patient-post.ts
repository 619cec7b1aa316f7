import type { Clock } from '@witboek/book'
import type { Instant } from '@witboek/domain'
import { TurnMissed, type Store } from '@witboek/store'
import type { Mailer, MailOutcome } from './mail.ts'

interface Hands {
  readonly store: Pick<Store, 'turns'>
  readonly mailer: Pick<Mailer, 'kind'>
  readonly clock: Clock
  readonly surprised: (cause: unknown) => void
}

/** Letters of one kind that wait in the store until each was handed over. */
interface Bag<Letter> {
  /** Under this name one server at a time has the turn. */
  readonly turn: string
  /** The oldest that wait. */
  waiting(limit: number): Promise<readonly Letter[]>
  idOf(letter: Letter): string
  /**
   * How the letters of one turn are sent; `null`: none can be, now. A letter that was handed over, or refused for good, waits
   * no longer. Answering `null`: it need not be sent any more, or cannot be now.
   */
  sender(): Promise<((letter: Letter) => Promise<MailOutcome | null>) | null>
}

/** So many letters are under way at once: as many as the mailer has connections. */
const lanes = 3
/** So many letters, or so long (ms), in one turn: then another server may have its own. */
const inOneTurn = 30
const turnLasts = 3_000
/** Every so often (ms) it is looked whether another server has left letters behind. */
const lookEvery = 20_000
/** The first and the longest pause (ms) after mail was away; each is twice the one before. */
const firstPause = 2_000
const longestPause = 5 * 60_000
/** So many that a mail server does not take now, one after the other, are no longer about these people. */
const awayInARow = 3

/**
 * Sends the letters that wait, on whichever server has the turn. A server that is killed in between leaves a letter waiting,
 * and it goes once more: twice is better than never. One that is not taken now holds up nobody else.
 */
export class PatientPost<Letter> {
  private readonly hands: Hands
  private readonly bag: Bag<Letter>
  private running: Promise<void> | null = null
  private wanted = false
  private closed = false
  private stopWaiting: () => void = () => undefined
  private readonly pauses = new Map<string, Pause>()
  /** While the mail server itself is away. */
  private away: Pause | null = null

  constructor(hands: Hands, bag: Bag<Letter>) {
    this.hands = hands
    this.bag = bag
  }

  /** There may be something to send. */
  wake(): void {
    if (this.closed || this.hands.mailer.kind === 'none') return
    this.wanted = true
    this.running ??= this.run().finally(() => {
      this.running = null
      this.waitOn()
    })
  }

  /** What is under way ends as the mailer lets it; nothing new begins. */
  async close(): Promise<void> {
    this.closed = true
    this.stopWaiting()
    await this.running
  }

  private async run(): Promise<void> {
    try {
      while (this.wanted && !this.closed) {
        this.wanted = false
        if (await this.hands.store.turns.take(this.bag.turn, () => this.turn())) this.wanted = true
      }
    } catch (cause) {
      // Another server is at it.
      if (!(cause instanceof TurnMissed)) this.hands.surprised(cause)
    }
  }

  private waitOn(): void {
    if (this.closed) return
    this.stopWaiting()
    const now = this.hands.clock.now()
    // A pause that ended while others were sent is not waited for as long as letters that another server left.
    const pauses = [...this.pauses.values()].map(({ until }) => (until > now ? until - now : firstPause))
    const away = this.away && isPausing(this.away, now) ? this.away.until - now : lookEvery
    const next = Math.min(...pauses, away, lookEvery)
    this.stopWaiting = this.hands.clock.after(next, () => this.wake())
  }

  /** Answers whether there is more to do at once. */
  private async turn(): Promise<boolean> {
    const { bag, hands } = this
    const { clock } = hands
    const began = clock.now()
    if (isPausing(this.away, began)) return false
    const waiting = await bag.waiting(this.pauses.size + inOneTurn)
    const still = new Set(waiting.map((letter) => bag.idOf(letter)))
    for (const id of this.pauses.keys()) if (!still.has(id)) this.pauses.delete(id)
    const due = waiting
      .filter((letter) => !isPausing(this.pauses.get(bag.idOf(letter)) ?? null, began))
      .slice(0, inOneTurn)
    const send = due.length > 0 ? await bag.sender() : null
    if (!send) return false
    let [inARow, sent] = [0, 0]
    const left = [...due]
    const lane = async (): Promise<void> => {
      for (let one = left.shift(); one; one = left.shift()) {
        if (this.closed || isPausing(this.away, began) || clock.now() - began > turnLasts) return
        const outcome = await send(one).catch((cause: unknown) => {
          hands.surprised(cause)
          return null
        })
        if (outcome?.ok === false && outcome.why === 'away') {
          inARow += 1
          if (outcome.code === undefined || inARow >= awayInARow) this.pauseAll()
        } else if (outcome) {
          inARow = 0
          sent += 1
          this.away = null
        }
        const id = bag.idOf(one)
        if (outcome === null || (!outcome.ok && outcome.why === 'away')) this.pause(id)
        else this.pauses.delete(id)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return sent > 0 && !isPausing(this.away, clock.now())
  }

  private pause(id: string): void {
    this.pauses.set(id, longer(this.pauses.get(id) ?? null, this.hands.clock.now()))
  }

  private pauseAll(): void {
    const now = this.hands.clock.now()
    if (!isPausing(this.away, now)) this.away = longer(this.away, now)
  }
}

type Pause = { readonly times: number; readonly until: Instant }

const longer = (before: Pause | null, now: Instant): Pause => {
  const times = (before?.times ?? 0) + 1
  return { times, until: (now + Math.min(firstPause * 2 ** (times - 1), longestPause)) as Instant }
}

const isPausing = (pause: Pause | null, now: Instant): boolean => pause !== null && pause.until > now
