import type { BookId, ChainedEvent, NewEvent, PersonId } from '@witboek/domain'

/** The record: chains of events that are only ever added to. */
export interface EventChains {
  /** Adds them behind the last one, in this order. */
  append(chain: string, events: readonly NewEvent[]): Promise<readonly ChainedEvent[]>
  /** At most `limit` events after number `after`, in order. */
  read(chain: string, range: { after: number; limit: number }): Promise<readonly ChainedEvent[]>
  last(chain: string): Promise<ChainedEvent | null>
  /** The last one of this type; `null` when there is none. */
  latest(chain: string, type: string): Promise<ChainedEvent | null>
  /** What somebody did, in all chains. */
  of(actor: PersonId): Promise<readonly ChainedEvent[]>
  acted(actor: PersonId): Promise<boolean>
  /** Everybody who ever did something. */
  actors(): Promise<readonly PersonId[]>
  names(): Promise<readonly string[]>
  /** Up to and including which number the facts of a book are recorded; 0: none. */
  recorded(book: BookId): Promise<number>
  /** Adds the events of a book's facts after `from` up to `through`. Answers `false`, and adds nothing, when others did so already. */
  appendOfBook(
    chain: string,
    book: BookId,
    range: { readonly from: number; readonly through: number },
    events: readonly NewEvent[],
  ): Promise<boolean>
}
