import { problemOf, type Problem } from '@witboek/contract'
import type { Log } from './log.ts'
import type { Metrics } from './watch/metrics.ts'

/**
 * The one door for what nobody expected: the log gets the cause, the person gets a number to quote. Expected refusals
 * never come here, they are values.
 */
export class Surprises {
  private readonly log: Log
  private readonly metrics: Metrics

  constructor(log: Log, metrics: Metrics) {
    this.log = log
    this.metrics = metrics
  }

  problem(cause: unknown, instance: string): Problem {
    this.metrics.surprises.inc()
    this.log.error({ instance, err: cause }, 'surprise')
    return problemOf('surprise', instance)
  }
}
