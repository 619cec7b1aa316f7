import { describe, expect, it } from 'vitest'
import { Turnstile } from './turnstile.ts'

describe('a turnstile', () => {
  it('lets a few through in each turn of the loop, in the order in which they came', async () => {
    const turnstile = new Turnstile(3)
    const passed: number[] = []
    for (let i = 0; i < 8; i++) void turnstile.pass().then(() => passed.push(i))
    await Promise.resolve()
    const turns = [passed.length]
    while (passed.length < 8) {
      await new Promise((resolve) => setImmediate(resolve))
      if (passed.length !== turns.at(-1)) turns.push(passed.length)
    }
    expect(turns).toEqual([3, 6, 8])
    expect(passed).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    await new Promise((resolve) => setImmediate(resolve))
    await turnstile.pass()
  })
})
