import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { TurnMissed } from './ports/index.ts'
import { everyStore } from './testing/every-store.ts'

describe.each(everyStore)('turns, %s', (_, aPlace) => {
  const aStore = async () => (await aPlace())()

  it('let what has the same name happen one after the other, also after something went wrong', async () => {
    const { turns } = await aStore()
    const story: string[] = []
    const deed =
      (name: string, wrong = false) =>
      async () => {
        story.push(`${name} begins`)
        await pause(2)
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

  it('hold up nobody with another name, however many there are', async () => {
    const { turns } = await aStore()
    const end = Promise.withResolvers<string>()
    const held = turns.take('a', () => end.promise)
    const others = Array.from({ length: 30 }, (_, i) => turns.take(`b${i}`, () => Promise.resolve(i)))
    expect(await Promise.all(others)).toHaveLength(30)
    end.resolve('at last')
    expect(await held).toBe('at last')
  })

  it('may be used while everything else of the store is in use', async () => {
    const { turns, people } = await aStore()
    const busy = (i: number) => turns.take(`name ${i % 7}`, () => people.all())
    expect(await Promise.all(Array.from({ length: 60 }, (_, i) => busy(i)))).toHaveLength(60)
  })

  it('end also when the work throws before it is under way', async () => {
    const { turns } = await aStore()
    const throws = (): Promise<never> => {
      throw new RangeError('at once')
    }
    await expect(turns.take('a', throws)).rejects.toThrow(RangeError)
    expect(await turns.take('a', () => Promise.resolve('next'))).toBe('next')
    expect(new TurnMissed('a').message).toContain('a')
  })
})
