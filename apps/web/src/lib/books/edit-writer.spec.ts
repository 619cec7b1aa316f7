import { describe, expect, it } from 'vitest'
import { EditWriter } from './edit-writer.ts'

function aWriter() {
  const turns: { rows: readonly string[]; end: PromiseWithResolvers<undefined> }[] = []
  const writer = new EditWriter<string>({
    write(rows) {
      const end = Promise.withResolvers<undefined>()
      turns.push({ rows, end })
      return end.promise
    },
  })
  return { writer, turns, rows: () => turns.map((turn) => turn.rows) }
}

describe('own edits on their way to the device', () => {
  it('begin at once, and those that come meanwhile go together', async () => {
    const { writer, turns, rows } = aWriter()
    const first = writer.keep('a')
    const others = [writer.keep('b'), writer.keep('c')]
    expect(rows()).toEqual([['a']])
    turns[0]?.end.resolve(undefined)
    await first
    await Promise.resolve()
    expect(rows()).toEqual([['a'], ['b', 'c']])
    turns[1]?.end.resolve(undefined)
    await Promise.all(others)
  })

  it('begin before anything that is asked of the device after them', () => {
    const { writer, rows } = aWriter()
    void writer.keep('a')
    void writer.keep('b')
    writer.writeAll()
    expect(rows()).toEqual([['a'], ['b']])
  })

  it('a turn that fails is told to those in it, and the next ones are written all the same', async () => {
    const { writer, turns, rows } = aWriter()
    const first = writer.keep('a')
    const second = writer.keep('b')
    turns[0]?.end.reject(new Error('full'))
    await expect(first).rejects.toThrow('full')
    await Promise.resolve()
    expect(rows()).toEqual([['a'], ['b']])
    turns[1]?.end.resolve(undefined)
    await second
  })
})
