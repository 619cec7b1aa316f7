import { problemOf, type Problem } from '@witboek/contract'
import type { Log } from './log.ts'

/**
 * The one door for what nobody expected: the log gets the cause, the person gets a number to quote. Expected refusals
 * never come here, they are values.
 */
export class Surprises {
  private readonly log: Log

  constructor(log: Log) {
    this.log = log
  }

  problem(cause: unknown, instance: string): Problem {
    this.log.error({ instance, err: cause }, 'surprise')
    return problemOf('surprise', instance)
  }
}
