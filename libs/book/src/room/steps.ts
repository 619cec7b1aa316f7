import type { BookEntry, BookFact, PersonId } from '@witboek/domain'
import type { Clock } from '../clock.ts'
import type { CommitQueue, Waiting } from './commit-queue.ts'
import type { LockWatch } from './lock-watch.ts'
import type { Sections } from './sections.ts'

/** What is to be made durable, and what follows then. */
type Step = Pick<Waiting, 'entries' | 'then'>

interface Hands {
  readonly clock: Clock
  readonly queue: CommitQueue
  readonly sections: Sections
  readonly locks: LockWatch
  /** These facts are durable, the last of them at number `seq`. */
  readonly announce: (facts: readonly BookFact[], seq: number) => void
}

/** Steps in the sequence of a book that come over no line: whoever asks for one is answered when it is durable (I1). */
export class Steps {
  private readonly hands: Hands

  constructor(hands: Hands) {
    this.hands = hands
  }

  /**
   * Takes a step: `decide` decides on what is admitted so far, and answers what is to be made durable, or resolves at
   * once. It is called again when another server was first. Rejects when nothing can be saved any more.
   */
  take<Value>(decide: (resolve: (value: Value) => undefined) => Step | undefined): Promise<Value> {
    return this.orNever((resolve) => {
      const attempt = (): void => {
        const step = decide((value) => void resolve(value))
        if (step) this.hands.queue.add({ ...step, again: attempt })
      }
      attempt()
    })
  }

  /** Facts as one step, in force from this turn on; `then` follows when they are durable. */
  inForce(person: PersonId, facts: readonly BookFact[], then: (seq: number) => void): Step {
    const { clock, sections, locks, announce } = this.hands
    const at = clock.now()
    sections.admit(facts)
    locks.look(sections.admitted)
    return {
      entries: facts.map((fact): BookEntry => ({ kind: 'fact', person, at, fact })),
      then: (seq) => {
        announce(facts, seq)
        then(seq)
      },
    }
  }

  /** What `reads` reads now, once all of that is durable. Rejects when nothing can be saved any more. */
  read<Value>(reads: () => Value): Promise<{ readonly seq: number; readonly value: Value }> {
    return this.orNever((resolve) =>
      this.hands.queue.read(() => {
        const value = reads()
        return (seq) => resolve({ seq, value })
      }),
    )
  }

  private orNever<Value>(start: (resolve: (value: Value) => void) => void): Promise<Value> {
    const { promise, resolve, reject } = Promise.withResolvers<Value>()
    start(resolve)
    void this.hands.queue.settled().then(() => reject(new Error('the book could not be saved')))
    return promise
  }
}
