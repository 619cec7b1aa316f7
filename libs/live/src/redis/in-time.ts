/** Redis is not there, or did not answer in time. */
export class RedisAway extends Error {}

/** Longer than this (ms) nobody waits for an answer of Redis, which takes less than one. */
export const answerMax = 700

/** The answer, or `RedisAway` when there is none in time. */
export async function inTime<Value>(answer: Promise<Value>, ms: number = answerMax): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    // Once more round the event loop: when this process was held up itself, the answer may lie there unread.
    timer = setTimeout(() => setImmediate(() => reject(new RedisAway(`no answer within ${ms} ms`))), ms)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
