import { describe, expect, it } from 'vitest'
import { Outbox } from './outbox.ts'

const edit = (id: string) => ({ id, update: new Uint8Array() })
const ids = (edits: readonly { readonly id: string }[]) => edits.map(({ id }) => id)

describe('[I2] saved is what the server has acknowledged', () => {
  it('keeps an edit until the message that carried it is acknowledged', () => {
    const outbox = new Outbox()
    outbox.wrote(edit('a'))
    outbox.sentLast()
    outbox.wrote(edit('b'))
    outbox.sentLast()
    expect(outbox.size).toBe(2)
    expect(ids(outbox.acknowledged(1))).toEqual(['a'])
    expect(outbox.size).toBe(1)
    expect(outbox.acknowledged(1)).toEqual([])
    expect(ids(outbox.acknowledged(2))).toEqual(['b'])
    expect(outbox.size).toBe(0)
  })

  it('keeps what was written without a line until everything missing has been sent', () => {
    const outbox = new Outbox()
    for (const id of ['a', 'b', 'c']) outbox.wrote(edit(id))
    outbox.sentLast()
    expect(ids(outbox.acknowledged(1)), 'the two from before the line are not in message 1').toEqual(['c'])
    outbox.sentAll()
    expect(ids(outbox.acknowledged(2))).toEqual(['a', 'b'])
  })

  it('takes back every promise when the line is lost, and counts the new line from the start', () => {
    const outbox = new Outbox()
    outbox.wrote(edit('a'))
    outbox.sentLast()
    outbox.lineLost()
    expect(outbox.acknowledged(1)).toEqual([])
    expect(outbox.size).toBe(1)
    outbox.sentAll()
    outbox.acknowledged(1)
    expect(outbox.size).toBe(0)
  })

  it('believes no promise about what it never sent', () => {
    const outbox = new Outbox()
    outbox.wrote(edit('a'))
    outbox.sentLast()
    expect(outbox.acknowledged(7)).toEqual([])
    expect(outbox.size).toBe(1)
  })

  it('[I4] gives up everything at once, in the order of writing', () => {
    const outbox = new Outbox()
    for (const id of ['a', 'b']) {
      outbox.wrote(edit(id))
      outbox.sentLast()
    }
    outbox.wrote(edit('c'))
    outbox.acknowledged(1)
    expect(ids(outbox.takeAll())).toEqual(['b', 'c'])
    expect(outbox.size).toBe(0)
  })
})
