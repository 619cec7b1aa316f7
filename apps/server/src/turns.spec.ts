import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

describe('turns', () => {
  it('let what has the same key happen one after the other, also after something went wrong', async () => {
    const turns = new Turns()
    const story: string[] = []
    const deed =
      (name: string, wrong = false) =>
      async () => {
        story.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        story.push(`${name} ends`)
        if (wrong) throw new Error(name)
        return name
      }
    const all = [turns.take('a', deed('one')), turns.take('a', deed('two', true)), turns.take('a', deed('three'))]
    expect(await Promise.allSettled(all)).toMatchObject([
      { value: 'one' },
      { reason: new Error('two') },
      { value: 'three' },
    ])
    expect(story).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
  })

  it('hold up nobody with another key', async () => {
    const turns = new Turns()
    void turns.take('a', () => new Promise(() => undefined))
    expect(await turns.take('b', () => Promise.resolve('done'))).toBe('done')
  })
})
