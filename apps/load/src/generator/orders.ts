import type { LatencyCounts } from '../measure/latencies.ts'
import type { LoopDelay } from '../measure/loop-delay.ts'
import type { Activity, HistoryPlan, PersonPlan } from '../people/plans.ts'

/** What the conductor asks of a generator, and what it is answered. Each is one message there and one back. */
export interface Orders {
  /** These people come, all at once. Answered when all are in sync or lost, or when the time (ms) is up. */
  readonly come: {
    readonly asked: { readonly people: readonly PersonPlan[]; readonly within: number }
    readonly answer: Arrival
  }
  /** Everyone's line falls away; they come again at once, with what they know. */
  readonly comeAgain: { readonly asked: { readonly within: number }; readonly answer: Arrival }
  /** Those of a group leave. */
  readonly leave: { readonly asked: { readonly group: string }; readonly answer: null }
  /** Somebody comes, puts a text with a past into the sections of the book, and leaves. Answers its size (bytes). */
  readonly bring: {
    readonly asked: { readonly person: PersonPlan; readonly history: HistoryPlan; readonly within: number }
    readonly answer: { readonly bytes: number }
  }
  readonly act: { readonly asked: Activity; readonly answer: null }
  /** What happens from now on is measured; of the updates that come in, one in `sample` is read. */
  readonly measure: { readonly asked: { readonly sample: number }; readonly answer: null }
  /** What happens from now on is not. Answers what cost and health were up to here. */
  readonly stopMeasuring: { readonly asked: null; readonly answer: GeneratorCost }
  /** Everyone stops what they do. Answered when nothing comes in any more, or when the time (ms) is up. */
  readonly rest: { readonly asked: { readonly within: number }; readonly answer: { readonly settled: boolean } }
  readonly report: { readonly asked: null; readonly answer: GeneratorReport }
  /** Those of a group take nothing in any more, or go on doing so. */
  readonly reading: { readonly asked: { readonly group: string; readonly on: boolean }; readonly answer: null }
  /** What the witnesses have: per section of a room, the digest of each copy. */
  readonly copies: { readonly asked: null; readonly answer: readonly Copy[] }
  /** How many of a group have a line, and how many lost it. */
  readonly present: {
    readonly asked: { readonly group: string }
    readonly answer: { readonly here: number; readonly lost: number }
  }
}

export type OrderName = keyof Orders

export interface Arrival {
  readonly asked: number
  readonly inSync: number
  readonly lost: number
  /** From asking for the line until everything was there. */
  readonly times: LatencyCounts
  /** From the first byte of the server until everything was there. */
  readonly afterFirstByte: LatencyCounts
  /** Until the last one of those who got in sync was (ms). */
  readonly allMs: number
}

/** What the people cost while they were measured. */
export interface GeneratorCost {
  readonly seconds: number
  readonly cpu: number
  readonly loop: LoopDelay
  readonly people: number
  readonly bytesIn: number
  readonly bytesOut: number
  readonly messages: number
}

export interface GeneratorReport {
  readonly seen: LatencyCounts
  readonly carets: LatencyCounts
  readonly acknowledged: LatencyCounts
  readonly late: LatencyCounts
  readonly letters: number
  readonly caretMoves: number
  readonly setAside: number
  readonly unacknowledged: number
  /** Lines that ended against the plan, by close code. */
  readonly lost: readonly (readonly [code: number, count: number])[]
}

export interface Copy {
  readonly room: string
  readonly section: number
  readonly digest: string
  /** How many letters the text has. */
  readonly letters: number
  /** How long it took to put what was heard together (ms). */
  readonly builtMs: number
}

export interface OrderMessage {
  readonly id: number
  readonly order: OrderName
  readonly asked: unknown
}

export interface AnswerMessage {
  readonly id: number
  readonly answer?: unknown
  readonly failed?: string
}
