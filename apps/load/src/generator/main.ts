import { Crowd } from '../people/crowd.ts'
import { bringHistory } from '../people/bring-history.ts'
import type { AnswerMessage, OrderMessage, OrderName, Orders } from './orders.ts'

/** A process full of simulated people. It does what the conductor orders, and ends with it. */
const crowd = new Crowd(Number(process.argv[2] ?? 1))

type Acts = {
  readonly [Name in OrderName]: (
    asked: Orders[Name]['asked'],
  ) => Orders[Name]['answer'] | Promise<Orders[Name]['answer']>
}

const acts: Acts = {
  come: ({ people, within }) => crowd.come(people, within),
  comeAgain: ({ within }) => crowd.comeAgain(within),
  leave({ group }) {
    crowd.leave(group)
    return null
  },
  bring: (asked) => bringHistory(asked),
  act(activity) {
    crowd.act(activity)
    return null
  },
  measure({ sample }) {
    crowd.measure(sample)
    return null
  },
  stopMeasuring: () => crowd.stopMeasuring(),
  rest: async ({ within }) => ({ settled: await crowd.rest(within) }),
  report: () => crowd.report(),
  reading({ group, on }) {
    crowd.reading(group, on)
    return null
  },
  copies: () => crowd.witnessed(),
  present: ({ group }) => crowd.present(group),
}

const tell = (message: AnswerMessage): void => void process.send?.(message)

process.on('message', ({ id, order, asked }: OrderMessage) => {
  const act = acts[order] as (asked: unknown) => unknown
  Promise.resolve()
    .then(() => act(asked))
    .then(
      (answer) => tell({ id, answer }),
      (cause: unknown) => tell({ id, failed: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
    )
})
process.on('disconnect', () => process.exit(0))
